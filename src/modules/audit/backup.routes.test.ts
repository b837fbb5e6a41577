import { expect, test } from 'vitest'
import { testApp } from '#tests/app.ts'
import { readBackups } from './backup.contract.ts'
import { type BackupRecord, recordBackup } from './backup.sql.ts'

const whole = { file: '/srv/kecan.tar.zst', bytes: 8_800_000, rowCount: 216_556, isEncrypted: true, isScheduled: true, problem: null }

test('the administrator sees when all was last backed up, and that a later try failed', async () => {
  const { call, write } = await testApp({ role: 'administrator' })
  const note = (made: BackupRecord) => write((tx) => recordBackup(tx, made))
  expect(await call(readBackups, {})).toEqual({ state: 'none', good: null, failed: null })

  await note({ ...whole, ...at('2026-11-22T19:00:00Z') })
  expect(await call(readBackups, {})).toEqual({
    state: 'fresh',
    good: { at: '2026-11-22T19:00:00.000Z', bytes: 8_800_000, isEncrypted: true },
    failed: null,
  })

  await note({ ...whole, ...at('2026-11-23T04:00:00Z'), bytes: null, problem: 'No space left' })
  const { state, good, failed } = await call(readBackups, {})
  expect({ state, good: good?.at, failed: failed?.at }).toEqual({
    state: 'failed',
    good: '2026-11-22T19:00:00.000Z',
    failed: '2026-11-23T04:00:00.000Z',
  })
})

test('an organisation officer is not told of backups', async () => {
  const { call } = await testApp()
  await expect(call(readBackups, {})).rejects.toMatchObject({ status: 403 })
})

function at(instant: string): { beganAt: Date; endedAt: Date } {
  return { beganAt: new Date(instant), endedAt: new Date(instant) }
}
