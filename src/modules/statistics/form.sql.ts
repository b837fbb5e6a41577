import type { RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { checkedSums, checkedWhole } from './form-checks.ts'
import { cellOf, restColumnsOf, restRowsOf, rowsOf, type FormCell, type FormRow, type Tallies } from './form-cells.ts'
import { compileClassTallies, compileTallies, compileWhole } from './form-compile.sql.ts'
import type { FormAnswer } from './form.contract.ts'
import { cellSlice, printed, sliceOf, type FormDefinition, type Slice } from './form.ts'
import type { FoundQuestion } from './review.sql.ts'
import type { Basis } from './source/participations.sql.ts'

export type Counted = Tallies & { whole: { times: number; people: number } }

/** Everything that the form's numbers are made of, by three statements. */
export async function countForm(db: Db, form: FormDefinition, { question }: FoundQuestion, basis: Basis): Promise<Counted> {
  const rows = async <T>(statement: RawBuilder<T>) => (await statement.execute(db)).rows
  const [whole = { times: 0, people: 0 }] = await rows(compileWhole(question, basis))
  return {
    tallies: await rows(compileTallies(form, question, basis)),
    classes: await rows(compileClassTallies(form, question, basis)),
    whole,
  }
}

/** One cell, by the one statement that it needs. */
export async function countCell(db: Db, form: FormDefinition, { question }: FoundQuestion, basis: Basis, slice: Slice): Promise<FormCell> {
  const isOfClasses = slice.openedBy !== undefined
  return cellOf(slice, {
    tallies: isOfClasses ? [] : (await compileTallies(form, question, basis).execute(db)).rows,
    classes: isOfClasses ? (await compileClassTallies(form, question, basis).execute(db)).rows : [],
  })
}

/** The form with its numbers, what it leaves out, and the sums held against each other. */
export function answered(form: FormDefinition, found: FoundQuestion, counted: Counted, basis: Basis): Omit<FormAnswer, 'isProtected'> {
  const rows = rowsOf(form, counted)
  return {
    ...headOf(form, found, basis),
    columns: printed(form.columns).map(({ key, label, band, counts }) => ({
      key,
      label,
      band: band ?? null,
      counts: countsClasses(form, key) || 'openedBy' in counts ? ('classes' as const) : ('people' as const),
    })),
    rows,
    rest: restRowsOf(form, counted),
    beside: restColumnsOf(form, counted),
    byHeadCount: {
      classes: counted.classes.reduce((sum, one) => sum + one.counted, 0),
      learners: counted.classes.reduce((sum, one) => sum + one.learners, 0),
    },
    whole: counted.whole,
    checks: { people: checksOf(form, rows, counted, 'people'), times: checksOf(form, rows, counted, 'times') },
  }
}

function headOf(form: FormDefinition, { unit, days }: FoundQuestion, basis: Basis) {
  const { number, document, isVerified } = form
  return { form: form.form, name: form.name(yearsText(days)), number, document, isVerified, unit, days, basis }
}

function checksOf(form: FormDefinition, rows: readonly FormRow[], counted: Counted, unit: keyof FormCell): FormAnswer['checks']['people'] {
  const sums = checkedSums(form, rows, unit)
  if (unit === 'people') return sums
  const inForm = form.whole.reduce((sum, { row, column }) => sum + timesAt(form, counted, row, column), 0)
  const all = counted.tallies.reduce((sum, { times }) => sum + times, 0)
  return [...sums, checkedWhole(inForm, all - inForm, counted.whole.times)]
}

function timesAt(form: FormDefinition, counted: Counted, row: string, column: string): number {
  return cellOf(cellSlice(sliceOf(form.rows, row), sliceOf(form.columns, column)), counted).times ?? 0
}

function countsClasses(form: FormDefinition, column: string): boolean {
  return sliceOf(form.columns, column).openedBy !== undefined
}

/** '2026', or '2015–2020' of more than a year. */
function yearsText({ from, to }: { from: string; to: string }): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last ? first : `${first}–${last}`
}
