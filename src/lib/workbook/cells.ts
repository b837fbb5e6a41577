export type CellValue = string | number | boolean | Date | null

/** A cell that holds something. `value` of a formula is the one Excel saved with it; null when it saved none. */
export type Cell = { value: CellValue; font?: string; formula?: string; isError?: true }

/** A row as Excel numbers it (from 1); `cells` by column from 0, holes where nothing stands. */
export type Row = { row: number; isHidden: boolean; cells: (Cell | undefined)[] }

/** Rows and columns as Excel numbers them minus nothing: rows from 1, columns from 0, both ends included. */
export type Merge = { top: number; bottom: number; left: number; right: number }

/** Rows without any cell are left out. */
export type Sheet = { name: string; isHidden: boolean; rows: Row[]; merges: Merge[] }

export type Workbook = { format: 'xlsx' | 'xls'; dateSystem: 1900 | 1904; sheets: Sheet[] }

/** Why a file cannot be read as a workbook, said so that its owner can do something about it. */
export type WorkbookProblem =
  | { code: 'workbook-empty' }
  | { code: 'workbook-not-one' }
  | { code: 'workbook-damaged' }
  | { code: 'workbook-encrypted' }
  | { code: 'workbook-has-macros' }
  | { code: 'workbook-save-as-xlsx'; format: 'xlsb' | 'ods' }
  | { code: 'workbook-too-large'; limit: string }
  | { code: 'workbook-took-too-long'; seconds: number }

/** Thrown for a file that cannot be read; `problem` is what to tell its owner. */
export class WorkbookError extends Error {
  override name = 'WorkbookError'
  problem: WorkbookProblem

  constructor(problem: WorkbookProblem, options?: ErrorOptions) {
    super(problem.code, options)
    this.problem = problem
  }
}

/** Column 0 is A, 26 is AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** A is column 0. */
export function columnNumber(letter: string): number {
  return [...letter.toUpperCase()].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1
}

/** What the cell shows, as text: a date as dd/mm/yyyy, a whole number without its scientific form. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell.value === null) return ''
  const { value } = cell
  if (value instanceof Date) {
    const part = (number: number) => String(number).padStart(2, '0')
    return `${part(value.getUTCDate())}/${part(value.getUTCMonth() + 1)}/${value.getUTCFullYear()}`
  }
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value.toFixed(0)
  return String(value)
}
