import { boundBy } from './bound.ts'
import { faultsOf } from './check.ts'
import { byWorth, fill, greedySeating } from './greedy.ts'
import { gapOf } from './gap.ts'
import { type Ground, groundOf } from './ground.ts'
import { type Detail, type Grouping, groupingOf } from './grouping.ts'
import type { Solver } from './highs.node.ts'
import { boundByPersons } from './lagrange.ts'
import type { Assigned, Instance } from './instance.ts'
import { gainsOf, type Gains } from './gains.node.ts'
import { type Model, modelOf } from './model.ts'
import { honourOrder } from './order.ts'
import { type Part, partsOf } from './parts.ts'
import { nextForEach, type Standing, standings, type Unassigned, unassignedIn } from './reasons.ts'
import { seatedBy } from './rounding.ts'
import { pricesOf, seek } from './search.ts'
import { obstacles, type Seating } from './seating.ts'

export type Progress = { step: 'grouping' | 'solving' | 'seating' | 'comparing'; done: number; total: number }
export type Options = {
  /** at most, for the search */ seconds: number
  /** good enough, such as 0.01 */ gap: number
  tell?: (progress: Progress) => void
}

export type Chosen = Assigned & { worth: number; standing: Standing }
export type Solution = {
  objective: number
  /** Nothing whatever can be worth more. */
  bound: number
  /** (bound − objective) / bound */
  gap: number
  seconds: number
  greedy: number
  spent: number
  assigned: Chosen[]
  unassigned: Unassigned[]
  gains: Gains & { next: { lineId: string; personId: string; kind: string; worth: number }[] }
  size: { groups: number; classes: number; columns: number; rows: number; parts: number }
}

/** Beyond these many variables a part is solved relaxed, and its parts of whole numbers are mended afterwards. */
const wholeColumns = 3_000
const fineColumns = 20_000
const coarsestColumns = 120_000
const nearEnough = 1e-4
/** Of the gap that is asked for: a large instance need not be searched further. */
const goodShare = 0.6

type Attempt = { seating: Seating; bound: number; model: Model; grouping: Grouping; parts: number }

/** Who goes where, how good that is, and how good it could be at most. The same instance always has the same answer. */
export function solve(instance: Instance, solver: Solver, { seconds, gap, tell = () => undefined }: Options): Solution {
  const began = performance.now()
  const left = () => seconds - (performance.now() - began) / 1_000
  tell({ step: 'grouping', done: 0, total: 1 })
  const ground = groundOf(instance)
  const order = byWorth(ground)
  const greedy = greedySeating(ground)
  let best: { seating: Seating; bound: number; last: Attempt } | null = null
  for (const detail of detailsOf(ground, () => best?.seating ?? greedy)) {
    const attempt = attemptAt(ground, solver, detail, { left, gap, order, tell })
    if (attempt === null) continue
    const bound = Math.min(attempt.bound, best?.bound ?? Infinity)
    const seating: Seating = best && best.seating.worth >= attempt.seating.worth ? best.seating : attempt.seating
    best = { seating, bound, last: attempt }
    if (gapOf(seating.worth, bound) <= gap * goodShare || left() < 1) break
  }
  const seating = best && best.seating.worth >= greedy.worth ? best.seating : greedy
  honourOrder(seating, order)
  tell({ step: 'comparing', done: 0, total: 1 })
  const solution = told(ground, seating, best?.bound ?? Infinity, order)
  const faults = faultsOf(instance, solution.assigned)
  if (faults.length > 0) throw new Error(`The proposal breaks its own rules: ${faults.slice(0, 5).join('; ')}`)
  const gains = best ? gainsOf(ground, best.last, solver, Math.max(1, left())) : { lines: [], million: null, how: 'prices' as const }
  const { model, grouping, parts } = best?.last ?? { model: { columns: [], rows: [] }, grouping: { groups: [], classes: [] }, parts: 0 }
  return {
    ...solution,
    greedy: greedy.worth,
    gains: { ...gains, next: solution.next },
    seconds: (performance.now() - began) / 1_000,
    size: {
      groups: grouping.groups.length,
      classes: grouping.classes.length,
      columns: model.columns.length,
      rows: model.rows.length,
      parts,
    },
  }
}

/** From the coarsest that may do to the finest that can be borne; a small instance is told exactly at once. */
function* detailsOf(ground: Ground, current: () => Seating): Generator<Detail> {
  const several = ground.needsOf.some((needs) => needs.length > 1)
  const narrow = new Set(Array.from(ground.units.keys()).filter((unit) => mayEmpty(ground, unit)))
  const exact: Detail = { eligible: true, dated: several || narrow.size > 0, watched: narrow, single: true }
  if (columnsAt(ground, exact) <= fineColumns) return yield exact
  const wide: Detail = { eligible: false, dated: false, watched: new Set(), single: false }
  yield wide
  const open = { ...wide, eligible: true }
  if (columnsAt(ground, open) <= coarsestColumns) yield open
  const tight = tightUnits(current())
  for (let most = tight.length; ; most = Math.floor(most / 2)) {
    const detail: Detail = { eligible: true, dated: true, watched: new Set(tight.slice(0, most)), single: false }
    if (columnsAt(ground, detail) <= coarsestColumns) return yield detail
    if (most === 0) return
  }
}

function columnsAt(ground: Ground, detail: Detail): number {
  return groupingOf(ground, detail).groups.reduce((sum, { needs }) => sum + needs.reduce((own, { open }) => own + open.length, 0), 0)
}

function mayEmpty({ needs, people, units }: Ground, unit: number): boolean {
  const { limit = Infinity, away = [] } = units[unit] ?? {}
  if (limit === Infinity) return false
  const able = new Set(needs.filter(({ person, lines }) => lines.length > 0 && people[person]?.unit === unit).map(({ person }) => person))
  return able.size > limit - Math.max(0, ...away)
}

/** The units whose absences alone keep somebody from a seat, the most worth kept away first. */
function tightUnits(seating: Seating): number[] {
  const { ground } = seating
  const kept = new Map<number, number>()
  for (const [place, { person, worth, lines }] of ground.needs.entries()) {
    if (seating.lineOf[place] !== -1) continue
    const isKept = lines.some((line) => {
      const [first, second] = obstacles(seating, place, line)
      return first === 'away' && second === undefined
    })
    const unit = ground.people[person]?.unit ?? -1
    if (isKept) kept.set(unit, (kept.get(unit) ?? 0) + worth)
  }
  return [...kept].toSorted(([a, one], [b, other]) => other - one || a - b).map(([unit]) => unit)
}

type Around = { left: () => number; gap: number; order: readonly number[]; tell: (progress: Progress) => void }

function attemptAt(ground: Ground, solver: Solver, detail: Detail, { left, gap, order, tell }: Around): Attempt | null {
  const grouping = groupingOf(ground, detail)
  const model = modelOf(ground, grouping, detail)
  const parts = partsOf(model)
  const values = new Float64Array(model.columns.length)
  const prices = new Float64Array(model.rows.length)
  let bound = 0
  for (const [done, part] of parts.entries()) {
    tell({ step: 'solving', done, total: parts.length })
    const solved = solvePart(part, solver, { seconds: left() / 2, gap })
    if (solved === null) return null
    bound += solved.bound
    for (const [at, column] of part.columns.entries()) values[column] = solved.values[at] ?? 0
    for (const [at, row] of part.rows.entries()) prices[row] = solved.prices[at] ?? 0
  }
  tell({ step: 'seating', done: 0, total: 1 })
  const seating = seatedBy(ground, grouping, model, values)
  fill(seating, order)
  const attempt = { seating, bound, model, grouping, parts: parts.length }
  if (gapOf(seating.worth, bound) <= nearEnough) return attempt
  const relaxed = { grouping, model, values, prices }
  const lower = Math.min(bound, wholeBound(boundByPersons(ground, pricesOf(ground, relaxed), seating.worth, () => left() > 1)))
  const enough = !detail.eligible || model.columns.length > wholeColumns ? gap * goodShare : nearEnough
  const isGood = ({ worth }: Seating) => gapOf(worth, lower) <= enough
  const better = seek(ground, relaxed, order, isGood, () => left() > 1)
  return { ...attempt, bound: lower, seating: better.worth > seating.worth ? better : seating }
}

/** A part that no row touches takes all it can; else the relaxation comes first, and whole numbers are searched where it has parts. */
function solvePart(
  { model }: Part,
  solver: Solver,
  { seconds, gap }: { seconds: number; gap: number },
): { values: Float64Array; prices: Float64Array; bound: number } | null {
  if (model.rows.length === 0) {
    const values = Float64Array.from(model.columns, ({ worth, upper }) => (worth > 0 ? upper : 0))
    return { values, prices: new Float64Array(), bound: model.columns.reduce((sum, { worth, upper }) => sum + worth * upper, 0) }
  }
  const relaxed = solver.relaxed(model, seconds)
  if (relaxed === null) return null
  const bound = wholeBound(boundBy(relaxed.prices, model))
  const isWhole = relaxed.values.every((value) => Math.abs(value - Math.round(value)) < 1e-6)
  if (isWhole || model.columns.length > wholeColumns) return { ...relaxed, bound }
  const whole = solver.whole(model, seconds, gap / 10)
  if (whole === null) return { ...relaxed, bound }
  return { values: whole.values, prices: relaxed.prices, bound: Math.min(bound, wholeBound(whole.bound ?? Infinity)) }
}

/** What is worth whole numbers is worth no part of one more; the solver's sums are right to some six places. */
function wholeBound(bound: number): number {
  return Math.floor(bound + 1e-5 + bound * 1e-7)
}

function told(ground: Ground, seating: Seating, bound: number, order: readonly number[]) {
  const standing = standings(seating)
  const assigned = order.flatMap((need): Chosen[] => {
    const [found, line] = [ground.needs[need], ground.lines[seating.lineOf[need] ?? -1]]
    if (!found || !line) return []
    const place = standing[need] ?? { place: 0, of: 0 }
    return [
      { personId: ground.people[found.person]?.id ?? '', kind: found.kind, lineId: line.offered.id, worth: found.worth, standing: place },
    ]
  })
  const limit = Math.min(
    bound,
    ground.needs.reduce((sum, { worth }) => sum + worth, 0),
  )
  if (limit < seating.worth) throw new Error(`The proposal is worth ${seating.worth}, more than its bound ${limit}`)
  return {
    objective: seating.worth,
    bound: limit,
    gap: gapOf(seating.worth, limit),
    spent: seating.spent,
    assigned,
    unassigned: unassignedIn(seating, standing),
    next: nextForEach(seating, order),
  }
}
