import { EncryptedFileError, read, type Cell as FoundCell, type Sheet as FoundSheet, type Workbook as FoundWorkbook } from 'hucre'
import { type Cell, type CellValue, type Row, type Sheet, type Workbook, WorkbookError } from './cells.ts'
import { isErrorText } from './error-text.ts'
import { inspectWorkbook } from './guard.ts'
import { limits } from './limits.ts'
import { hiddenSheets } from './xls-hidden.ts'
import { readXlsx } from './xlsx.ts'

/** The whole workbook, in this thread; anything but a test goes through the worker. */
export async function parseWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const { format } = inspectWorkbook(bytes)
  return format === 'xlsx' ? readXlsx(bytes) : readXls(bytes)
}

async function readXls(bytes: Uint8Array): Promise<Workbook> {
  const found = await unpacked(bytes)
  const dateSystem = found.dateSystem === '1904' ? 1904 : 1900
  let cells = 0
  const hidden = hiddenSheets(bytes)
  const sheets = found.sheets.map((sheet, index) => {
    const made = sheetOf(sheet, found.defaultFont?.name)
    if (hidden?.length === found.sheets.length && hidden[index] === true) made.isHidden = true
    cells += made.rows.reduce((sum, { cells: row }) => sum + row.length, 0)
    if (made.rows.length > limits.rows || cells > limits.cells)
      throw new WorkbookError({ code: 'workbook-too-large', limit: `${limits.rows} rows` })
    return made
  })
  return { format: 'xls', dateSystem, sheets }
}

async function unpacked(bytes: Uint8Array): Promise<FoundWorkbook> {
  try {
    return await read(bytes, { readStyles: true, maxRows: limits.rows + 1 })
  } catch (error) {
    // The reader calls an .xls it cannot follow encrypted, too: only the lock itself proves a lock.
    const isLocked = error instanceof EncryptedFileError && hasOldLock(bytes)
    const code = isLocked ? 'workbook-encrypted' : 'workbook-damaged'
    throw new WorkbookError({ code }, { cause: error })
  }
}

/** In a locked .xls the record after the first BOF is FILEPASS (0x2F). */
function hasOldLock(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = buffer.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]))
  return start >= 0 && start + 24 <= buffer.length && buffer.readUInt16LE(start + 20) === 0x2f
}

function sheetOf(sheet: FoundSheet, defaultFont: string | undefined): Sheet {
  const rows: Row[] = []
  sheet.rows.forEach((values, index) => {
    const cells = cellsOf(values, index, sheet.cells, defaultFont)
    if (cells.length > 0) rows.push({ row: index + 1, isHidden: sheet.rowDefs?.get(index)?.hidden === true, cells })
  })
  const merges = (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
    top: startRow + 1,
    bottom: endRow + 1,
    left: startCol,
    right: endCol,
  }))
  return { name: sheet.name, isHidden: sheet.hidden === true || sheet.veryHidden === true, rows, merges }
}

function cellsOf(
  values: readonly unknown[],
  row: number,
  details: Map<string, FoundCell> | undefined,
  defaultFont: string | undefined,
): Row['cells'] {
  const cells: Row['cells'] = []
  values.forEach((value, column) => {
    const detail = details?.get(`${row},${column}`)
    const cell = cellOf(value, detail, defaultFont)
    if (cell !== undefined) cells[column] = cell
  })
  return cells
}

function cellOf(value: unknown, detail: FoundCell | undefined, defaultFont: string | undefined): Cell | undefined {
  const formula = detail?.type === 'formula' ? detail.formula : undefined
  const plain = plainValue(value)
  if ((plain === null || plain === '') && formula === undefined) return undefined
  const font = detail?.style?.font?.name ?? defaultFont
  return {
    value: plain,
    ...(font === undefined ? {} : { font }),
    ...(formula === undefined ? {} : { formula }),
    ...(detail?.type === 'error' || isErrorText(plain) ? { isError: true as const } : {}),
  }
}

function plainValue(value: unknown): CellValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value
  return String(value)
}
