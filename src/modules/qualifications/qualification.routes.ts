import { closeFacts, period } from '#db/facts.ts'
import { lockFact, lockPerson, replaceFact, settle } from '#modules/people/fact.sql.ts'
import { command, type Route } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { correctQualification, finishQualification, recordQualification } from './qualification.contract.ts'
import { qualificationsHeld, recordQualifications } from './qualification.sql.ts'
import { fieldCodeOf, finishObjections, qualificationObjections, rankOf } from './qualification.ts'

const table = 'qualifications.qualification'

export function qualificationRoutes(): Route[] {
  return [
    command(recordQualification, async ({ personId, decisionId, basis, override, ...claimed }, { tx, today }) => {
      await lockPerson(tx, personId)
      const held = await qualificationsHeld(tx, personId)
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections: qualificationObjections(claimed, held, today) })
      const [id = ''] = await recordQualifications(tx, [
        { ...claimed, personId, decisionId, rank: rankOf(claimed.kind, claimed.level), fieldCode: fieldCodeOf(claimed.fieldText) },
      ])
      return { id }
    }),

    command(
      finishQualification,
      async ({ personId, qualificationId, on, outcome, result, certificate, decisionId, basis, override }, { tx, today }) => {
        await lockPerson(tx, personId)
        const studying = (await qualificationsHeld(tx, personId)).find(({ id }) => id === qualificationId)
        if (!studying) throw new NotFound()
        await settle(tx, { personId, basis: { decisionId, basis, override }, objections: finishObjections(studying, on, today) })
        const fact = await lockFact(tx, table, personId, qualificationId)
        const id = await replaceFact(tx, table, fact, { held: period(studying.from, on) }, 'ended')
        const { id: _, ...study } = studying
        const [ended = id] = await recordQualifications(tx, [
          { ...study, state: outcome, from: on, to: null, fromKnown: true, result, certificate, personId, decisionId },
        ])
        return { id: ended }
      },
    ),

    command(correctQualification, async ({ personId, qualificationId, reason, decisionId, override, ...claimed }, { tx, today }) => {
      await lockPerson(tx, personId)
      const before = await lockFact(tx, table, personId, qualificationId)
      const others = (await qualificationsHeld(tx, personId)).filter(({ id }) => id !== qualificationId)
      await settle(tx, {
        personId,
        basis: { decisionId, basis: reason, override },
        objections: qualificationObjections(claimed, others, today),
      })
      await closeFacts(tx, table, [qualificationId], 'corrected')
      const kept = typeof before['decision_id'] === 'string' ? before['decision_id'] : null
      const [id = ''] = await recordQualifications(tx, [
        {
          ...claimed,
          personId,
          decisionId: decisionId ?? kept,
          rank: rankOf(claimed.kind, claimed.level),
          fieldCode: fieldCodeOf(claimed.fieldText),
        },
      ])
      return { id }
    }),
  ]
}
