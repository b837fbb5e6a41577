import { printed, type FormDefinition } from './form.ts'
import type { FormCell, FormRow } from './form-cells.ts'

export type CheckedSum = {
  /** `sum`: equals its addends; `within`: no more than the number it is a part of; `whole`: nothing was lost. */
  check: 'sum' | 'within' | 'rows' | 'whole'
  of: string
  parts: string[]
  /** The cells that disagree: row, column, what stands there and what should. */
  wrong: { row: string; column: string; stands: number; should: number }[]
}

type Unit = keyof FormCell

/** Every sum that whoever receives the form will check, on the numbers as they stand in it. */
export function checkedSums(form: FormDefinition, rows: readonly FormRow[], unit: Unit): CheckedSum[] {
  return [...columnSums(form, rows, unit), ...rowSums(form, rows, unit)]
}

/** Held against a count of all that was made without the form: form and remainder together are everything. */
export function checkedWhole(inForm: number, beside: number, all: number): CheckedSum {
  const stands = inForm + beside
  return { check: 'whole', of: 'all', parts: [], wrong: stands === all ? [] : [{ row: 'all', column: 'all', stands, should: all }] }
}

function columnSums(form: FormDefinition, rows: readonly FormRow[], unit: Unit): CheckedSum[] {
  const columns = printed(form.columns).map(({ key }) => key)
  const value = (row: FormRow, column: string) => row.cells[columns.indexOf(column)]?.[unit] ?? 0
  return form.checks.map((check) => {
    const parts = 'equals' in check ? [...check.equals] : [check.within]
    const wrong = rows.flatMap((row) => {
      const stands = value(row, check.column)
      const should = parts.reduce((sum, part) => sum + value(row, part), 0)
      const holds = 'equals' in check ? stands === should : stands <= should
      return holds ? [] : [{ row: row.key, column: check.column, stands, should }]
    })
    return { check: 'equals' in check ? ('sum' as const) : ('within' as const), of: check.column, parts, wrong }
  })
}

function rowSums(form: FormDefinition, rows: readonly FormRow[], unit: Unit): CheckedSum[] {
  const columns = printed(form.columns).map(({ key }) => key)
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return printed(form.rows).flatMap(({ key, counts }) => {
    const row = byKey.get(key)
    if (!('sum' in counts) || !row) return []
    // Only rows that the form prints: what it has no row for makes the sum too small, and that is what is told.
    const parts = counts.sum.filter((part) => byKey.has(part))
    const wrong = columns.flatMap((column, at) => {
      const stands = row.cells[at]?.[unit] ?? 0
      const should = parts.reduce((sum, part) => sum + (byKey.get(part)?.cells[at]?.[unit] ?? 0), 0)
      return stands === should ? [] : [{ row: key, column, stands, should }]
    })
    return [{ check: 'rows' as const, of: key, parts, wrong }]
  })
}
