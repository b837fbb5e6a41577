import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import type { Bilingual } from '#lib/language.ts'
import { cellSlice, printed, sliceOf, type FormDefinition, type FormLine, type Slice } from './form.ts'
import type { ClassTally, Tally } from './form-compile.sql.ts'

/** A number of the form in both units; null where nobody records what the form asks for. */
export type FormCell = { people: number | null; times: number | null }
export type FormRow = { key: string; mark: string; label: Bilingual; depth: number; cells: FormCell[] }
export type Tallies = { tallies: readonly Tally[]; classes: readonly ClassTally[] }

/** The rows of the form, each with a cell for every column that it prints. */
export function rowsOf(form: FormDefinition, tallies: Tallies): FormRow[] {
  return printed(form.rows).map((row) => rowOf(form, row, tallies))
}

/** What the form has no row for but must not lose: its own lines beside the form, and each kind of course that none of its lines takes. */
export function restRowsOf(form: FormDefinition, tallies: Tallies): FormRow[] {
  const aside = form.rows.filter(({ isAside }) => isAside).map((row) => rowOf(form, row, tallies))
  return [...aside, ...(byProgrammes(form) ? restKindRows(form, tallies) : [])].filter(({ cells }) => cells.some(isSome))
}

/** The columns beside the form of which there are some, over all that was counted; of a form with courses across, those it has no column for. */
export function restColumnsOf(
  form: FormDefinition,
  tallies: Tallies,
): { key: string; label: Bilingual; cell: FormCell; ofClasses: boolean }[] {
  const own = form.columns
    .filter(({ isAside }) => isAside)
    .map(({ key, label }) => {
      const slice = sliceOf(form.columns, key)
      return { key, label, cell: cellOf(slice, tallies), ofClasses: slice.openedBy !== undefined }
    })
  const kinds = byProgrammes(form)
    ? []
    : restKinds(tallies).map((key) => ({ key, label: kindLabel(key), cell: cellOf({ programmes: [key] }, tallies), ofClasses: false }))
  return [...own, ...kinds].filter(({ cell }) => isSome(cell))
}

/** What one cell is taken from, for its list; null for a cell that is none, or that nobody records. */
export function askedSlice(form: FormDefinition, row: string, column: string): Slice | null {
  const hasRow = row === 'any' || form.rows.some(({ key }) => key === row) || isRest(row)
  const hasColumn = column === 'any' || form.columns.some(({ key }) => key === column) || isRest(column)
  if (!hasRow || !hasColumn) return null
  return cellSlice(
    isRest(row) ? { programmes: [row] } : sliceOf(form.rows, row),
    isRest(column) ? { programmes: [column] } : sliceOf(form.columns, column),
  )
}

export function cellOf(slice: Slice | null, { tallies, classes }: Tallies): FormCell {
  if (slice === null) return { people: null, times: null }
  if (slice.openedBy) {
    const found = classes.filter((one) => slice.openedBy?.some((level) => level === one.level) && isAmong(slice.programmes, one.programme))
    const count = found.reduce((sum, one) => sum + one.classes, 0)
    return { people: count, times: count }
  }
  const found = tallies.filter((one) => isAmong(slice.programmes, one.programme) && isAmong(slice.audiences, one.audience))
  const sum = (of: (one: Tally) => number) => found.reduce((total, one) => total + of(one), 0)
  switch (slice.trait) {
    case 'leader':
      return { people: sum((one) => one.leaderPeople), times: sum((one) => one.leaderTimes) }
    case 'women':
      return { people: sum((one) => one.womenPeople), times: sum((one) => one.womenTimes) }
    case 'minority':
      return { people: sum((one) => one.minorityPeople), times: sum((one) => one.minorityTimes) }
    default:
      return { people: sum((one) => one.people), times: sum((one) => one.times) }
  }
}

function rowOf(form: FormDefinition, { key, mark = '', label, depth = 0 }: FormLine, tallies: Tallies): FormRow {
  const row = sliceOf(form.rows, key)
  return {
    key,
    mark,
    label,
    depth,
    cells: printed(form.columns).map((column) => cellOf(cellSlice(row, sliceOf(form.columns, column.key)), tallies)),
  }
}

function restKindRows(form: FormDefinition, tallies: Tallies): FormRow[] {
  return restKinds(tallies).map((key) => ({
    key,
    mark: '',
    label: kindLabel(key),
    depth: 0,
    cells: printed(form.columns).map((column) => cellOf(cellSlice({ programmes: [key] }, sliceOf(form.columns, column.key)), tallies)),
  }))
}

/** Kinds that stand under no line, in the order in which kinds are listed. */
function restKinds({ tallies, classes }: Tallies): string[] {
  const found = new Set([...tallies, ...classes].map(({ programme }) => programme).filter(isRest))
  const order = Object.keys(trainingKinds).map((kind) => `rest:${kind}`)
  return [...found].toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
}

export function kindLabel(key: string): Bilingual {
  const kind = key.slice('rest:'.length)
  return isTrainingKind(kind) ? trainingKinds[kind].name : { vi: kind, en: kind }
}

export function byProgrammes({ rows }: FormDefinition): boolean {
  return rows.some(({ counts }) => 'programme' in counts)
}

function isRest(key: string): boolean {
  return key.startsWith('rest:')
}

function isAmong(keys: readonly string[] | undefined, key: string): boolean {
  return keys === undefined || keys.includes(key)
}

function isSome({ people, times }: FormCell): boolean {
  return (people ?? 0) > 0 || (times ?? 0) > 0
}
