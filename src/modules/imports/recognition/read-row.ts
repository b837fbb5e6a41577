import { fold } from '#lib/vietnamese-names.ts'
import { columnNumber } from '#lib/workbook/cells.ts'
import type { Candidate, ColumnRole, Fields, UnitReading, Reading } from '../candidate.ts'
import { checkTimes, fillFrom, readCourse } from './course-fields.ts'
import type { DecodedRow } from './decoded-sheet.ts'
import { readPerson } from './person-fields.ts'
import { refuse, type RoleCell, type RowReader, saysAsAbove, warn } from './row-reader.ts'
import { readStudies } from './study-fields.ts'
import { placeIn, type Table } from './table.ts'

/** What a section row gives to the rows under it. */
export type Section = { unit: Reading<UnitReading> | null; fields: Fields }

export type Above = Map<ColumnRole, RoleCell>

/** One row of the table as fields, warnings and refusals; `above` is what "as above" means and is brought up to date. */
export function readRow(table: Table, row: DecodedRow, section: Section, above: Above): RowReader {
  const reader: RowReader = {
    sheet: table.sheet,
    row: row.row,
    dateSystem: table.dateSystem,
    cells: new Map(),
    fields: {},
    warnings: [],
    refused: [],
  }
  reader.cells = roleCells(table, row, above, reader)
  const isClassRow = table.kind === 'classes' && !hasNameColumn(table)
  if (!isClassRow) {
    readPerson(reader)
    giveSexOfBlank(table, reader)
    readStudies(reader)
    if (reader.fields.name === undefined && !isNameRefused(table, reader))
      refuse(reader, { code: 'no-name' }, placeIn(table, row.row, 'name', 'name.family', 'name.given'))
    if (reader.fields.birth === undefined && reader.refused.length === 0)
      warn(reader, 'birth-missing', { place: placeIn(table, row.row, 'birth', 'birth.male', 'birth.year') }, 'birth')
    giveUnit(table, reader, section)
  }
  if (table.kind !== 'people') {
    readCourse(reader)
    fillFrom(reader.fields, section.fields, table.kind)
    fillFrom(reader.fields, table.common, table.kind)
    checkTimes(reader)
  }
  if (row.isHidden) warn(reader, 'hidden-row', { place: placeIn(table, row.row, 'name', 'className') })
  checkAgainstListDay(table, reader)
  return reader
}

/** A list with a column for women only, and marks in it, says of the others that they are men. */
function giveSexOfBlank(table: Table, reader: RowReader): void {
  if (!table.marksWomenOnly || reader.fields.sex !== undefined || reader.cells.has('sex.female')) return
  const place = placeIn(table, reader.row, 'sex.female')
  reader.fields.sex = { value: 'male', text: '', place, source: 'cell' }
  warn(reader, 'sex-from-blank', { place }, 'sex')
}

/** An error in the name's own cell is said once. */
function isNameRefused(table: Table, reader: RowReader): boolean {
  const { column } = placeIn(table, reader.row, 'name', 'name.family', 'name.given')
  return reader.refused.some((one) => one.row === reader.row && one.column === column)
}

export function hasNameColumn(table: Table): boolean {
  return table.roles.some((role) => role === 'name' || role === 'name.family' || role === 'name.given')
}

export function candidateOf(table: Table, reader: RowReader, of: Candidate['of'], classKey?: string): Candidate {
  return {
    of,
    sheet: table.sheet,
    row: reader.row,
    fields: reader.fields,
    warnings: reader.warnings,
    ...(classKey === undefined ? {} : { classKey }),
  }
}

function roleCells(table: Table, row: DecodedRow, above: Above, reader: RowReader): Map<ColumnRole, RoleCell> {
  const cells = new Map<ColumnRole, RoleCell>()
  for (const { column, role } of table.columns) {
    if (role === 'ordinal' || role === 'ignore') continue
    const index = columnNumber(column)
    const place = { sheet: table.sheet, row: row.row, column }
    const own = row.cells[index]
    const merged = own === undefined ? table.merges.get(`${row.row},${index}`) : undefined
    const cell = own ?? merged
    if (cell === undefined || (cell.text === '' && cell.formula === undefined)) continue
    if (cell.isError === true) refuse(reader, { code: 'error-value', text: cell.text }, place)
    else if (cell.text === '' && cell.formula !== undefined) refuse(reader, { code: 'formula-without-value', formula: cell.formula }, place)
    else if (role !== 'name' && role !== 'personalId' && saysAsAbove(cell.text, role))
      copyAbove(reader, cells, above, role, { text: cell.text, place })
    else cells.set(role, { role, text: cell.text, value: cell.value, place, source: merged === undefined ? 'cell' : 'above' })
  }
  for (const [role, cell] of cells) above.set(role, cell)
  return cells
}

function copyAbove(
  reader: RowReader,
  cells: Above,
  above: Above,
  role: ColumnRole,
  written: { text: string; place: RoleCell['place'] },
): void {
  const source = above.get(role)
  if (source === undefined) warn(reader, 'as-above-of-nothing', written)
  else cells.set(role, { ...source, place: written.place, source: 'above' })
}

/** The row's own column first, then the section it stands under, the title, the sheet's name. */
function giveUnit(table: Table, reader: RowReader, section: Section): void {
  const own = reader.fields.unit
  const given = section.unit ?? table.title.fields.unit ?? sheetUnit(table)
  if (own === undefined) {
    if (given !== null && given !== undefined) reader.fields.unit = given
    else warn(reader, 'unit-missing', { place: placeIn(table, reader.row, 'unit', 'post-and-unit', 'name') }, 'unit')
    return
  }
  // 'UBND xã' alone means the commune of the section.
  if (own.value.name === '' && given !== null && given !== undefined) {
    reader.fields.unit = { ...own, value: { ...own.value, kind: own.value.kind ?? given.value.kind, name: given.value.name } }
    return
  }
  const isElsewhere =
    section.unit !== null &&
    section.unit.value.kind !== null &&
    own.value.kind === section.unit.value.kind &&
    fold(own.value.name) !== fold(section.unit.value.name)
  if (isElsewhere) warn(reader, 'unit-differs-from-section', own, 'unit')
}

function sheetUnit(table: Table): Reading<UnitReading> | null {
  if (table.sheetUnit === null) return null
  return { ...table.sheetUnit, place: { sheet: table.sheet, row: table.headingTop, column: 'A' }, source: 'sheet-name' }
}

/** Nobody on a list of 31/12/2020 joined the Party in 2022, or was born in 2015. */
function checkAgainstListDay(table: Table, reader: RowReader): void {
  const year = table.title.asOf?.value.y ?? reader.fields.decisionOn?.value.y
  if (year === undefined) return
  const { birth, partyJoinedOn } = reader.fields
  if (birth !== undefined && year - birth.value.y < 16) warn(reader, 'too-young', birth, 'birth')
  if (partyJoinedOn !== undefined && partyJoinedOn.value.y > year) warn(reader, 'date-after-list', partyJoinedOn, 'partyJoinedOn')
}
