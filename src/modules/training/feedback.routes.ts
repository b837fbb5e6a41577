import { about } from '#db/facts.ts'
import { command, type Route, wideQuery } from '#server/operations.ts'
import { refuse } from '#server/refusal.ts'
import { findClass, mayWriteClass } from './class-known.sql.ts'
import { askFeedback, giveFeedback, openFeedback, readFeedback } from './feedback.contract.ts'
import { addFeedback, answersOf, askedOf, classOfCode, lockFeedback, newFeedbackCode, setFeedback } from './feedback.sql.ts'
import { askObjections, feedbackState, giveObjections, leastAnswers, summaryOf } from './feedback.ts'

const someone = { accountId: null, name: '' }

export function feedbackRoutes(): Route[] {
  return [
    // Counts learners, wherever they are seen; names none.
    wideQuery(readFeedback, async ({ classId }, { db, scope, actor, today }) => {
      const of = await findClass(db, scope, classId)
      const { code, until, learners } = await askedOf(db, classId)
      const given = await answersOf(db, classId)
      const results = given.length < leastAnswers ? null : { questions: summaryOf(given.map(({ answers }) => answers)), comments: [] }
      return {
        code,
        until,
        learners,
        answers: given.length,
        results: results && { ...results, comments: given.flatMap(({ comment }) => comment ?? []) },
        may: { write: await mayWriteClass(db, { actor, today }, of) },
      }
    }),

    command(askFeedback, async ({ classId, until }, { tx, scope, today }) => {
      await findClass(tx, scope, classId)
      await lockFeedback(tx, classId)
      const before = await askedOf(tx, classId)
      refuse(askObjections(before, { until, today }))
      about(tx, { subjectId: classId })
      const code = before.code ?? newFeedbackCode()
      await setFeedback(tx, before, { code, until })
      return { code }
    }),

    wideQuery(openFeedback, async ({ code }, { db, today }) => {
      const { title, openedOn, until, learners, answers } = await classOfCode(db, code)
      const last = until ?? openedOn
      return { title, openedOn, until: last, state: feedbackState({ until: last, learners, answers }, today) }
    }),

    command(giveFeedback, async ({ code, answers, comment }, { tx, today }) => {
      const { classId } = await classOfCode(tx, code)
      await lockFeedback(tx, classId)
      const asked = await askedOf(tx, classId)
      refuse(giveObjections(feedbackState({ ...asked, until: asked.until ?? asked.openedOn }, today)))
      // Whoever happens to be signed in in this browser is not named.
      about(tx, { subjectId: classId, actor: someone })
      await addFeedback(tx, classId, { answers, comment })
      return {}
    }),
  ]
}
