import { describe, expect, test } from 'vitest'
import { commitmentMonths } from './training-packs.ts'
import { commitmentRuleOn, isWholeOwed, repaymentCauses, repaymentOf, serviceDueOn, wholeMonths } from './commitment.ts'

test.each([
  ['60 million, 72 months committed, left after 30', 60_000_000, 72, 30, 35_000_000],
  ['nothing served', 60_000_000, 72, 0, 60_000_000],
  ['the last month not served', 60_000_000, 72, 71, 833_333],
  ['all served', 60_000_000, 72, 72, 0],
  ['more served than committed', 60_000_000, 72, 80, 0],
  ['rounded down below the half', 10_000_000, 36, 1, 9_722_222],
  ['rounded up at the half', 3, 2, 1, 2],
  ['rounded up above the half', 5, 3, 1, 3],
  ['to the đồng where numbers are large', 999_999_999_999, 7, 1, 857_142_857_142],
  ['nothing was paid', 0, 72, 30, 0],
])('%s', (_, cost, committedMonths, servedMonths, owed) => {
  expect(repaymentOf({ cost, committedMonths, servedMonths })).toBe(owed)
})

test('the older reduction takes one percent a year, rounded with the rest and only once', () => {
  const left = { cost: 60_000_000, committedMonths: 72, servedMonths: 30 }
  expect(repaymentOf({ ...left, percentOff: 8 })).toBe(32_200_000)
  expect(repaymentOf({ cost: 5, committedMonths: 3, servedMonths: 1, percentOff: 10 })).toBe(3)
  expect(repaymentOf({ ...left, percentOff: 120 })).toBe(0)
  expect(commitmentRuleOn('2025-06-30')?.reduction).toEqual({ percentAYear: 1, verified: false })
  expect(commitmentRuleOn('2025-07-01')).toMatchObject({ reduction: null, limits: null })
})

test('sent before 1 July 2025 twice the time of study is owed, from then on three times', () => {
  expect(commitmentRuleOn('2025-06-30')).toMatchObject({ document: 'NĐ 101/2017/NĐ-CP', factor: 2, verified: true })
  expect(commitmentRuleOn('2025-07-01')).toMatchObject({ document: 'NĐ 171/2025/NĐ-CP', factor: 3, verified: true })
  expect(commitmentRuleOn('2017-10-20')).toBeUndefined()
  for (const day of ['2017-10-20', '2025-06-30', '2025-07-01'])
    expect(commitmentMonths(24, day)).toBe(commitmentRuleOn(day) ? 24 * (commitmentRuleOn(day)?.factor ?? 0) : null)
})

describe('months are counted whole', () => {
  test.each([
    ['2026-01-15', '2026-02-15', 1],
    ['2026-01-15', '2026-02-14', 0],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2024-01-31', '2024-02-29', 1],
    ['2026-01-31', '2026-03-30', 1],
    ['2026-01-31', '2026-03-31', 2],
    ['2026-02-28', '2026-03-28', 1],
    ['2026-02-28', '2026-03-27', 0],
    ['2023-09-01', '2026-03-01', 30],
    ['2026-01-15', '2026-01-15', 0],
    ['2026-01-15', '2025-01-15', 0],
  ])('%s to %s: %i', (from, to, months) => {
    expect(wholeMonths(from, to)).toBe(months)
  })

  test('the service is done on the day on which the last month is full', () => {
    expect(serviceDueOn('2026-08-31', 6)).toBe('2027-02-28')
    expect(wholeMonths('2026-08-31', serviceDueOn('2026-08-31', 6))).toBe(6)
  })
})

test('who breaks off while studying owes all, who leaves afterwards the rest', () => {
  const whole = (serviceFrom: string | null) => repaymentCauses.filter((cause) => isWholeOwed(cause, '2026-06-01', serviceFrom))
  expect(whole(null)).toEqual(['quit', 'no_degree', 'dismissed', 'left'])
  expect(whole('2026-06-01')).toEqual(['quit', 'no_degree'])
  expect(whole('2026-06-02')).toEqual(['quit', 'no_degree', 'dismissed', 'left'])
})
