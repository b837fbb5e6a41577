import { describe, expect, test } from 'vitest'
import {
  lineObjections,
  paymentObjections,
  plannedOf,
  removalObjections,
  shareSeats,
  type DraftLine,
  type PaymentAround,
} from './plan-line.ts'
import { editObjections, headObjections, moveObjections, revisionObjections, statusAfter, type PlanMove, type PlanState } from './plan.ts'

const codes = (objections: { code: string }[]) => objections.map(({ code }) => code)

describe('the moves of a plan', () => {
  const plan: PlanState = { status: 'draft', year: 2027, budget: null, planned: 10, lines: 1, spent: 0 }
  test.each<[string, Partial<PlanState>, PlanMove, string[]]>([
    ['a draft is submitted', {}, 'submit', []],
    ['a returned one again', { status: 'returned' }, 'submit', []],
    ['a submitted one is not', { status: 'submitted' }, 'submit', ['plan-status']],
    ['nor one without a line', { lines: 0 }, 'submit', ['plan-empty']],
    ['one over its budget with a reason', { budget: 9 }, 'submit', ['plan-over-budget']],
    ['one of a year that has begun with a reason', { year: 2026 }, 'submit', ['plan-year-begun']],
    ['what is submitted is approved', { status: 'submitted' }, 'approve', []],
    ['or returned', { status: 'submitted' }, 'return', []],
    ['a draft is not approved', {}, 'approve', ['plan-status']],
    ['an approved one is opened for adjustment', { status: 'approved' }, 'adjust', []],
    ['a draft needs no adjustment', {}, 'adjust', ['plan-status']],
  ])('%s', (_, given, move, expected) => {
    expect(codes(moveObjections({ ...plan, ...given }, move, '2026-11-23'))).toEqual(expected)
  })

  test('approval names its paper, a return and an adjustment say why', () => {
    const nothing = { reason: null, decisionId: null }
    const asked = (move: PlanMove, status: PlanState['status'], said: { reason: string | null; decisionId: string | null }) =>
      codes(moveObjections({ ...plan, status }, move, '2026-11-23', said))
    expect(asked('approve', 'submitted', nothing)).toEqual(['plan-paper-missing'])
    expect(asked('return', 'submitted', nothing)).toEqual(['plan-reason-missing'])
    expect(asked('adjust', 'approved', nothing)).toEqual(['plan-reason-missing'])
    expect(asked('adjust', 'approved', { reason: null, decisionId: 'd' })).toEqual([])
    expect(statusAfter('adjust')).toBe('draft')
  })

  test('a plan is changed while it is a draft or returned, by whoever has read its latest state', () => {
    expect((['draft', 'submitted', 'returned', 'approved'] as const).map((status) => codes(editObjections({ status })))).toEqual([
      [],
      ['plan-frozen'],
      [],
      ['plan-frozen'],
    ])
    const now = { revision: 3, changedBy: 'Vân', changedAt: '2026-11-23T05:00:00Z' }
    expect([codes(revisionObjections(now, 3)), codes(revisionObjections(now, 2))]).toEqual([[], ['plan-changed']])
    expect(codes(headObjections({ budget: -1 }))).toEqual(['money-below-zero'])
  })
})

describe('a line of a plan', () => {
  const line: DraftLine = { seats: 10, startsOn: '2027-03-01', endsOn: '2027-06-01', costs: [], unitSeats: [] }
  test.each<[string, Partial<DraftLine>, string[]]>([
    ['may be so', {}, []],
    ['does not end before it begins', { endsOn: '2027-03-01' }, ['end-before-start']],
    ['costs nothing below zero', { costs: [{ item: 'meals', per: 'seat', amount: -1 }] }, ['money-below-zero']],
    [
      'names an item once',
      {
        costs: [
          { item: 'meals', per: 'seat', amount: 1 },
          { item: 'meals', per: 'line', amount: 1 },
        ],
      },
      ['cost-item-twice'],
    ],
    [
      'shares no more seats than it has',
      {
        unitSeats: [
          { unitId: 'a', seats: 6 },
          { unitId: 'b', seats: 5 },
        ],
      },
      ['seats-beyond'],
    ],
    [
      'names a unit once',
      {
        unitSeats: [
          { unitId: 'a', seats: 1 },
          { unitId: 'a', seats: 1 },
        ],
      },
      ['seat-unit-twice'],
    ],
    ['begins in another year with a reason only', { startsOn: '2028-03-01', endsOn: null }, ['line-outside-year']],
  ])('%s', (_, given, expected) => {
    expect(codes(lineObjections({ ...line, ...given }, { year: 2027, gone: [] }))).toEqual(expected)
  })

  test('no seat is of a unit that is no more, and what was opened or paid keeps the line', () => {
    expect(codes(lineObjections(line, { year: 2027, gone: [{ vi: 'Xã Cũ', en: 'Old' }] }))).toEqual(['seat-unit-gone'])
    expect(codes(removalObjections({ classes: 1, spent: 5 }))).toEqual(['line-has-classes', 'line-has-spending'])
  })

  test('costs are by the seat or for the whole course, to the đồng', () => {
    expect(
      plannedOf(
        [
          { item: 'tuition', per: 'seat', amount: 3_333_333 },
          { item: 'hall', per: 'line', amount: 1 },
        ],
        3,
      ),
    ).toBe(10_000_000)
  })
})

describe('a payment', () => {
  const payment = { amount: 50, paidOn: '2026-11-01', voucher: 'PC 01', item: 'meals' }
  const around: PaymentAround = { year: 2026, wasApproved: true, planned: 100, spent: 50, isVoucherKnown: false }
  test.each<[string, Partial<typeof payment>, Partial<PaymentAround>, string[]]>([
    ['up to the plan', {}, {}, []],
    ['beyond it with a reason', { amount: 51 }, {}, ['spent-beyond-plan']],
    ['of nothing is none', { amount: 0 }, {}, ['payment-not-above-zero']],
    ['nor of less', { amount: -5 }, {}, ['payment-not-above-zero']],
    ['is not of tomorrow', { paidOn: '2026-12-01' }, {}, ['payment-in-future']],
    ['of another year with a reason', { paidOn: '2025-12-31' }, {}, ['payment-outside-year']],
    ['by a voucher that stands already with a reason', {}, { isVoucherKnown: true }, ['voucher-known']],
    ['waits for the approval', {}, { wasApproved: false }, ['plan-not-approved']],
  ])('%s', (_, given, held, expected) => {
    expect(codes(paymentObjections({ ...payment, ...given }, { ...around, ...held }, '2026-11-23'))).toEqual(expected)
  })
})

test('seats are shared by largest remainder: none lost, none beyond', () => {
  const needs = [
    { unitId: 'a', count: 5 },
    { unitId: 'b', count: 3 },
    { unitId: 'c', count: 1 },
  ]
  expect(shareSeats(9, needs).map(({ seats }) => seats)).toEqual([5, 3, 1])
  expect(shareSeats(4, needs).map(({ unitId, seats }) => [unitId, seats])).toEqual([
    ['a', 2],
    ['b', 1],
    ['c', 1],
  ])
  expect(shareSeats(1, needs)).toEqual([{ unitId: 'a', seats: 1 }])
  expect(shareSeats(5, [])).toEqual([])
})
