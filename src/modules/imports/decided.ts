import type { Refusal } from '#server/refusal.ts'
import type { Choice, FieldChange, Option, RowState } from './planned.ts'

type Deciding = {
  of: string
  state: RowState
  options: readonly Option[]
  askWhy: string | null
  changes: FieldChange[]
  personId: string | null
  leftOutWhy: string | null
}
export type Decided = Pick<Deciding, 'state' | 'changes' | 'personId' | 'leftOutWhy'>

/** Why this may not be decided of the row. */
export function choiceObjections(row: Deciding, choice: Choice): Refusal[] {
  if (choice.choice === 'left-out') return []
  if (row.state === 'refused') return [{ code: 'row-refused' }]
  if (choice.choice === 'person' && !row.options.some(({ personId }) => personId === choice.personId)) return [{ code: 'not-an-option' }]
  if (choice.choice === 'new' && row.askWhy === 'id-but-other-person') return [{ code: 'id-elsewhere' }]
  // Two rows that say the same of one person are one fact; only of people they may be two namesakes.
  if (choice.choice === 'new' && row.askWhy === 'twice-in-file' && row.of !== 'person') return [{ code: 'only-leave-out' }]
  return []
}

/** What the row comes to by the decision; applying works it out again from the facts. */
export function decided(row: Deciding, choice: Choice): Decided {
  if (choice.choice === 'left-out') return { state: 'left_out', changes: [], personId: null, leftOutWhy: choice.reason }
  if (choice.choice === 'new') return { state: 'new', changes: [], personId: null, leftOutWhy: null }
  const option = row.options.find(({ personId }) => personId === choice.personId)
  return { state: option?.state ?? 'new', changes: option?.changes ?? [], personId: choice.personId, leftOutWhy: null }
}
