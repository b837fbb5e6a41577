import type { TableRow } from './unit-draft.ts'
import { wordsOf } from '#law/words.ts'

type Column = Exclude<keyof TableRow, 'row'>

const headings: Record<Column, RegExp> = {
  name: /^(ten|ten don vi|don vi|name|unit)$/,
  kind: /^(cap loai|loai|cap|kind|level|cap loai don vi)$/,
  above: /^(thuoc|truc thuoc|thuoc don vi|don vi cap tren|parent|under)$/,
  code: /^(ma|ma don vi|ma so|code)$/,
}

/** Finds the heading row of a sheet, given as texts, and what stands below it; null without a column of names. */
export function tableOfSheet(rows: { row: number; cells: string[] }[]): TableRow[] | null {
  const at = rows.findIndex(({ cells }) => columnsOf(cells).name !== undefined)
  if (at < 0) return null
  const columns = columnsOf(rows[at]?.cells ?? [])
  const cell = (cells: string[], column: Column) => {
    const place = columns[column]
    return place === undefined ? '' : (cells[place] ?? '')
  }
  return rows.slice(at + 1).map(({ row, cells }) => ({
    row,
    name: cell(cells, 'name'),
    kind: cell(cells, 'kind'),
    above: cell(cells, 'above'),
    code: cell(cells, 'code'),
  }))
}

function columnsOf(cells: string[]): Partial<Record<Column, number>> {
  const words = cells.map(wordsOf)
  const found = (Object.keys(headings) as Column[]).map(
    (column) => [column, words.findIndex((text) => headings[column].test(text))] as const,
  )
  return Object.fromEntries(found.filter(([, place]) => place >= 0))
}
