import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expired, type Kept, type Retention } from './retention.ts'

const hanoiAheadInMs = 7 * 60 * 60 * 1000
const pattern = /^kecan-(\d{4})(\d{2})(\d{2})-(\d{6})\.tar\.zst(\.age)?$/

/** What a scheduled backup is called, by the clock of Hanoi: kecan-20261124-020000.tar.zst. */
export function nameAt(instant: Date, { isLocked }: { isLocked: boolean }): string {
  const [day = '', time = ''] = new Date(instant.getTime() + hanoiAheadInMs).toISOString().split('T')
  return `kecan-${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}.tar.zst${isLocked ? '.age' : ''}`
}

/** Takes away the scheduled backups that need not be kept any longer; no other file is touched. */
export function prune(folder: string, retention?: Retention): string[] {
  const gone = expired(backupsIn(folder), retention)
  for (const name of gone) rmSync(join(folder, name), { force: true })
  return gone
}

function backupsIn(folder: string): Kept[] {
  return readdirSync(folder).flatMap((name) => {
    const [, year, month, date, time] = pattern.exec(name) ?? []
    return time ? [{ name, day: `${year}-${month}-${date}`, at: `${year}${month}${date}${time}` }] : []
  })
}
