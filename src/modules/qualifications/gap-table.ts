import type { Requirement } from '#law/requirements.ts'
import type { GapState } from './gap.ts'

/** So many persons with the same posts, each post with the state of what it asks. */
export type Alike = { count: number; seats: readonly Seat[] }
/** A post: its title, '' where it asks nothing, and the row that its unit counts for, '' where no rows are told apart. */
export type Seat = { row: string; titleCode: string; states: ReadonlyMap<Requirement, GapState> }

export type Counted = { required: number } & Record<GapState, number>
export type GapRow = { people: number; cells: Map<Requirement, Counted> }
export type GapTable = {
  rows: Map<string, GapRow>
  /** Each person once, by the worst of what their posts ask. */
  columns: Map<Requirement, Counted>
  people: Counted
  /** Persons whose posts ask nothing. */
  unmeasured: number
}

/** A person with two posts in one row counts there once, by the worse of the two: who lacks it for one post lacks it. */
export function tableOf(alike: Iterable<Alike>, rowOf: (seat: Seat) => string): GapTable {
  const table: GapTable = { rows: new Map(), columns: new Map(), people: none(), unmeasured: 0 }
  for (const { count, seats } of alike) {
    for (const [key, held] of Map.groupBy(seats, rowOf)) {
      const row = table.rows.get(key) ?? { people: 0, cells: new Map<Requirement, Counted>() }
      table.rows.set(key, row)
      row.people += count
      for (const [requirement, state] of worstOf(held)) add(row.cells, requirement, state, count)
    }
    const states = worstOf(seats)
    for (const [requirement, state] of states) add(table.columns, requirement, state, count)
    if (states.size === 0) table.unmeasured += count
    else addTo(table.people, [...states.values()].reduce(worse), count)
  }
  return table
}

function worstOf(seats: readonly Seat[]): ReadonlyMap<Requirement, GapState> {
  const [only, another] = seats
  if (only && !another) return only.states
  const states = new Map<Requirement, GapState>()
  for (const seat of seats) {
    for (const [requirement, state] of seat.states) states.set(requirement, worse(states.get(requirement) ?? state, state))
  }
  return states
}

function worse(one: GapState, other: GapState): GapState {
  if (one === 'missing' || other === 'missing') return 'missing'
  return one === 'studying' ? one : other
}

function add(cells: Map<Requirement, Counted>, requirement: Requirement, state: GapState, count: number): void {
  const cell = cells.get(requirement) ?? none()
  cells.set(requirement, cell)
  addTo(cell, state, count)
}

function addTo(counted: Counted, state: GapState, count: number): void {
  counted.required += count
  counted[state] += count
}

function none(): Counted {
  return { required: 0, met: 0, studying: 0, missing: 0 }
}
