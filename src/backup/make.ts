import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { buildHouse } from '#app'
import type { TableContent } from '#db/backup/format.ts'
import type { Lock } from '#db/backup/key.ts'
import { type Backup, writeBackup } from '#db/backup/write.ts'
import type { Db } from '#db/connect.ts'
import { recordBackup } from '#modules/audit/backup.sql.ts'
import { write } from '#server/write.ts'
import { nameAt, prune } from './folder.ts'
import { product } from './product.ts'
import { witnessOf } from './witness.ts'

export type Making = {
  db: Db
  url: string
  file: string
  lock: Lock | undefined
  force?: boolean
  isScheduled?: boolean
  onTable?: (content: TableContent) => void
}

/** A whole backup counts, though the database would not take the note of it. */
export type Made = Backup & { isNoted: boolean }

/** Makes a backup and notes in the database how it went, also when it failed. */
export async function makeBackup({ db, url, file, lock, force = false, isScheduled = false, onTable }: Making): Promise<Made> {
  const beganAt = new Date()
  const note = (made: { bytes: number | null; rowCount: number | null; problem: string | null }): Promise<boolean> => {
    const done = { ...made, beganAt, endedAt: new Date(), file: resolve(file), isEncrypted: lock !== undefined, isScheduled }
    const input = { file: basename(file), isEncrypted: done.isEncrypted, problem: made.problem }
    const noting = write(buildHouse({ db }), { operation: 'audit.backups.make', input }, (tx) => recordBackup(tx, done))
    return noting.then(
      () => true,
      () => false,
    )
  }
  const options = { url, file, product: product.version, lock, force, witness: witnessOf, ...(onTable ? { onTable } : {}) }
  const made = await writeBackup(options).catch(async (error: unknown) => {
    const problem = error instanceof Error ? error.message : String(error)
    await note({ bytes: null, rowCount: null, problem: problem.slice(0, 1000) })
    throw error
  })
  return { ...made, isNoted: await note({ bytes: made.bytes, rowCount: made.rows, problem: null }) }
}

/** The nightly backup: under its name in the folder, after which those that need not be kept are taken away. */
export async function makeScheduledBackup(
  folder: string,
  making: Pick<Making, 'db' | 'url' | 'lock' | 'onTable'>,
): Promise<{ made: Made; gone: string[] }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, nameAt(new Date(), { isLocked: making.lock !== undefined }))
  const made = await makeBackup({ ...making, file, isScheduled: true })
  return { made, gone: prune(folder) }
}
