import { type Cell, columnNumber, type Merge, type Sheet, type Workbook } from '#lib/workbook/cells.ts'

type Written = string | number | Date | null | { formula: string; value?: string | number } | { error: string }

/** A workbook for a test, written as one sees it: rows of values, merges as 'B2:C3'. */
export function madeWorkbook(...sheets: Sheet[]): Workbook {
  return { format: 'xlsx', dateSystem: 1900, sheets }
}

export function madeSheet(
  rows: readonly (readonly Written[])[],
  spec: { name?: string; merges?: readonly string[]; hiddenRows?: readonly number[]; font?: string; isHidden?: boolean } = {},
): Sheet {
  return {
    name: spec.name ?? 'Sheet1',
    isHidden: spec.isHidden ?? false,
    merges: (spec.merges ?? []).map(mergeOf),
    rows: rows.flatMap((values, index) => {
      const cells = values.map((value) => cellOf(value, spec.font))
      return cells.some((cell) => cell !== undefined)
        ? [{ row: index + 1, isHidden: spec.hiddenRows?.includes(index + 1) ?? false, cells }]
        : []
    }),
  }
}

function cellOf(value: Written, font: string | undefined): Cell | undefined {
  if (value === null || value === '') return undefined
  const dressed = font === undefined ? {} : { font }
  if (typeof value !== 'object' || value instanceof Date) return { value, ...dressed }
  if ('error' in value) return { value: value.error, isError: true, ...dressed }
  return { value: value.value ?? null, formula: value.formula, ...dressed }
}

function mergeOf(range: string): Merge {
  const [, left = 'A', top = '1', right = 'A', bottom = '1'] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? []
  return { top: Number(top), bottom: Number(bottom), left: columnNumber(left), right: columnNumber(right) }
}
