import { fold } from '#lib/vietnamese-names.ts'
import type { DateSystem } from '#lib/read-date.ts'
import { columnNumber, type Merge, type Sheet, type Workbook } from '#lib/workbook/cells.ts'
import type { ColumnRole, ImportKind, Mapping, Recognition, RecognisedTable, SheetNote, Title, Warning } from '../candidate.ts'
import { type CellCorrection, withCorrections } from './corrections.ts'
import { type DecodedRow, decodedRows, decodeText, encodingOfSheet } from './decoded-sheet.ts'
import { columnsOf, findHeading, type Heading } from './heading.ts'
import { type Found, readTable } from './read-table.ts'
import { bodyLength } from './row-kinds.ts'
import { isMark } from './row-reader.ts'
import { continuedRows, mergedDown, type Table } from './table.ts'
import { readCourseText, readTitle } from './title-lines.ts'
import { isUnitText, readUnit } from './units.ts'

export type RecogniseOptions = {
  /** Guessed from title and heading when not said. */
  kind?: ImportKind
  /** Corrections a user made or an office has kept, used for tables with the same heading. */
  mappings?: readonly Mapping[]
  /** What was typed over single cells. */
  corrections?: readonly CellCorrection[]
}

/** Rows shown beside the recognised columns. */
const sampleRows = 12

export type Step = Found | { sheet: SheetNote }

/** Everything a workbook gives, at once; for large files take the steps. */
export function recognise(workbook: Workbook, options: RecogniseOptions = {}): Recognition {
  const result: Recognition = { sheets: [], candidates: [], refused: [], warnings: [] }
  for (const step of recogniseSteps(workbook, options)) {
    if ('candidate' in step) result.candidates.push(step.candidate)
    else if ('refused' in step) result.refused.push(...step.refused)
    else if ('warning' in step) result.warnings.push(step.warning)
    else result.sheets.push(step.sheet)
  }
  return result
}

/** The same, one candidate or refusal at a time; a sheet's note comes after its rows. */
export function* recogniseSteps(workbook: Workbook, options: RecogniseOptions = {}): Generator<Step> {
  const ids = new Map<string, number>()
  for (const sheet of withCorrections(workbook, options.corrections).sheets) {
    for (const step of sheetSteps(sheet, workbook.dateSystem, options)) {
      if ('candidate' in step) noteTwice(step.candidate.fields.personalId?.value, step.candidate, ids)
      yield step
    }
  }
}

function* sheetSteps(sheet: Sheet, dateSystem: DateSystem, options: RecogniseOptions): Generator<Step> {
  const encoding = encodingOfSheet(sheet)
  const name = decodeText(sheet.name, encoding)
  const note: SheetNote = { sheet: sheet.name, hidden: sheet.isHidden, encoding, tables: [] }
  if (sheet.isHidden) return yield { sheet: { ...note, skipped: 'hidden' } }
  if (sheet.rows.length === 0) return yield { sheet: { ...note, skipped: 'empty' } }
  const rows = [...decodedRows(sheet, encoding)]
  for (const table of tablesOf(sheet, rows, name, dateSystem, options)) {
    note.tables.push(recognisedTable(table.table, table.heading))
    if (encoding !== 'unicode' && note.tables.length === 1) yield { warning: oldFont(sheet.name, table.heading) }
    yield* readTable(table.table)
  }
  yield { sheet: note.tables.length === 0 ? { ...note, skipped: 'no-table' } : note }
}

function* tablesOf(
  sheet: Sheet,
  rows: readonly DecodedRow[],
  name: string,
  dateSystem: DateSystem,
  options: RecogniseOptions,
): Generator<{ table: Table; heading: Heading }> {
  let heading = findHeading(rows, sheet.merges, 0)
  let titleFrom = 0
  let outer: Title['fields'] = {}
  for (let index = 0; heading !== null; index += 1) {
    const start = rows.findIndex(({ row }) => row > (heading?.bottom ?? 0))
    const { own, next } = rowsUntilNext(rows, sheet.merges, start < 0 ? rows.length : start, heading)
    const titleRows = rows.filter(({ row }, at) => at >= titleFrom && row < (heading?.top ?? 0)).slice(-30)
    const above = readTitle(titleRows, sheet.name, 'title')
    const kind = options.kind ?? guessKind(heading, above)
    const columns = columnsOf(heading, kind, sheet.merges, correctedRoles(heading, options.mappings ?? []))
    const roles = rolesByColumn(columns)
    const body = bodyLength(own, roles)
    const below = readTitle(trailing(own, roles), sheet.name, 'footer')
    const named =
      kind === 'people' ? {} : readCourseText(name.replaceAll('_', '/'), { sheet: sheet.name, row: heading.top, column: 'A' }, 'sheet-name')
    const common = { ...named, ...below.fields, ...outer, ...above.fields }
    const title = { ...above, fields: common }
    outer = common
    const table: Table = {
      sheet: sheet.name,
      kind,
      index,
      headingTop: heading.top,
      columns,
      roles,
      rows: own,
      bodyEnd: own[body - 1]?.row ?? heading.bottom,
      title,
      common,
      dateSystem,
      merges: mergedDown(sheet.merges, own),
      marksWomenOnly: marksWomenOnly(own, roles),
      continued: continuedRows(sheet.merges, columns),
      sheetUnit: unitOfSheetName(name),
    }
    yield { table, heading }
    titleFrom = (start < 0 ? rows.length : start) + body
    heading = next
  }
}

/** The rows of a table; the same heading printed again on the next page is stepped over. */
function rowsUntilNext(
  rows: readonly DecodedRow[],
  merges: readonly Merge[],
  start: number,
  heading: Heading,
): { own: DecodedRow[]; next: Heading | null } {
  const own: DecodedRow[] = []
  let from = start
  for (;;) {
    const next = findHeading(rows, merges, from)
    const end = next === null ? rows.length : rows.findIndex(({ row }) => row >= next.top)
    own.push(...rows.slice(from, end))
    if (next === null || next.fingerprint !== heading.fingerprint) return { own, next }
    from = rows.findIndex(({ row }) => row > next.bottom)
    if (from < 0) return { own, next: null }
  }
}

function marksWomenOnly(rows: readonly DecodedRow[], roles: Table['roles']): boolean {
  const column = roles.indexOf('sex.female')
  const others: readonly ColumnRole[] = ['sex', 'sex.male', 'birth.male', 'birth.female']
  return column >= 0 && !others.some((role) => roles.includes(role)) && rows.some(({ cells }) => isMark(cells[column]?.text ?? ''))
}

function trailing(rows: readonly DecodedRow[], roles: Table['roles']): DecodedRow[] {
  return rows.slice(bodyLength(rows, roles)).slice(0, 30)
}

function rolesByColumn(columns: readonly { column: string; role: ColumnRole }[]): ColumnRole[] {
  const roles: ColumnRole[] = []
  for (const { column, role } of columns) roles[columnNumber(column)] = role
  return roles
}

function correctedRoles(heading: Heading, mappings: readonly Mapping[]): Map<string, ColumnRole> {
  const own = mappings.find(({ fingerprint }) => fingerprint === heading.fingerprint)
  return new Map(own?.columns.map(({ column, role }) => [column, role]))
}

function guessKind(heading: Heading, title: Title): ImportKind {
  const words = fold(title.lines.map(({ text }) => text).join(' '))
  const over = fold(heading.paths.flat().join(' '))
  if (!/\b(ho va ten|ho ten|ho dem)\b/.test(over)) return 'classes'
  if (/\b(cu (di )?(hoc|dao tao|boi duong)|cu can bo|cu di)\b/.test(words)) return 'sendings'
  if (/\b(hoc vien|mo lop|lop boi duong|tham gia lop)\b/.test(words)) return 'classes'
  return /\b(noi hoc|co so dao tao|noi dung dao tao)\b/.test(over) ? 'sendings' : 'people'
}

function unitOfSheetName(name: string): Table['sheetUnit'] {
  const words = fold(name).replace(/^\d+[.\s_-]*/, '')
  if (
    words === '' ||
    /^(sheet|trang|ds|danh sach|trich ngang|bieu|mau|phu luc|th|tong|data|du lieu|lop|can bo|cong chuc|cbcc|llct|huong dan)/.test(words)
  )
    return null
  if (!isUnitText(name) && words.split(' ').length > 4) return null
  const text = name.replace(/^\d+[.\s_-]*/, '')
  return { value: readUnit(text), text }
}

function recognisedTable(table: Table, heading: Heading): RecognisedTable {
  const first = table.rows[0]?.row ?? heading.bottom + 1
  return {
    sheet: table.sheet,
    kind: table.kind,
    headingRows: [heading.top, heading.bottom],
    rows: [first, table.rows.at(-1)?.row ?? heading.bottom],
    columns: [...table.columns],
    fingerprint: heading.fingerprint,
    title: table.title,
    sample: table.rows.slice(0, sampleRows).map(({ row, cells }) => ({ row, cells: Array.from(cells, (cell) => cell?.text ?? '') })),
  }
}

function oldFont(sheet: string, heading: Heading): Warning {
  return { code: 'old-font', place: { sheet, row: heading.top, column: 'A' } }
}

function noteTwice(
  id: string | undefined,
  candidate: { row: number; sheet: string; warnings: Warning[]; fields: { personalId?: { place: Warning['place'] } } },
  ids: Map<string, number>,
): void {
  if (id === undefined) return
  const before = ids.get(id)
  if (before === undefined) ids.set(id, candidate.row)
  else if (candidate.fields.personalId !== undefined)
    candidate.warnings.push({ code: 'id-same-twice', field: 'personalId', place: candidate.fields.personalId.place, text: String(before) })
}
