import { type Cell, type CellStyle, writeXlsx, type WriteSheet } from 'hucre'
import { formatPartialDate, type PartialDate } from '#lib/partial-date.ts'
import { columnLetter } from './cells.ts'
import { laidOutSheet, type LaidOutSheet } from './laid-out.ts'
import { border, font, footer, withoutControls } from './write-style.ts'

/** A day is written as a date Excel can sort; a month or a year as the text people write. */
export type WrittenValue = string | number | boolean | null | undefined | PartialDate

export type WrittenColumn = {
  header: string
  width: number
  /** 'day' is 'YYYY-MM-DD' text or a PartialDate, 'text' keeps first zeros, 'percent' is a share of 1. */
  kind?: 'text' | 'number' | 'decimal' | 'percent' | 'day'
}

export type WrittenSheet = {
  name: string
  /** Lines over the table, the first of them the large one. */
  title?: readonly string[]
  columns: readonly WrittenColumn[]
  rows: readonly (readonly WrittenValue[])[]
  /** Rows set in bold, counted from 0: totals and sections. */
  boldRows?: ReadonlySet<number>
  /** Lines under the table. */
  notes?: readonly string[]
  /** The last line, also at the foot of every printed page: who made it when, and how the log stood. */
  foot?: string | null
}

const formats = { number: '#,##0', decimal: '#,##0.0', percent: '0.0%', day: 'dd/mm/yyyy', text: '@' }

/** A workbook as offices print it: title lines, a frozen heading repeated on each page, A4 across. */
export async function writeWorkbook(sheets: readonly (WrittenSheet | LaidOutSheet)[]): Promise<Uint8Array> {
  const names = uniqueNames(sheets.map(({ name }) => name))
  const written = sheets.map((sheet, index) => {
    const name = names[index] ?? `${index + 1}`
    return 'kind' in sheet ? laidOutSheet(sheet, name, names) : sheetOf(sheet, name)
  })
  return writeXlsx({
    defaultFont: font,
    properties: { creator: 'Kế Cận' },
    sheets: written.map(withoutHeading),
    namedRanges: written.flatMap(headingRange),
  })
}

/** The rows repeated on each page, named here: the library does not quote a sheet's name, and 'Tổng kết' has a space. */
function headingRange({ name, pageSetup }: WriteSheet) {
  const rows = pageSetup?.printTitlesRow
  return rows ? [{ name: '_xlnm.Print_Titles', range: `'${name.replaceAll("'", "''")}'!${rows}`, scope: name }] : []
}

function withoutHeading({ pageSetup: { printTitlesRow: _, ...pageSetup } = {}, ...sheet }: WriteSheet): WriteSheet {
  return { ...sheet, pageSetup }
}

function sheetOf(sheet: WrittenSheet, name: string): WriteSheet {
  const title = sheet.title ?? []
  const heading = title.length === 0 ? 0 : title.length + 1
  const cells = new Map<string, Partial<Cell>>()
  const last = sheet.columns.length - 1
  title.forEach((text, row) =>
    cells.set(
      `${row},0`,
      styled(text, {
        font: { ...font, bold: true, size: row === 0 ? 14 : 12 },
        alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
      }),
    ),
  )
  sheet.columns.forEach(({ header }, column) =>
    cells.set(
      `${heading},${column}`,
      styled(header, { font: { ...font, bold: true }, border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } }),
    ),
  )
  sheet.rows.forEach((values, index) => {
    sheet.columns.forEach((column, at) =>
      cells.set(`${heading + 1 + index},${at}`, bodyCell(values[at], column, sheet.boldRows?.has(index) === true)),
    )
  })
  const notesFrom = heading + sheet.rows.length + 2
  const under = [...(sheet.notes ?? []), ...(sheet.foot ? [sheet.foot] : [])]
  under.forEach((text, index) => cells.set(`${notesFrom + index},0`, styled(withoutControls(text), { font: { ...font, italic: true } })))
  return {
    name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    rows: [],
    rowDefs: heightsOf(sheet, heading),
    cells,
    merges: last < 1 ? [] : title.map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: last })),
    freezePane: { rows: heading + 1 },
    ...(sheet.rows.length === 0
      ? {}
      : { autoFilter: { range: `A${heading + 1}:${columnLetter(last)}${heading + 1 + sheet.rows.length}` } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `$${heading + 1}:$${heading + 1}`,
      margins: { top: 0.79, bottom: 0.79, left: 0.79, right: 0.59, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: footer(sheet.foot) },
  }
}

const lineHeight = 15.75

/** Rows as high as their longest wrapped cell: not every program works that out by itself. */
function heightsOf({ columns, rows }: WrittenSheet, heading: number): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>()
  const measure = (row: number, texts: readonly unknown[], room: number) => {
    const lines = Math.max(...texts.map((text, at) => linesOf(text, (columns[at]?.width ?? 10) * room)))
    if (lines > 1) heights.set(row, { height: lines * lineHeight })
  }
  measure(
    heading,
    columns.map(({ header }) => header),
    0.8,
  )
  rows.forEach((values, index) => measure(heading + 1 + index, values, 0.92))
  return heights
}

/** How many lines the words take, none of them broken. */
function linesOf(value: unknown, room: number): number {
  if (typeof value !== 'string') return 1
  let [lines, used] = [0, 0]
  for (const part of value.split('\n')) {
    lines++
    used = 0
    for (const word of part.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) [lines, used] = [lines + 1, word.length]
      else used += (used > 0 ? 1 : 0) + word.length
    }
  }
  return lines
}

function bodyCell(value: WrittenValue, { kind }: WrittenColumn, isBold: boolean): Partial<Cell> {
  const plain = plainValue(value, kind)
  const format = plain instanceof Date ? formats.day : kind === undefined || kind === 'day' ? undefined : formats[kind]
  const isNumber = typeof plain === 'number'
  return styled(plain, {
    font: isBold ? { ...font, bold: true } : font,
    border,
    alignment: { vertical: 'top', wrapText: true, ...(isNumber ? { horizontal: 'right' } : {}) },
    ...(format === undefined ? {} : { numFmt: format }),
  })
}

function plainValue(value: WrittenValue, kind: WrittenColumn['kind']): string | number | boolean | Date | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object')
    return value.d === undefined || value.m === undefined ? formatPartialDate(value) : new Date(Date.UTC(value.y, value.m - 1, value.d))
  if (kind === 'day' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`)
  // A leading '=' stays text: cells here are values, never formulas.
  return typeof value === 'string' ? withoutControls(value) : value
}

function styled(value: string | number | boolean | Date | null, style: CellStyle): Partial<Cell> {
  return { value, style }
}

/** Excel allows 31 signs, none of []:*?/\, and no two alike. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || 'Sheet'
    let unique = plain.slice(0, 31)
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${plain.slice(0, 28)} ${number}`
    taken.add(unique.toLowerCase())
    return unique
  })
}
