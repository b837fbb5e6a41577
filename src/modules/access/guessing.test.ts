import { expect, test } from 'vitest'
import { forgottenBefore, waitSeconds, type Kind } from './guessing.ts'

const now = new Date('2026-11-23T05:00:00Z')
const after = (kind: Kind, failures: number, isKnown = false, secondsAgo = 0) =>
  waitSeconds([{ kind, failures, lastAt: new Date(now.getTime() - secondsAgo * 1000) }], now, isKnown)

test('three mistakes cost nothing, each further one a longer wait, the eighth a quarter of an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((failures) => after('pair', failures))).toEqual([0, 0, 0, 5, 15, 30, 60, 900, 900])
})

test('a wait passes by itself', () => {
  expect(after('pair', 8, false, 899)).toBe(1)
  expect(after('pair', 8, false, 900)).toBe(0)
})

test('guesses from many places lock an account for strangers, and leave it open where it signs in daily', () => {
  expect(after('name', 39)).toBe(0)
  expect(after('name', 40)).toBe(900)
  expect(after('name', 4000, true)).toBe(0)
  expect(after('code', 4000, true)).toBe(0)
})

test('whoever guesses from the office is stopped as well', () => {
  expect(after('pair', 8, true)).toBe(900)
  expect(after('address', 30)).toBe(900)
  expect(after('address', 30, true)).toBe(0)
  expect(after('address', 291, true)).toBe(900)
})

test('of several limits the longest wait counts', () => {
  const lastAt = now
  expect(
    waitSeconds(
      [
        { kind: 'pair', failures: 4, lastAt },
        { kind: 'address', failures: 30, lastAt },
      ],
      now,
      false,
    ),
  ).toBe(900)
  expect(waitSeconds([], now, false)).toBe(0)
})

test('a tally is not forgotten while somebody still waits for it', () => {
  expect(forgottenBefore('address', now)).toEqual({ first: new Date('2026-11-23T04:45:00Z'), last: new Date('2026-11-23T04:45:00Z') })
  expect(forgottenBefore('pair', now).first).toEqual(new Date('2026-11-22T05:00:00Z'))
})
