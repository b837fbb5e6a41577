import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { isUnitInScope } from '#modules/organisation/scope.sql.ts'
import { command, type Route, wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { listed } from './compile.sql.ts'
import { movedBetween, movedSince } from './compare.sql.ts'
import { changedCells } from './compare.ts'
import { askedSlice } from './form-cells.ts'
import { findFormQuestion } from './form-question.sql.ts'
import { formAsked, shownTo } from './form.routes.ts'
import { answered, countForm } from './form.sql.ts'
import { closeFields, readPage } from './people-list.sql.ts'
import { seesClosely, seesOnlyFigures } from './persons.sql.ts'
import type { Reader } from './review.sql.ts'
import {
  compareSubmission,
  listSubmissionPeople,
  listSubmissions,
  readSubmission,
  submitForm,
  type Submitted,
} from './submission.contract.ts'
import { findSubmission, foundFrozen, freeze, submissionsOf, type Submission } from './submission.sql.ts'

/** Forms as they were handed in: kept as they stood, whatever is learnt later. */
export function submissionRoutes(): Route[] {
  return [
    command(submitForm, async ({ form: name, basis, note, ...asked }, { tx, ...reader }) => {
      const form = formAsked(name)
      const found = await findFormQuestion(tx, asked, reader)
      const answer = answered(form, found, await countForm(tx, form, found, basis), basis)
      about(tx, { subjectId: found.unit.unitId })
      return { submissionId: await freeze(tx, form, found, { answer, by: reader.actor.name, note }) }
    }),

    wideQuery(listSubmissions, async (asked, { db, scope }) => ({ submissions: await submissionsOf(db, asked, scope) })),

    wideQuery(readSubmission, async ({ submissionId }, { db, ...reader }) => {
      const submission = await submissionInScope(db, submissionId, reader)
      const form = formAsked(submission.form)
      return { submitted: headOf(submission), form: await shownTo(db, form, submission.frozen.answer, reader, submission.unit.unitId) }
    }),

    wideQuery(listSubmissionPeople, async ({ submissionId, row, column, count, after, limit }, { db, ...reader }) => {
      const submission = await submissionInScope(db, submissionId, reader)
      if (await seesOnlyFigures(db, reader, submission.unit.unitId)) throw new NotFound()
      const slice = askedSlice(formAsked(submission.form), row, column)
      if (slice === null || (slice.trait === 'minority' && !(await seesClosely(db, reader)))) throw new NotFound()
      const source = foundFrozen(submissionId, slice, count)
      const page = await readPage(db, async (part) => (await listed(source, { knownAt: null }, part).execute(db)).rows, reader, {
        after,
        limit,
      })
      const people = page.rows.filter(({ person }) => person?.ethnicity !== undefined).length
      if (people > 0) reader.looked({ shown: { people, columns: closeFields } })
      return page
    }),

    wideQuery(compareSubmission, async ({ submissionId, with: laterId }, { db, ...reader }) => {
      const before = await submissionInScope(db, submissionId, reader)
      if (await seesOnlyFigures(db, reader, before.unit.unitId)) throw new NotFound()
      const later = laterId === undefined ? null : await submissionInScope(db, laterId, reader)
      if (later && later.form !== before.form) throw new NotFound()
      const cells = later ? await cellsBetween(db, before, later, reader) : await cellsSince(db, before, reader)
      return { before: headOf(before), after: later && headOf(later), cells }
    }),
  ]
}

async function cellsSince(db: Db, before: Submission, reader: Reader) {
  const form = formAsked(before.form)
  const { basis } = before.frozen.answer
  const found = await findFormQuestion(db, { unit: before.unit.unitId, from: before.from, to: before.to, on: before.on }, reader)
  const now = answered(form, found, await countForm(db, form, found, basis), basis)
  const moved = await movedSince(db, before.submissionId, form, found.question, basis)
  return (await cellsTold(db, reader))(changedCells(form, before.frozen.answer, now, moved), form)
}

async function cellsBetween(db: Db, before: Submission, later: Submission, reader: Reader) {
  const form = formAsked(before.form)
  const moved = await movedBetween(db, before.submissionId, later.submissionId)
  return (await cellsTold(db, reader))(changedCells(form, before.frozen.answer, later.frozen.answer, moved), form)
}

/** Who is of an ethnic minority is told only to those who may see it of each. */
async function cellsTold(db: Db, reader: Reader) {
  const isClose = await seesClosely(db, reader)
  return (cells: ReturnType<typeof changedCells>, form: ReturnType<typeof formAsked>) => {
    const guarded = form.columns.flatMap(({ key, counts }) => ('of' in counts && counts.trait === 'minority' ? [key] : []))
    return isClose ? cells : cells.filter(({ column }) => !guarded.includes(column))
  }
}

async function submissionInScope(db: Db, submissionId: string, reader: Reader): Promise<Submission> {
  const submission = await findSubmission(db, submissionId)
  if (!submission || !(await isUnitInScope(db, reader.scope, submission.unit.unitId))) throw new NotFound()
  return submission
}

function headOf({ frozen: _f, knownAt: _k, ...submitted }: Submission): Submitted {
  return submitted
}
