import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { faultsOf, worthOf } from './check.ts'
import { Solver } from './highs.node.ts'
import type { Instance } from './instance.ts'
import { bestByTrying, plainInstance, plainLine, smallInstance } from './solve.fixture.ts'
import { solve, type Solution } from './solve.node.ts'

let solver: Solver
beforeAll(async () => {
  solver = await Solver.open()
})

const solved = (instance: Instance): Solution => solve(instance, solver, { seconds: 20, gap: 0 })
const whereTo = ({ assigned }: Solution) => assigned.map(({ personId, lineId }) => `${personId} → ${lineId}`)

test('what is proposed keeps every rule, is the best there is, and its bound is none too low', () => {
  fc.assert(
    fc.property(smallInstance, (instance) => {
      const solution = solved(instance)
      const best = bestByTrying(instance)
      expect(faultsOf(instance, solution.assigned)).toEqual([])
      expect(worthOf(instance, solution.assigned)).toBe(solution.objective)
      expect(solution.bound).toBeGreaterThanOrEqual(best)
      expect(solution.objective).toBe(best)
      expect(solution.greedy).toBeLessThanOrEqual(best)
      expect(solution.assigned.length + solution.unassigned.length).toBe(instance.needs.length)
    }),
    { numRuns: 150 },
  )
})

test('the same question has the same answer, in whatever order persons and lines come', () => {
  fc.assert(
    fc.property(smallInstance, (instance) => {
      const [once, again] = [solved(instance), solved(structuredClone(instance))]
      expect(again.assigned).toEqual(once.assigned)
      const turned = { ...instance, people: instance.people.toReversed(), needs: instance.needs.toReversed() }
      expect(solved(turned).objective).toBe(once.objective)
    }),
    { numRuns: 20 },
  )
})

test('what is dear gives way to what is worth more for the money', () => {
  const lines = [plainLine('dear', 'LLCT_CC', 1, { seatCost: 9_000_000 }), plainLine('cheap', 'QLNN_CV', 3, { seatCost: 3_000_000 })]
  const instance = plainInstance([{ LLCT_CC: 9 }, { QLNN_CV: 4 }, { QLNN_CV: 4 }, { QLNN_CV: 4 }], lines, { budget: 9_000_000 })

  const solution = solved(instance)

  expect(solution).toMatchObject({ objective: 12, bound: 12, greedy: 9, spent: 9_000_000 })
  expect(solution.unassigned).toMatchObject([{ personId: 'p0', why: 'money', lineId: 'dear' }])
})

test('each who is left out is told what was in the way, and who was chosen last', () => {
  const days = { startsOn: '2026-03-01', endsOn: '2026-05-01' }
  const lines = [plainLine('a', 'QLNN_CV', 1, days), plainLine('b', 'LLCT_TC', 5, days), plainLine('c', 'BD_TH', 5)]
  const needs = [{ QLNN_CV: 9, LLCT_TC: 3 }, { QLNN_CV: 5 }, { BD_XDD: 2 }, { BD_TH: 2 }]
  const instance = plainInstance(needs, lines)
  instance.needs.at(-1)?.barred.push('c')

  const { unassigned } = solved(instance)

  const why = (personId: string) => unassigned.find((one) => one.personId === personId)
  expect(why('p0')).toMatchObject({ kind: 'LLCT_TC', why: 'clash', lineId: 'b' })
  expect(why('p1')).toMatchObject({ why: 'seat', lineId: 'a', before: { personId: 'p0', worth: 9 } })
  expect(why('p2')).toMatchObject({ why: 'no-class', lineId: null })
  expect(why('p3')).toMatchObject({ why: 'condition', lineId: 'c' })
})

test('no more of a unit than its share is away at once, one at least', () => {
  const days = { startsOn: '2026-03-01', endsOn: '2026-05-01' }
  const lines = [plainLine('a', 'QLNN_CV', 5, days), plainLine('later', 'QLNN_CV', 1, { startsOn: '2026-05-01', endsOn: '2026-06-01' })]
  const instance = plainInstance([{ QLNN_CV: 3 }, { QLNN_CV: 3 }, { QLNN_CV: 3 }], lines, {
    units: [{ id: 'u0', headcount: 4, away: [] }],
    awayPercent: 20,
  })

  const solution = solved(instance)

  expect(solution.objective).toBe(6)
  expect(solution.unassigned).toMatchObject([{ personId: 'p2', why: 'away' }])
})

test('among equals whoever has served longest goes first', () => {
  const instance = plainInstance([{ QLNN_CV: 3 }, { QLNN_CV: 3 }, { QLNN_CV: 3 }], [plainLine('a', 'QLNN_CV', 1)])
  const units = [
    { id: 'u0', headcount: 9, away: [] },
    { id: 'u1', headcount: 9, away: [] },
  ]
  const people = instance.people.map((one, at) => ({ ...one, unitId: at === 1 ? 'u1' : 'u0', order: ['2019', '2011', '2015'][at] ?? '' }))

  expect(whereTo(solved({ ...instance, units, people }))).toEqual(['p1 → a'])
})

test('one more seat and one more million bring what they bring when they are there', () => {
  const lines = [plainLine('a', 'QLNN_CV', 1, { seatCost: 1_000_000 }), plainLine('b', 'LLCT_TC', 4, { seatCost: 1_000_000 })]
  const instance = plainInstance([{ QLNN_CV: 9 }, { QLNN_CV: 5 }, { LLCT_TC: 4 }, { LLCT_TC: 2 }], lines, { budget: 3_000_000 })
  const more = (seats: number, budget: number) =>
    bestByTrying({ ...instance, lines: lines.map((one) => (one.id === 'a' ? { ...one, seats } : one)), budget })

  const { objective, gains } = solved(instance)

  expect(objective).toBe(15)
  expect(gains).toMatchObject({ how: 'solved', million: more(1, 4_000_000) - objective })
  expect(gains.lines).toEqual([
    { lineId: 'a', gain: more(2, 3_000_000) - objective },
    { lineId: 'b', gain: 0 },
  ])
  expect(solved({ ...instance, budget: null }).gains.next).toEqual([{ lineId: 'a', personId: 'p1', kind: 'QLNN_CV', worth: 5 }])
})

test('a line that costs to be held is held only where it is worth it', () => {
  const lines = [
    plainLine('held', 'QLNN_CV', 3, { seatCost: 1_000_000, lineCost: 4_000_000 }),
    plainLine('cheap', 'LLCT_TC', 2, { seatCost: 2_000_000 }),
  ]
  const needs = [{ QLNN_CV: 2 }, { QLNN_CV: 2 }, { QLNN_CV: 2 }, { LLCT_TC: 5 }, { LLCT_TC: 4 }]
  expect(whereTo(solved(plainInstance(needs, lines, { budget: 7_000_000 })))).toEqual(['p3 → cheap', 'p4 → cheap'])
})
