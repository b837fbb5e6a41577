import { byWorth } from './greedy.ts'
import { obstacles, type Obstacle, type Seating } from './seating.ts'

export type WhyNot = 'no-class' | Obstacle
export type Unassigned = {
  personId: string
  kind: string
  worth: number
  standing: Standing
  why: WhyNot
  /** The line that came nearest, where there is one. */
  lineId: string | null
  /** Who was chosen last there, of the least worth; where a seat is what is missing. */
  before: { personId: string; worth: number } | null
}

/** Where a need stands among those of its kind: the first, the twelfth … of so many. */
export type Standing = { place: number; of: number }

export function standings({ ground }: Seating): Standing[] {
  const standing: Standing[] = ground.needs.map(() => ({ place: 0, of: 0 }))
  const byKind = Map.groupBy(byWorth(ground), (need) => ground.needs[need]?.kind ?? '')
  for (const needs of byKind.values()) for (const [at, need] of needs.entries()) standing[need] = { place: at + 1, of: needs.length }
  return standing
}

export function unassignedIn(seating: Seating, standing: readonly Standing[]): Unassigned[] {
  return byWorth(seating.ground)
    .filter((need) => seating.lineOf[need] === -1)
    .map((need) => ({ ...named(seating, need), standing: standing[need] ?? { place: 0, of: 0 }, ...whyNot(seating, need) }))
}

function named({ ground }: Seating, need: number): { personId: string; kind: string; worth: number } {
  const { person = -1, kind = '', worth = 0 } = ground.needs[need] ?? {}
  return { personId: ground.people[person]?.id ?? '', kind, worth }
}

/** What is in the way where least is; a seat that is missing counts last, because it is the plainest answer. */
export function whyNot(seating: Seating, need: number): Pick<Unassigned, 'why' | 'lineId' | 'before'> {
  const { ground } = seating
  const all = ground.linesOfKind.get(ground.needs[need]?.kind ?? '') ?? []
  let nearest: { line: number; in: Obstacle[] } | null = null
  for (const line of all) {
    const found = obstacles(seating, need, line)
    if (nearest === null || nearness(found) < nearness(nearest.in)) nearest = { line, in: found }
  }
  if (nearest === null) return { why: 'no-class', lineId: null, before: null }
  const [why = 'seat'] = nearest.in
  const isSeat = why === 'seat' || why === 'share'
  return {
    why,
    lineId: ground.lines[nearest.line]?.offered.id ?? null,
    before: isSeat ? lastChosen(seating, nearest.line, why === 'share' ? need : null) : null,
  }
}

const lasting: readonly Obstacle[] = ['condition', 'busy', 'other-kind']

function nearness(found: readonly Obstacle[]): number {
  const isLasting = found.some((one) => lasting.includes(one))
  return (isLasting ? 100 : 0) + found.length * 2 + (found.includes('seat') ? 1 : 0)
}

function lastChosen({ ground, takers }: Seating, line: number, sharing: number | null): Unassigned['before'] {
  const share = ground.lines[line]?.shareOf
  const mine = sharing === null ? null : share?.(ground.needs[sharing]?.person ?? -1)
  const there = [...(takers[line] ?? [])].filter((need) => mine === null || share?.(ground.needs[need]?.person ?? -1) === mine)
  const order = (need: number) => ground.people[ground.needs[need]?.person ?? -1]?.order ?? ''
  const [last] = there.toSorted((a, b) => (ground.needs[a]?.worth ?? 0) - (ground.needs[b]?.worth ?? 0) || (order(a) < order(b) ? 1 : -1))
  if (last === undefined) return null
  const { person = -1, worth = 0 } = ground.needs[last] ?? {}
  return { personId: ground.people[person]?.id ?? '', worth }
}

/** Whom one more seat in each line would bring: the first of whom nothing but the seat is missing. */
export function nextForEach(
  seating: Seating,
  order: readonly number[],
): { lineId: string; personId: string; kind: string; worth: number }[] {
  const { ground, lineOf } = seating
  const left = Map.groupBy(
    order.filter((need) => lineOf[need] === -1),
    (need) => ground.needs[need]?.kind ?? '',
  )
  return ground.lines.flatMap(({ offered }, line) => {
    const next = left.get(offered.kind)?.find((need) => {
      const [first, second] = obstacles(seating, need, line)
      return first === 'seat' && second === undefined
    })
    return next === undefined ? [] : [{ lineId: offered.id, ...named(seating, next) }]
  })
}
