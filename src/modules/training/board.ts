import { warning, type Objection } from '#lib/override.ts'
import type { Condition, ConditionCode } from './candidate.ts'

type OfClass = { seats: number | null; headCount: number | null; closedOn: string | null; openedOn: string }
type Override = { code: string }

/** Why the seats may not be shared so: each unit once, all of them there, and no more than the class has room for. */
export function shareObjections(
  seats: readonly { unitId: string; seats: number }[],
  of: Pick<OfClass, 'seats'>,
  missing: readonly string[],
): Objection[] {
  const objections: Objection[] = []
  const shared = seats.reduce((sum, one) => sum + one.seats, 0)
  if (new Set(seats.map(({ unitId }) => unitId)).size < seats.length) objections.push({ code: 'unit-twice' })
  if (missing.length > 0) objections.push({ code: 'units-not-on-day', names: missing })
  if (of.seats !== null && shared > of.seats) objections.push({ code: 'seats-over-class', seats: of.seats, shared })
  return objections
}

export type Wanted = { name: string; isIn: boolean; isNominated: boolean; unitId: string | null }

/** Why these persons may not be put on the board. */
export function nominateObjections(of: OfClass, wanted: readonly Wanted[], today: string): Objection[] {
  const objections = classObjections(of, today)
  const namesOf = (which: (one: Wanted) => boolean) => wanted.filter(which).map(({ name }) => name)
  const alreadyIn = namesOf(({ isIn }) => isIn)
  const already = namesOf(({ isNominated, isIn }) => isNominated && !isIn)
  const nowhere = namesOf(({ unitId }) => unitId === null)
  if (alreadyIn.length > 0) objections.push({ code: 'already-enrolled', names: alreadyIn })
  if (already.length > 0) objections.push({ code: 'already-nominated', names: already })
  if (nowhere.length > 0) objections.push({ code: 'serves-nowhere', names: nowhere })
  return objections
}

export type Standing = { name: string; open: readonly ConditionCode[] }
export type Lane = { name: string; seats: number; taken: number }

/** Why the board may not be decided, whatever the paper says; the page shows the same. */
export function decideObjections(of: OfClass, nominees: readonly Standing[], taken: number, today: string): Objection[] {
  const objections = classObjections(of, today)
  if (nominees.length === 0) objections.push({ code: 'board-empty' })
  if (of.seats !== null && taken > of.seats) objections.push({ code: 'more-than-seats', seats: of.seats, people: taken })
  const warned = nominees.filter(({ open }) => open.length > 0)
  if (warned.length > 0) objections.push({ code: 'warnings-stand', names: warned.map(({ name }) => name) })
  return objections
}

/** What someone has to answer for when a unit sends more than its share, or the paper comes after the class has begun. */
export function decideWarnings(of: Pick<OfClass, 'openedOn'>, lanes: readonly Lane[], issuedOn: string): Objection[] {
  const over = lanes.filter(({ seats, taken }) => taken > seats)
  return [
    ...(over.length > 0 ? [warning('over-quota', { names: over.map(({ name, taken, seats }) => `${name} ${taken}/${seats}`) })] : []),
    ...(issuedOn > of.openedOn ? [warning('sent-after-start', { on: of.openedOn })] : []),
  ]
}

/** Conditions that are not met and that nobody has answered for. */
export function openWarnings(conditions: readonly Pick<Condition, 'code' | 'state'>[], overrides: readonly Override[]): ConditionCode[] {
  return conditions
    .filter(({ code, state }) => state === 'unmet' && !overrides.some((override) => override.code === code))
    .map(({ code }) => code)
}

function classObjections({ headCount, closedOn }: OfClass, today: string): Objection[] {
  const objections: Objection[] = []
  if (headCount !== null) objections.push({ code: 'class-head-count-only', headCount })
  if (closedOn !== null && closedOn <= today) objections.push({ code: 'class-over', on: closedOn })
  return objections
}
