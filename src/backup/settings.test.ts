import { parseCrontab } from 'graphile-worker'
import { expect, test } from 'vitest'
import { nameAt } from './folder.ts'
import { backupCron, lockOfEnvironment } from './settings.ts'

test('two in the morning in Hanoi is seven in the evening before, by the clock of the queue', () => {
  const hours = (at?: string) => {
    // As the queue itself reads its line.
    const [item] = parseCrontab(backupCron({ KECAN_BACKUP_DIR: '/srv/kecan', KECAN_BACKUP_AT: at }))
    return item?.task === 'backup-make' && [19, 16, 0].filter((hour) => [0, 45, 5].some((minute) => item.match(digest(hour, minute))))
  }
  expect([hours(), hours('23:45'), hours('7:05')]).toEqual([[19], [16], [0]])
})

function digest(hour: number, min: number): Parameters<ReturnType<typeof parseCrontab>[number]['match']>[0] {
  return { hour, min, date: 24, month: 11, dow: 2 }
}

test('without a folder nothing is scheduled, and an hour that is none is refused', () => {
  expect(backupCron({})).toBe('')
  expect(backupCron({ KECAN_BACKUP_AT: '25:00' })).toBe('')
  expect(() => backupCron({ KECAN_BACKUP_DIR: '/srv/kecan', KECAN_BACKUP_AT: '25:00' })).toThrow(/KECAN_BACKUP_AT=25:00/)
})

test('public keys go before a passphrase, and without either a backup is not locked', () => {
  expect(lockOfEnvironment({})).toBeUndefined()
  expect(lockOfEnvironment({ KECAN_BACKUP_PASSPHRASE: 'bốn từ ngẫu nhiên' })).toEqual({ passphrase: 'bốn từ ngẫu nhiên' })
  expect(lockOfEnvironment({ KECAN_BACKUP_PASSPHRASE: 'x', KECAN_BACKUP_TO: 'age1a, age1b' })).toEqual({ recipients: ['age1a', 'age1b'] })
})

test('a scheduled backup is named by the clock of Hanoi, so that names sort as days do', () => {
  expect(nameAt(new Date('2026-11-23T19:00:00Z'), { isLocked: false })).toBe('kecan-20261124-020000.tar.zst')
  expect(nameAt(new Date('2026-11-24T16:59:59Z'), { isLocked: true })).toBe('kecan-20261124-235959.tar.zst.age')
})
