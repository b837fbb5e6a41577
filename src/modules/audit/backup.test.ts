import { expect, test } from 'vitest'
import { backupState } from './backup.ts'

const now = new Date('2026-11-24T02:00:00Z')
const on = (day: string) => new Date(`${day}T01:00:00Z`)

test('a backup of yesterday is fresh, one of three days ago is old, and none is none', () => {
  expect(backupState({ good: on('2026-11-23'), failed: null }, now)).toBe('fresh')
  expect(backupState({ good: on('2026-11-21'), failed: null }, now)).toBe('old')
  expect(backupState({ good: null, failed: null }, now)).toBe('none')
})

test('a failure counts until a whole backup follows it', () => {
  expect(backupState({ good: on('2026-11-22'), failed: on('2026-11-23') }, now)).toBe('failed')
  expect(backupState({ good: null, failed: on('2026-11-23') }, now)).toBe('failed')
  expect(backupState({ good: on('2026-11-23'), failed: on('2026-11-22') }, now)).toBe('fresh')
})
