import { columnNumber, type Row, type Workbook } from '#lib/workbook/cells.ts'

/** What a user typed over a cell of the file; the file itself stays as it was. */
export type CellCorrection = { sheet: string; row: number; column: string; value: string }

/** The workbook with the corrected cells in place of its own. */
export function withCorrections(workbook: Workbook, corrections: readonly CellCorrection[] = []): Workbook {
  if (corrections.length === 0) return workbook
  const sheets = workbook.sheets.map((sheet) => {
    const own = corrections.filter((one) => one.sheet === sheet.name)
    return own.length === 0 ? sheet : { ...sheet, rows: sheet.rows.map((row) => correctedRow(row, own)) }
  })
  return { ...workbook, sheets }
}

function correctedRow(row: Row, corrections: readonly CellCorrection[]): Row {
  const own = corrections.filter((one) => one.row === row.row)
  if (own.length === 0) return row
  const cells = [...row.cells]
  for (const { column, value } of own) cells[columnNumber(column)] = value === '' ? undefined : { value }
  return { ...row, cells }
}
