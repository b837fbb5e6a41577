import { closeFacts } from '#db/facts.ts'
import { lockFact, lockPerson, settle } from '#modules/people/fact.sql.ts'
import { command, type Route } from '#server/operations.ts'
import { correctRating, recordRating } from './rating.contract.ts'
import { ratingsOf, recordRatings } from './rating.sql.ts'
import { ratingObjections } from './rating.ts'

const table = 'evaluation.rating'

export function ratingRoutes(): Route[] {
  return [
    command(recordRating, async ({ personId, year, grade, ...basis }, { tx, today }) => {
      await lockPerson(tx, personId)
      await settle(tx, { personId, basis, objections: ratingObjections({ year }, await ratingsOf(tx, personId), today) })
      const [id = ''] = await recordRatings(tx, [{ personId, year, grade, decisionId: basis.decisionId }])
      return { id }
    }),

    command(correctRating, async ({ personId, ratingId, year, grade, reason, decisionId, override }, { tx, today }) => {
      await lockPerson(tx, personId)
      const before = await lockFact(tx, table, personId, ratingId)
      const others = (await ratingsOf(tx, personId)).filter(({ id }) => id !== ratingId)
      await settle(tx, { personId, basis: { decisionId, basis: reason, override }, objections: ratingObjections({ year }, others, today) })
      await closeFacts(tx, table, [ratingId], 'corrected')
      const kept = typeof before['decision_id'] === 'string' ? before['decision_id'] : null
      const [id = ''] = await recordRatings(tx, [{ personId, year, grade, decisionId: decisionId ?? kept }])
      return { id }
    }),
  ]
}
