import * as fc from 'fast-check'
import { faultsOf, worthOf } from './check.ts'
import type { Assigned, Instance, OfferedLine } from './instance.ts'

const kinds = ['QLNN_CV', 'LLCT_TC'] as const

const month = (number: number) => `2026-${String(number).padStart(2, '0')}-01`

const line = fc.record({
  kind: fc.constantFrom(...kinds),
  seats: fc.integer({ min: 1, max: 3 }),
  share: fc.option(fc.integer({ min: 0, max: 2 }), { freq: 3 }),
  seatCost: fc.integer({ min: 0, max: 4 }).map((millions) => millions * 1_000_000),
  lineCost: fc.constantFrom(0, 0, 2_000_000),
  starts: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 5 }),
  months: fc.integer({ min: 1, max: 3 }),
})

const person = fc.record({
  unit: fc.integer({ min: 0, max: 1 }),
  worths: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })),
  barred: fc.integer({ min: 0, max: 20 }),
  busy: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 6, nil: null }),
})

/** Small instances with everything that may be in the way: shares, days, money, conditions, absences. */
export const smallInstance: fc.Arbitrary<Instance> = fc
  .record({
    people: fc.array(person, { minLength: 1, maxLength: 5 }),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    budget: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 2 }),
    awayPercent: fc.option(fc.constantFrom(20, 34, 50), { freq: 2 }),
    away: fc.option(fc.integer({ min: 1, max: 4 })),
  })
  .map(({ people, lines, budget, awayPercent, away }) => ({
    people: people.map(({ unit, busy }, at) => ({
      id: `p${at}`,
      unitId: `u${unit}`,
      within: [`u${unit}`, 'district'],
      order: `p${at}`,
      busy: busy === null ? [] : [{ from: month(busy), to: month(busy + 1) }],
    })),
    needs: people.flatMap(({ worths, barred }, at) =>
      kinds.flatMap((kind, k) => {
        const worth = worths[k] ?? 0
        return worth === 0 ? [] : [{ personId: `p${at}`, kind, worth, barred: barred < lines.length ? [`l${barred}`] : [] }]
      }),
    ),
    lines: lines.map(({ kind, seats, share, seatCost, lineCost, starts, months }, at) => ({
      ...{ id: `l${at}`, kind, seats, seatCost, lineCost },
      shares: share === null ? [] : [{ unitId: 'u0', seats: Math.min(share, seats) }],
      startsOn: starts === null ? null : month(starts),
      endsOn: starts === null ? null : month(starts + months),
    })),
    units: ['u0', 'u1'].map((id, at) => ({
      id,
      headcount: 4,
      away: away === null || at > 0 ? [] : [{ from: month(away), to: month(away + 1) }],
    })),
    budget: budget === null ? null : budget * 1_000_000,
    awayPercent,
  }))

/** The best there is, by trying everything. */
export function bestByTrying(instance: Instance): number {
  let best = 0
  const choose = (at: number, chosen: Assigned[]): void => {
    const need = instance.needs[at]
    if (!need) {
      if (worthOf(instance, chosen) > best && faultsOf(instance, chosen).length === 0) best = worthOf(instance, chosen)
      return
    }
    choose(at + 1, chosen)
    for (const { id, kind } of instance.lines)
      if (kind === need.kind) choose(at + 1, [...chosen, { personId: need.personId, kind, lineId: id }])
  }
  choose(0, [])
  return best
}

export function plainLine(id: string, kind: string, seats: number, more: Partial<OfferedLine> = {}): OfferedLine {
  return { id, kind, seats, shares: [], seatCost: 0, lineCost: 0, startsOn: null, endsOn: null, ...more }
}

/** Persons p0, p1 … of one unit, each with the worths of the kinds needed; whoever comes first has served longest. */
export function plainInstance(worths: Record<string, number>[], lines: OfferedLine[], more: Partial<Instance> = {}): Instance {
  return {
    people: worths.map((_, at) => ({ id: `p${at}`, unitId: 'u0', within: ['u0'], order: `p${at}`, busy: [] })),
    needs: worths.flatMap((own, at) => Object.entries(own).map(([kind, worth]) => ({ personId: `p${at}`, kind, worth, barred: [] }))),
    lines,
    units: [{ id: 'u0', headcount: 100, away: [] }],
    budget: null,
    awayPercent: null,
    ...more,
  }
}
