import type { Cell, CellStyle, WriteSheet } from 'hucre'
import { columnLetter } from './cells.ts'
import { footer, font, border, withoutControls } from './write-style.ts'

/** A cell of a sheet laid out by hand; `to` links to a place on a sheet of the same workbook, counted from 0. */
export type LaidOutCell = {
  row: number
  column: number
  value: string | number | null
  /** How far it reaches to the right and down, itself counted. */
  across?: number
  down?: number
  bold?: boolean
  italic?: boolean
  size?: number
  align?: 'left' | 'center' | 'right'
  indent?: number
  boxed?: boolean
  to?: { sheet: number; row: number; rows: number }
}

/** A form in its official layout: merged heads, nothing but what its cells say, A4 across on one page's width. */
export type LaidOutSheet = {
  kind: 'laid-out'
  name: string
  widths: readonly number[]
  heights?: ReadonlyMap<number, number>
  cells: readonly LaidOutCell[]
  /** Rows repeated on each page, counted from 0. */
  heading: { from: number; to: number }
  foot?: string | null
}

export function laidOutSheet(sheet: LaidOutSheet, name: string, names: readonly string[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  for (const one of sheet.cells) {
    for (let row = one.row; row < one.row + (one.down ?? 1); row += 1) {
      for (let column = one.column; column < one.column + (one.across ?? 1); column += 1) {
        const isFirst = row === one.row && column === one.column
        cells.set(`${row},${column}`, {
          value: isFirst ? plain(one.value) : null,
          style: styleOf(one),
          ...(isFirst && one.to ? { hyperlink: linkOf(one.to, names) } : {}),
        })
      }
    }
  }
  const merged = sheet.cells.filter(({ across = 1, down = 1 }) => across > 1 || down > 1)
  return {
    name,
    columns: sheet.widths.map((width) => ({ width })),
    rows: [],
    rowDefs: new Map([...(sheet.heights ?? [])].map(([row, height]) => [row, { height }])),
    cells,
    merges: merged.map(({ row, column, across = 1, down = 1 }) => ({
      startRow: row,
      endRow: row + down - 1,
      startCol: column,
      endCol: column + across - 1,
    })),
    freezePane: { rows: sheet.heading.to + 1, columns: 2 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `$${sheet.heading.from + 1}:$${sheet.heading.to + 1}`,
      margins: { top: 0.6, bottom: 0.6, left: 0.79, right: 0.59, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: footer(sheet.foot) },
  }
}

function styleOf({ value, bold, italic, size, align, indent, boxed, to }: LaidOutCell): CellStyle {
  return {
    font: {
      ...font,
      ...(bold ? { bold: true } : {}),
      ...(italic ? { italic: true } : {}),
      ...(size ? { size } : {}),
      ...(to ? { color: { rgb: '23406E' } } : {}),
    },
    alignment: {
      vertical: 'center',
      wrapText: true,
      horizontal: align ?? (typeof value === 'number' ? 'right' : 'left'),
      ...(indent ? { indent } : {}),
    },
    ...(boxed ? { border } : {}),
    ...(typeof value === 'number' ? { numFmt: '#,##0' } : {}),
  }
}

/** 'Danh sách'!A5:A9: whoever follows it finds the rows chosen. */
function linkOf({ sheet, row, rows }: { sheet: number; row: number; rows: number }, names: readonly string[]) {
  const name = (names[sheet] ?? '').replaceAll("'", "''")
  const last = `${columnLetter(1)}${row + Math.max(1, rows)}`
  return { target: '', location: `'${name}'!A${row + 1}:${last}` }
}

function plain(value: string | number | null): string | number | null {
  return typeof value === 'string' ? withoutControls(value) : value
}
