import type { Bilingual } from '#lib/language.ts'
import { cellSlice, printed, sliceOf, type FormDefinition, type Slice } from './form.ts'
import { kindLabel } from './form-cells.ts'
import type { FormAnswer } from './form.contract.ts'

/** A person whom one side of the comparison counts in a place where the other does not. */
export type Moved = {
  side: 'came' | 'went'
  person_id: string
  name: string
  programme: string
  audience: string
  leader: boolean
  women: boolean
  minority: boolean
}

type Number = { people: number; times: number }
export type ChangedCell = {
  row: string
  column: string
  label: Bilingual
  before: Number
  after: Number
  came: { personId: string; name: string }[]
  went: { personId: string; name: string }[]
}

type Numbers = Pick<FormAnswer, 'rows' | 'rest'>

/** Every cell whose number or whose people differ, with who came in and who went out of it. */
export function changedCells(form: FormDefinition, before: Numbers, after: Numbers, moved: readonly Moved[]): ChangedCell[] {
  const columns = printed(form.columns)
  return rowsOfBoth(before, after).flatMap(({ key, label }) =>
    columns.flatMap((column, at) => {
      const one = numberAt(before, key, at)
      const other = numberAt(after, key, at)
      const slice = cellSlice(key.startsWith('rest:') ? { programmes: [key] } : sliceOf(form.rows, key), sliceOf(form.columns, column.key))
      const { came, went } = slice === null || slice.openedBy ? { came: [], went: [] } : movedIn(slice, moved)
      const isSame = one.people === other.people && one.times === other.times && came.length === 0 && went.length === 0
      return isSame ? [] : [{ row: key, column: column.key, label, before: one, after: other, came, went }]
    }),
  )
}

function rowsOfBoth(before: Numbers, after: Numbers): { key: string; label: Bilingual }[] {
  const rest = [...before.rest, ...after.rest].map(({ key, label }) => ({ key, label: key.startsWith('rest:') ? kindLabel(key) : label }))
  return [...after.rows, ...rest.filter(({ key }, at) => rest.findIndex((one) => one.key === key) === at)]
}

function numberAt({ rows, rest }: Numbers, row: string, column: number): Number {
  const cell = [...rows, ...rest].find(({ key }) => key === row)?.cells[column]
  return { people: cell?.people ?? 0, times: cell?.times ?? 0 }
}

/** Whoever only moved between two lines below has neither come nor gone. */
function movedIn(slice: Slice, moved: readonly Moved[]): Pick<ChangedCell, 'came' | 'went'> {
  const here = moved.filter((one) => isIn(slice, one))
  const of = (side: Moved['side']) => new Map(here.filter((one) => one.side === side).map((one) => [one.person_id, one.name]))
  const [came, went] = [of('came'), of('went')]
  return { came: without(came, went), went: without(went, came) }
}

function without(some: Map<string, string>, others: Map<string, string>): { personId: string; name: string }[] {
  return [...some].filter(([id]) => !others.has(id)).map(([personId, name]) => ({ personId, name }))
}

function isIn({ programmes, audiences, trait }: Slice, one: Moved): boolean {
  return (
    (programmes === undefined || programmes.includes(one.programme)) &&
    (audiences === undefined || audiences.includes(one.audience)) &&
    (trait === undefined || one[trait])
  )
}
