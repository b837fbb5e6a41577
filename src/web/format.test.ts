import { expect, test } from 'vitest'
import { formatDay, formatInstant, todayInVietnam } from '#web/format.ts'

test('dates are shown with the precision they are known with', () => {
  expect(['1983-05-02', '1983-05', '1983'].map(formatDay)).toEqual(['02/05/1983', '05/1983', '1983'])
})

test('instants and days are those of Vietnam, seven hours ahead', () => {
  expect(formatInstant('2026-11-23T17:05:00Z')).toBe('00:05 24/11/2026')
  expect(todayInVietnam(new Date('2026-11-23T16:59:00Z'))).toBe('2026-11-23')
  expect(todayInVietnam(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24')
})
