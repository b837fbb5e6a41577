import type { Candidate, ImportKind, Refused } from './candidate.ts'
import { planClasses } from './plan-classes.ts'
import { choiceOf, emptyPlan, refusedPlan, type PlanGiven } from './plan-given.ts'
import { planPeople } from './plan-people.ts'
import { rowKey, type Planned, type RowState } from './planned.ts'
import { planSendings } from './plan-sendings.ts'

export type Counts = Record<RowState, number> & { rows: number }

const planners = { people: planPeople, sendings: planSendings, classes: planClasses } satisfies Record<ImportKind, unknown>

/** What every row of the file comes to, in the file's order: what it would write, what must be decided, why it is refused. */
export function planRows(
  kind: ImportKind,
  read: { candidates: readonly Candidate[]; refused: readonly Refused[] },
  given: PlanGiven,
): Planned[] {
  const refusedRows = new Map<string, Refused[]>()
  for (const one of read.refused) refusedRows.set(rowKey(one), [...(refusedRows.get(rowKey(one)) ?? []), one])
  const usable = read.candidates.filter(
    (candidate) => !refusedRows.has(rowKey(candidate)) && choiceOf(given, candidate)?.choice !== 'left-out',
  )
  const planned = new Map(planners[kind](usable, given).map((row) => [row.candidate, row]))

  const rows = read.candidates
    .filter((candidate) => !refusedRows.has(rowKey(candidate)))
    .map((candidate) => planned.get(candidate) ?? leftOut(candidate, given))
  const bad = [...refusedRows.values()].map((refusals) => badRow(refusals, given))
  return [...rows, ...bad].toSorted((a, b) => sheetOrder(read, a) - sheetOrder(read, b) || a.candidate.row - b.candidate.row)
}

export function countRows(rows: readonly Planned[]): Counts {
  const counts: Counts = { rows: rows.length, new: 0, same: 0, changed: 0, duplicate: 0, refused: 0, left_out: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

function badRow(refusals: Refused[], given: PlanGiven): Planned {
  const [first] = refusals
  const candidate: Candidate = { of: 'person', sheet: first?.sheet ?? '', row: first?.row ?? 0, fields: {}, warnings: [] }
  return choiceOf(given, candidate)?.choice === 'left-out' ? leftOut(candidate, given) : refusedPlan(candidate, refusals)
}

function leftOut(candidate: Candidate, given: PlanGiven): Planned {
  const choice = choiceOf(given, candidate)
  return { ...emptyPlan(candidate), state: 'left_out', leftOutWhy: choice?.choice === 'left-out' ? choice.reason : '' }
}

function sheetOrder(read: { candidates: readonly Candidate[]; refused: readonly Refused[] }, row: Planned): number {
  const order = sheetsOf(read)
  return order.indexOf(row.candidate.sheet)
}

const orders = new WeakMap<object, string[]>()

function sheetsOf(read: { candidates: readonly Candidate[]; refused: readonly Refused[] }): string[] {
  const known = orders.get(read)
  if (known) return known
  const order = [...new Set([...read.candidates, ...read.refused].map(({ sheet }) => sheet))]
  orders.set(read, order)
  return order
}
