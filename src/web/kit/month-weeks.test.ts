import { expect, test } from 'vitest'
import { monthAfter, weeksOf } from './month-weeks.ts'

test('a month is shown in whole weeks from Monday', () => {
  const weeks = weeksOf('2026-11')
  expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([6, '2026-10-26', '2026-12-06'])
  const exact = weeksOf('2027-02')
  expect([exact.length, exact[0]?.[0], exact.at(-1)?.[6]]).toEqual([4, '2027-02-01', '2027-02-28'])
})

test('the month after December is January of the next year', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1)]).toEqual(['2027-01', '2026-12'])
})
