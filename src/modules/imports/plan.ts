import type { Candidate, ReadRow } from './candidate.ts'
import { choiceOf, emptyPlan, refusedPlan, type PlanGiven, type RowPlanner } from './plan-given.ts'
import type { Planned, RowState } from './planned.ts'

export type Counts = Record<RowState, number> & { rows: number }

/** What a row of the file comes to: what it would write, what must be decided, why it is refused. */
export function planRow({ candidate, refused }: ReadRow, given: PlanGiven, plan: RowPlanner): Planned {
  if (isLeftOut(candidate, given)) return leftOut(candidate, given)
  return refused.length > 0 ? refusedPlan(candidate, refused) : plan(candidate, given)
}

export function isLeftOut(candidate: Candidate, given: Pick<PlanGiven, 'choices'>): boolean {
  return choiceOf(given, candidate)?.choice === 'left-out'
}

export function noCounts(): Counts {
  return { rows: 0, new: 0, same: 0, changed: 0, duplicate: 0, refused: 0, left_out: 0 }
}

/** The counts with these rows added. */
export function counted(counts: Counts, rows: readonly Planned[]): Counts {
  const sum = { ...counts, rows: counts.rows + rows.length }
  for (const { state } of rows) sum[state] += 1
  return sum
}

function leftOut(candidate: Candidate, given: PlanGiven): Planned {
  const choice = choiceOf(given, candidate)
  return { ...emptyPlan(candidate), state: 'left_out', leftOutWhy: choice?.choice === 'left-out' ? choice.reason : '' }
}
