import { period } from '#db/facts.ts'
import type { Objection } from '#lib/override.ts'
import { daysOfUnits, holdsOn } from '#modules/organisation/subtree.sql.ts'
import { command, type Route } from '#server/operations.ts'
import { recordMemberships } from './assignment.sql.ts'
import { daysOf, lockFact, lockPerson, replaceFact, settle } from './fact.sql.ts'
import { endMembership, recordMembership } from './person.contract.ts'

const table = 'people.membership'

export function membershipRoutes(): Route[] {
  return [
    command(recordMembership, async ({ personId, decisionId, basis, override, ...given }, { tx, now }) => {
      await lockPerson(tx, personId)
      const isThere = (await daysOfUnits(tx, [given.unitId], now)).some((days) => holdsOn(days, given.from))
      const objections = [
        ...(given.to !== null && given.to <= given.from ? [{ code: 'end-before-start', from: given.from, to: given.to }] : []),
        ...(isThere ? [] : [{ code: 'unit-not-on-day', on: given.from }]),
      ]
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections })
      const [id = ''] = await recordMemberships(tx, [{ ...given, personId, decisionId }])
      return { id }
    }),

    command(endMembership, async ({ personId, membershipId, on, decisionId, basis, override }, { tx }) => {
      await lockPerson(tx, personId)
      const fact = await lockFact(tx, table, personId, membershipId)
      const { from, to } = daysOf(fact)
      const objections: Objection[] =
        on <= from ? [{ code: 'end-before-start', from, to: on }] : to !== null && to <= on ? [{ code: 'already-ended', on: to }] : []
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections })
      return { id: await replaceFact(tx, table, fact, { held: period(from, on) }, 'ended') }
    }),
  ]
}
