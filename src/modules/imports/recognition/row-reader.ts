import { readDate, type DateSystem } from '#lib/read-date.ts'
import type { PartialDate } from '#lib/partial-date.ts'
import { cleanText } from '#lib/vietnamese-names.ts'
import type { ColumnRole, FieldName, Fields, FieldValues, Place, Reading, Refused, Source, Warning, Why } from '../candidate.ts'
import type { DecodedCell } from './decoded-sheet.ts'

/** The cell of a role in one row, with the row it was really written in when it says "as above". */
export type RoleCell = { role: ColumnRole; text: string; value: DecodedCell['value']; place: Place; source: Source }

/** What is being gathered from one row. */
export type RowReader = {
  sheet: string
  row: number
  dateSystem: DateSystem
  cells: ReadonlyMap<ColumnRole, RoleCell>
  fields: Fields
  warnings: Warning[]
  refused: Refused[]
}

export function put<F extends FieldName>(reader: RowReader, field: F, value: FieldValues[F] | null | undefined, cell: RoleCell): void {
  if (value === null || value === undefined) return
  const reading: Reading<FieldValues[F]> = { value, text: cell.text, place: cell.place, source: cell.source }
  // The field's own type was checked by the signature; the map forgets which field it is.
  ;(reader.fields as Record<string, unknown>)[field] = reading
}

export function warn(reader: RowReader, code: Warning['code'], cell: { place: Place; text?: string }, field?: FieldName): void {
  reader.warnings.push({
    code,
    place: cell.place,
    ...(field === undefined ? {} : { field }),
    ...(cell.text === undefined ? {} : { text: cell.text }),
  })
}

export function refuse(reader: RowReader, why: Why, place: Place): void {
  reader.refused.push({ ...place, why })
}

/** A date in a cell: refused when it is no day, taken with a warning when its reading was not the plain one. */
export function dateIn(reader: RowReader, cell: RoleCell, field: FieldName): PartialDate | null {
  const found = readDate(typeof cell.value === 'boolean' || cell.value === null ? cell.text : cell.value, reader.dateSystem)
  if (found !== null) {
    if (found.twoDigitYear === true) warn(reader, 'two-digit-year', cell, field)
    if (found.swapped === true) warn(reader, 'day-month-swapped', cell, field)
    return found.date
  }
  if (/\d/.test(cell.text) || field === 'birth') refuse(reader, { code: 'no-such-date', text: cell.text }, cell.place)
  else warn(reader, 'date-not-read', cell, field)
  return null
}

export function isMark(text: string): boolean {
  return /^(?:x|X|v|V|✓|✔|\+|1|có)$/u.test(text.trim())
}

/** 'nt', ″, 'như trên'. A dash is "as above" only where a blank would make no sense. */
export function saysAsAbove(text: string, role: ColumnRole): boolean {
  const plain = cleanText(text).toLowerCase()
  if (/^(?:-?\s*nt\s*-?|n\.t\.?|như trên|-\s*như trên\s*-|(?:["″”“„〃]\s*)+|''|,,|\/\/|\\\\)$/.test(plain)) return true
  return /^[-–—]+$/.test(plain) && dashMeansAbove.has(role)
}

const dashMeansAbove: ReadonlySet<ColumnRole> = new Set([
  'unit',
  'post-and-unit',
  'nativePlace',
  'birthplace',
  'residence',
  'ethnic',
  'className',
  'school',
  'mode',
  'period',
  'from',
  'to',
  'decision',
  'decisionNumber',
  'decisionOn',
  'trainingKind',
  'opener',
  'place',
])

/** A dash, 'không', 'chưa' where nothing is meant. */
export function saysNothing(text: string): boolean {
  return /^(?:[-–—.…_/]+|không|ko|chưa|chưa có|không có|0)$/iu.test(text.trim())
}
