import type { FormAnswer, RowAnswer } from './form.contract.ts'
import type { FormDefinition, Trait } from './form.ts'

/** The form without the numbers of a trait that the reader may not be told even as a number. */
export function withoutTrait<A extends Omit<FormAnswer, 'isProtected'>>(answer: A, form: FormDefinition, trait: Trait): A {
  const columns = form.columns.flatMap(({ key, counts }) => ('of' in counts && counts.trait === trait ? [key] : []))
  const isHidden = answer.columns.map(({ key }) => columns.includes(key))
  const shown = (row: RowAnswer): RowAnswer => ({
    ...row,
    cells: row.cells.map((cell, at) => (isHidden[at] ? { people: null, times: null } : cell)),
  })
  return { ...answer, rows: answer.rows.map(shown), rest: answer.rest.map(shown) }
}
