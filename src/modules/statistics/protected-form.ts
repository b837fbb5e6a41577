import type { FormAnswer, RowAnswer, CellAnswer } from './form.contract.ts'
import type { FormDefinition } from './form.ts'
import { isSmall, keptBackOf } from './small-groups.ts'

const hidden: CellAnswer = { people: null, times: null, keptBack: 'beside' }

/**
 * The form for those who see only figures: one number for each of the lines that together make the whole, none that stands for
 * a small group or tells one; what goes deeper, and what stands beside the form, is not shown. Classes are nobody's secret.
 */
export function protectedForm(answer: Omit<FormAnswer, 'isProtected'>, form: FormDefinition): FormAnswer {
  const at = answer.columns.findIndex(({ key }) => key === form.told.at)
  const lines = answer.rows.filter(({ key }) => form.told.keys.includes(key))
  const cells = lines.map(({ cells: own }) => ({ count: own[at]?.times ?? 0, people: own[at]?.people ?? 0 }))
  const total = { count: sum(cells.map(({ count }) => count)), people: sum(cells.map(({ people }) => people)) }
  const kept = keptBackOf(cells, total, 'times')
  const isClasses = answer.columns.map(({ counts }) => counts === 'classes')
  const shown = (row: RowAnswer): RowAnswer => {
    const line = lines.findIndex(({ key }) => key === row.key)
    return {
      ...row,
      cells: row.cells.map((cell, column) =>
        isClasses[column] ? cell : column === at && line >= 0 ? told(cell, kept.cells[line] ?? null) : hidden,
      ),
    }
  }
  const all = answer.whole.people ?? 0
  return {
    ...answer,
    rows: answer.rows.map(shown),
    rest: [],
    beside: answer.beside.filter(({ ofClasses }) => ofClasses),
    whole: kept.total === null && !isSmall(all) && total.count === answer.whole.times ? answer.whole : { times: null, people: null },
    checks: { people: [], times: [] },
    isProtected: true,
  }
}

/** In people, a few may hide behind many times; both are kept back together. */
function told(cell: CellAnswer, why: 'small' | 'beside' | null): CellAnswer {
  return why === null ? cell : { people: null, times: null, keptBack: why }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
