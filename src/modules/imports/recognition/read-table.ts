import { fold } from '#lib/vietnamese-names.ts'
import { columnLetter } from '#lib/workbook/cells.ts'
import type { Candidate, Fields, Refused, Warning } from '../candidate.ts'
import { DateOrderWatch } from './date-order.ts'
import type { DecodedRow } from './decoded-sheet.ts'
import { type Above, candidateOf, hasNameColumn, readRow, type Section } from './read-row.ts'
import { kindOfRow, type RowKind } from './row-kinds.ts'
import type { RowReader } from './row-reader.ts'
import { joined, placeIn, type Table } from './table.ts'
import { readCourseText } from './title-lines.ts'
import { isGroupText, isUnitText, readUnit } from './units.ts'

export type Found = { candidate: Candidate } | { refused: Refused[] } | { warning: Warning }

/** The candidates and refusals of a table, row by row. */
export function* readTable(table: Table): Generator<Found> {
  const watch = new DateOrderWatch()
  const above: Above = new Map()
  const classes = new Set<string>()
  const formulas = new Set<string>()
  let section: Section = { unit: null, fields: {} }
  let counted = 0
  let countedInSection = 0

  if (isLearnerList(table)) yield* titleClass(table, classes)
  for (const rows of groups(table)) {
    const row = joined(rows)
    const kind = kindOfRow(row, table.roles)
    if (kind.of === 'section') {
      section = sectionOf(table, section, kind, row)
      countedInSection = 0
    }
    if (kind.of === 'total') yield* wrongTotal(table, kind, row, counted, countedInSection)
    if (kind.of !== 'data' || row.row > table.bodyEnd) continue
    counted += 1
    countedInSection += 1
    yield* newFormulas(table, row, formulas)
    const reader = readRow(table, row, section, above)
    watch.look(reader)
    yield* foundIn(table, reader, classes)
  }
  for (const warning of watch.warnings()) yield { warning }
}

function* foundIn(table: Table, reader: RowReader, classes: Set<string>): Generator<Found> {
  const { fields } = reader
  if (table.kind === 'people') return yield* taken(table, reader, 'person')
  if (table.kind === 'sendings') {
    if (fields.trainingKind === undefined && reader.refused.length === 0)
      reader.refused.push({ ...placeIn(table, reader.row, 'trainingKind', 'className', 'name'), why: { code: 'no-training-kind' } })
    if (fields.decisionNumber === undefined)
      reader.warnings.push({ code: 'decision-missing', place: placeIn(table, reader.row, 'decisionNumber', 'decision', 'name') })
    if (fields.decisionOn?.value.d === undefined)
      reader.warnings.push({ code: 'decision-undated', place: placeIn(table, reader.row, 'decisionOn', 'decision', 'name') })
    return yield* taken(table, reader, 'sending')
  }
  if (!hasNameColumn(table)) {
    refuseNamelessClass(table, reader)
    return yield* taken(table, reader, 'class', classKeyOf(table, `row ${reader.row}`))
  }
  const key = classKeyOf(table, fields.className?.source === 'title' || fields.className === undefined ? '' : fold(fields.className.value))
  if (!classes.has(key)) yield* columnClass(table, reader, classes, key)
  yield* taken(table, reader, 'learner', key)
}

function* taken(table: Table, reader: RowReader, of: Candidate['of'], classKey?: string): Generator<Found> {
  if (reader.refused.length > 0) yield { refused: reader.refused }
  else yield { candidate: candidateOf(table, reader, of, classKey) }
}

/** A list of learners whose class stands in the title only. */
function isLearnerList(table: Table): boolean {
  return table.kind === 'classes' && hasNameColumn(table) && !table.roles.includes('className')
}

function* titleClass(table: Table, classes: Set<string>): Generator<Found> {
  const fields: Fields = { ...table.common }
  delete fields.unit
  const place = fields.className?.place ?? { sheet: table.sheet, row: table.headingTop, column: 'A' }
  const missing: Refused[] = []
  if (fields.className === undefined) missing.push({ ...place, why: { code: 'no-class-name' } })
  if (fields.trainingKind === undefined) missing.push({ ...place, why: { code: 'no-training-kind' } })
  const key = classKeyOf(table, '')
  classes.add(key)
  if (missing.length > 0) yield { refused: missing.slice(0, 1) }
  else yield { candidate: { of: 'class', sheet: table.sheet, row: place.row, fields, warnings: [], classKey: key } }
}

/** The first learner of a class named in a column brings the class. */
function* columnClass(table: Table, reader: RowReader, classes: Set<string>, key: string): Generator<Found> {
  classes.add(key)
  const { className, trainingKind, school, place, opener, from, to, mode, decisionNumber, decisionOn, decisionIssuer } = reader.fields
  const given = Object.entries({
    className,
    trainingKind,
    school,
    place,
    opener,
    from,
    to,
    mode,
    decisionNumber,
    decisionOn,
    decisionIssuer,
  }).filter(([, value]) => value !== undefined)
  const copy: RowReader = { ...reader, fields: Object.fromEntries(given) as Fields, warnings: [], refused: [] } // only what was there
  refuseNamelessClass(table, copy)
  yield* taken(table, copy, 'class', key)
}

function refuseNamelessClass(table: Table, reader: RowReader): void {
  if (reader.fields.className === undefined)
    reader.refused.push({ ...placeIn(table, reader.row, 'className'), why: { code: 'no-class-name' } })
  else if (reader.fields.trainingKind === undefined)
    reader.refused.push({ ...placeIn(table, reader.row, 'trainingKind', 'className'), why: { code: 'no-training-kind' } })
}

function classKeyOf(table: Table, own: string): string {
  return [table.sheet, table.index, own].join('#')
}

/** Rows, each with the rows that only continue it. */
function* groups(table: Table): Generator<DecodedRow[]> {
  let pending: DecodedRow[] = []
  for (const row of table.rows) {
    if (pending.length > 0 && table.continued.has(row.row)) {
      pending.push(row)
      continue
    }
    if (pending.length > 0) yield pending
    pending = [row]
  }
  if (pending.length > 0) yield pending
}

/** A unit, a kind of course, or a mere group of people, which changes nothing. */
function sectionOf(table: Table, before: Section, kind: RowKind & { of: 'section' }, row: DecodedRow): Section {
  const { text } = kind
  const place = { sheet: table.sheet, row: row.row, column: columnLetter(kind.column) }
  const said = table.kind === 'people' || isUnitText(text) ? {} : readCourseText(text, place, 'section')
  if (said.trainingKind !== undefined || said.decisionNumber !== undefined) {
    const name =
      table.kind === 'sendings' || said.trainingKind === undefined
        ? {}
        : { className: { value: text, text, place, source: 'section' as const } }
    return { unit: null, fields: { ...keptOf(before.fields, said), ...said, ...name } }
  }
  if (!isUnitText(text) && isGroupText(text)) return before
  const value = readUnit(text)
  return { unit: { value, text, place, source: 'section' }, fields: before.fields }
}

/** A course under a paper keeps the paper, and a paper under a course the course; a section that says both begins anew. */
function keptOf(before: Fields, said: Fields): Fields {
  const { trainingKind, className, decisionNumber, decisionOn, decisionIssuer } = before
  const hadBoth = trainingKind !== undefined && decisionNumber !== undefined && trainingKind.place.row === decisionNumber.place.row
  if (hadBoth || (said.trainingKind !== undefined && said.decisionNumber !== undefined)) return {}
  const kept = said.decisionNumber === undefined ? { decisionNumber, decisionOn, decisionIssuer } : { trainingKind, className }
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as Fields // only what was there
}

function* wrongTotal(
  table: Table,
  total: RowKind & { of: 'total' },
  row: DecodedRow,
  counted: number,
  inSection: number,
): Generator<Found> {
  if (total.count === null || total.count === counted || total.count === inSection) return
  // A table of classes adds up its learners, not its rows.
  if (table.kind === 'classes' && !hasNameColumn(table)) return
  yield {
    warning: {
      code: 'total-differs',
      place: { sheet: table.sheet, row: row.row, column: columnLetter(total.column) },
      text: `${total.text} (${counted})`,
    },
  }
}

/** Each column of formulas is mentioned once: its values are those Excel saved. */
function* newFormulas(table: Table, row: DecodedRow, known: Set<string>): Generator<Found> {
  for (const { column, role } of table.columns) {
    if (role === 'ordinal' || role === 'ignore' || known.has(column)) continue
    const cell = row.cells[table.columns.findIndex((one) => one.column === column)]
    if (cell?.formula === undefined || cell.text === '') continue
    known.add(column)
    yield { warning: { code: 'formula-value', place: { sheet: table.sheet, row: row.row, column }, text: cell.formula } }
  }
}
