import { expect, test } from 'vitest'
import { Problem } from '#web/client.ts'
import { askAgain } from '#web/query-client.ts'

test('a server that cannot answer just now is asked until it can', () => {
  for (const status of [502, 503, 504]) expect(askAgain(500, new Problem(status, { code: 'unavailable' }))).toBe(true)
  expect(askAgain(0, new Problem(503, { code: 'disk-full' }))).toBe(false)
})

test('an unreachable server is asked three times, and whoever refuses or breaks but once', () => {
  expect([0, 1, 2].map((count) => askAgain(count, new Problem(0)))).toEqual([true, true, false])
  for (const status of [400, 401, 403, 404, 409, 429, 500]) expect(askAgain(0, new Problem(status))).toBe(false)
  expect(askAgain(0, new Error('x'))).toBe(false)
})
