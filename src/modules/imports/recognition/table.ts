import { columnNumber, type Merge } from '#lib/workbook/cells.ts'
import type { DateSystem } from '#lib/read-date.ts'
import type { ColumnRole, Fields, ImportKind, Place, RecognisedColumn, Title, UnitReading } from '../candidate.ts'
import type { DecodedCell, DecodedRow } from './decoded-sheet.ts'

/** A table being read: its columns, its rows, and what stands around it. */
export type Table = {
  sheet: string
  kind: ImportKind
  index: number
  headingTop: number
  columns: readonly RecognisedColumn[]
  roles: readonly (ColumnRole | undefined)[]
  rows: readonly DecodedRow[]
  /** The row of the last person; what is below is totals, notes and signatures. */
  bodyEnd: number
  merges: ReadonlyMap<string, DecodedCell>
  /** The rows that continue the person above, by a merge over the name's column. */
  continued: ReadonlySet<number>
  /** The only column of sex is one of marks for women. */
  marksWomenOnly: boolean
  title: Title
  common: Fields
  sheetUnit: { value: UnitReading; text: string } | null
  dateSystem: DateSystem
}

/** The column a role stands in, for saying where something is missing. */
export function columnOf(table: Table, ...roles: ColumnRole[]): string {
  for (const role of roles) {
    const found = table.columns.find((column) => column.role === role)
    if (found !== undefined) return found.column
  }
  return table.columns.find(({ role }) => role !== 'ordinal' && role !== 'ignore')?.column ?? 'A'
}

export function placeIn(table: Table, row: number, ...roles: ColumnRole[]): Place {
  return { sheet: table.sheet, row, column: columnOf(table, ...roles) }
}

/** The cells under a merge that runs down: each row of it means what the first says. */
export function mergedDown(merges: readonly Merge[], rows: readonly DecodedRow[]): Map<string, DecodedCell> {
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const cells = new Map<string, DecodedCell>()
  for (const { top, bottom, left } of merges) {
    const cell = byRow.get(top)?.cells[left]
    if (cell === undefined) continue
    for (let row = top + 1; row <= bottom; row += 1) cells.set(`${row},${left}`, cell)
  }
  return cells
}

/** Rows whose name cell belongs to the row above: the same person's second line. */
export function continuedRows(merges: readonly Merge[], columns: readonly RecognisedColumn[]): Set<number> {
  const name = columns.find(({ role }) => role === 'name' || role === 'name.family')
  const rows = new Set<number>()
  if (name === undefined) return rows
  for (const { top, bottom, left } of merges) {
    if (left !== columnNumber(name.column)) continue
    for (let row = top + 1; row <= bottom; row += 1) rows.add(row)
  }
  return rows
}

/** One person's rows, their lines joined: a second row adds to the cells of the first. */
export function joined(rows: readonly DecodedRow[]): DecodedRow {
  const [first, ...rest] = rows
  if (first === undefined) throw new Error('no row to join')
  if (rest.length === 0) return first
  const cells = [...first.cells]
  for (const { cells: more } of rest) {
    more.forEach((cell, column) => {
      const own = cells[column]
      if (cell === undefined) return
      cells[column] = own === undefined ? cell : { ...own, text: `${own.text}\n${cell.text}`, value: `${own.text}\n${cell.text}` }
    })
  }
  return { ...first, cells }
}
