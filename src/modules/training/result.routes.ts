import { isUnitInScope } from '#modules/organisation/scope.sql.ts'
import { attendanceRuleOn } from '#law/attendance.ts'
import { sensitiveScope } from '#modules/people/sensitive.sql.ts'
import { command, type Route, wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { findClass, lockClass, scopeFor, settleClass } from './class-known.sql.ts'
import { readResults, setResults } from './result.contract.ts'
import { lockTrainees, resultsOf } from './result.sql.ts'
import { enrolmentStates, moveOf, resultsObjections, type AttendanceRule } from './result.ts'
import { takeBackResults, writeResults } from './result-write.sql.ts'
import { openEndOf } from './sending.ts'

export function resultRoutes(): Route[] {
  return [
    wideQuery(readResults, async ({ classId }, { db, scope, today, actor }) => {
      const found = await findClass(db, scope, classId)
      const seen = { scope: await scopeFor(db, actor, 'people.read', today), sensitive: await sensitiveScope(db, { actor, today }), today }
      const rows = await resultsOf(db, classId, seen)
      const count = (state: string) => rows.filter((row) => row.state === state).length
      return {
        rows,
        states: Object.fromEntries(enrolmentStates.map((state) => [state, count(state)])),
        openEnd: openEndOf(found.kind),
        attendance: attendanceRule(found.openedOn),
        may: { write: await isUnitInScope(db, await scopeFor(db, actor, 'training.write', today), found.opener.id) },
      }
    }),

    command(setResults, async ({ classId, results, correction, decisionId, basis, override, ...given }, { tx, scope, today }) => {
      const of = await findClass(tx, scope, classId)
      await lockClass(tx, classId)
      const wanted = new Map(results.map((result) => [result.personId, result]))
      const trainees = await lockTrainees(tx, classId, [...wanted.keys()], today)
      if (trainees.length < wanted.size) throw new NotFound()
      const marked = trainees.flatMap((trainee) => {
        const result = wanted.get(trainee.personId)
        return result ? [{ ...result, trainee, enrolment: trainee.enrolment }] : []
      })
      const why = [correction, basis].filter(Boolean).join(' · ') || null
      const asked = {
        ...given,
        kind: of.kind,
        openedOn: of.openedOn,
        isCorrection: correction !== undefined,
        isTwice: wanted.size < results.length,
      }
      const objections = resultsObjections(asked, marked, attendanceRule(of.openedOn), today)
      await settleClass(tx, classId, { decisionId, basis: why ?? undefined, override }, objections)

      const corrected = marked.filter(({ state, trainee }) => moveOf(trainee.state, state) === 'corrected')
      await takeBackResults(
        tx,
        corrected.map(({ enrolment }) => enrolment),
        'corrected',
      )
      const ready = corrected.length > 0 ? await lockTrainees(tx, classId, [...wanted.keys()], today) : trainees
      const enrolmentOf = new Map(ready.map(({ personId, enrolment }) => [personId, enrolment]))
      const qualifications = await writeResults(
        tx,
        {
          ...given,
          classId,
          kind: of.kind,
          mode: of.mode,
          institution: of.institution ?? of.opener.vi,
          fieldText: of.fieldText,
          why,
          decisionId,
        },
        marked.map(({ enrolment, ...result }) => ({ ...result, enrolment: enrolmentOf.get(result.personId) ?? enrolment })),
      )
      return { set: marked.length, qualifications }
    }),
  ]
}

function attendanceRule(day: string): AttendanceRule {
  const { leastPresent = 0, document = '', verified = false } = attendanceRuleOn(day) ?? {}
  return { leastPresent, document, verified }
}
