import type { Db } from '#db/connect.ts'
import { type Route, wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { listed } from './compile.sql.ts'
import { askedSlice } from './form-cells.ts'
import { foundInCell } from './form-compile.sql.ts'
import { findFormQuestion } from './form-question.sql.ts'
import { listFormPeople, listForms, readForm, type FormAnswer } from './form.contract.ts'
import { answered, countCell, countForm } from './form.sql.ts'
import type { FormDefinition } from './form.ts'
import { formNamed, forms } from './forms/all.ts'
import { closeFields, readPage } from './people-list.sql.ts'
import { seesClosely, seesOnlyFigures } from './persons.sql.ts'
import { protectedForm } from './protected-form.ts'
import type { FoundQuestion, Reader } from './review.sql.ts'
import type { Basis } from './source/participations.sql.ts'
import { submissionsOf } from './submission.sql.ts'
import { withoutTrait } from './without-trait.ts'

/** The official forms, and the people behind each of their cells. */
export function formRoutes(): Route[] {
  return [
    wideQuery(listForms, async (_, { db, scope }) => {
      const submitted = await submissionsOf(db, {}, scope)
      return {
        forms: forms.map(({ form, shortName, number, document, isVerified }) => ({
          form,
          name: shortName,
          number,
          document,
          isVerified,
          last: submitted.find((one) => one.form === form) ?? null,
        })),
      }
    }),

    wideQuery(readForm, async ({ form: name, basis, ...asked }, { db, ...reader }) => {
      const form = formAsked(name)
      return formOf(db, form, await findFormQuestion(db, asked, reader), basis, reader)
    }),

    wideQuery(listFormPeople, async ({ form: name, basis, row, column, count, after, limit, ...asked }, { db, ...reader }) => {
      const form = formAsked(name)
      const found = await findFormQuestion(db, asked, reader)
      if (await seesOnlyFigures(db, reader, found.question.root)) throw new NotFound()
      const slice = askedSlice(form, row, column)
      if (slice === null || (slice.trait === 'minority' && !(await seesClosely(db, reader)))) throw new NotFound()
      const source = foundInCell(form, found.question, basis, slice, count)
      const page = await readPage(db, async (part) => (await listed(source, found.question, part).execute(db)).rows, reader, {
        after,
        limit,
      })
      const people = page.rows.filter(({ person }) => person?.ethnicity !== undefined).length
      if (people > 0) reader.looked({ shown: { people, columns: closeFields } })
      return { cell: await countCell(db, form, found, basis, slice), ...page }
    }),
  ]
}

export function formAsked(name: string): FormDefinition {
  const form = formNamed(name)
  if (!form) throw new NotFound()
  return form
}

export async function formOf(db: Db, form: FormDefinition, found: FoundQuestion, basis: Basis, reader: Reader): Promise<FormAnswer> {
  const answer = answered(form, found, await countForm(db, form, found, basis), basis)
  return shownTo(db, form, answer, reader, found.question.root)
}

/** The form as this reader may see it. */
export async function shownTo(
  db: Db,
  form: FormDefinition,
  answer: Omit<FormAnswer, 'isProtected'>,
  reader: Reader,
  unitId: string,
): Promise<FormAnswer> {
  if (await seesOnlyFigures(db, reader, unitId)) return protectedForm(withoutTrait(answer, form, 'minority'), form)
  const isClose = await seesClosely(db, reader)
  return { ...(isClose ? answer : withoutTrait(answer, form, 'minority')), isProtected: false }
}
