import { expect, test } from 'vitest'
import { shareOf } from './share.ts'

const cases: [number, number, number | null, string][] = [
  [0, 0, null, 'of nobody there is no share, neither 0 nor 100'],
  [0, 5, 0, 'none is 0'],
  [22, 22, 100, 'all is 100'],
  [2, 3, 66.7, 'a share has one decimal'],
  [1999, 2000, 99.9, 'all but one is never rounded up to all'],
  [1, 3000, 0.1, 'one of very many is never rounded down to none'],
]

test.each(cases)('%i of %i is %s: %s', (part, whole, share) => {
  expect(shareOf(part, whole)).toBe(share)
})
