import { expect, test } from 'vitest'
import { nameAt } from './folder.ts'
import { backupCron, lockOfEnvironment } from './settings.ts'

test('two in the morning in Hanoi is seven in the evening before, by the clock of the queue', () => {
  expect(backupCron({ KECAN_BACKUP_DIR: '/srv/kecan' })).toMatch(/^0 19 \* \* \* backup\.make /)
  expect(backupCron({ KECAN_BACKUP_DIR: '/srv/kecan', KECAN_BACKUP_AT: '23:45' })).toMatch(/^45 16 /)
  expect(backupCron({ KECAN_BACKUP_DIR: '/srv/kecan', KECAN_BACKUP_AT: '7:05' })).toMatch(/^5 0 /)
})

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
