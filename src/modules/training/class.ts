import { isTrainingKind } from '#law/training-kinds.ts'
import { warning, type Objection } from '#lib/override.ts'

export type Opened = { kind: string; openedOn: string; closedOn: string | null; headCount: number | null }

/** Why the class may not be so; a class is known by its list of trainees or by its head count, never both. */
export function classObjections(one: Opened, listed: number): Objection[] {
  const objections: Objection[] = []
  if (!isTrainingKind(one.kind)) objections.push({ code: 'training-kind-unknown', kind: one.kind })
  if (one.closedOn !== null && one.closedOn <= one.openedOn)
    objections.push({ code: 'end-before-start', from: one.openedOn, to: one.closedOn })
  if (one.headCount !== null && listed > 0) objections.push({ code: 'class-has-list', listed })
  return objections
}

/** Why these persons may not be entered in the class. */
export function enrolObjections(
  one: Pick<Opened, 'headCount'> & { seats: number | null; listed: number },
  persons: { wanted: number; alreadyIn: readonly string[]; notThere: readonly string[] },
): Objection[] {
  const objections: Objection[] = []
  if (one.headCount !== null) objections.push({ code: 'class-head-count-only', headCount: one.headCount })
  if (persons.alreadyIn.length > 0) objections.push({ code: 'already-enrolled', names: persons.alreadyIn })
  const after = one.listed + persons.wanted
  if (one.seats !== null && after > one.seats) objections.push(warning('over-seats', { seats: one.seats, after }))
  if (persons.notThere.length > 0) objections.push(warning('not-serving-then', { names: persons.notThere }))
  return objections
}
