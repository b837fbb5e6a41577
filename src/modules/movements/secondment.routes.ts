import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { period } from '#db/facts.ts'
import { daysOfUnits, holdsOn, unitsUnder } from '#modules/organisation/subtree.sql.ts'
import { daysOf, lockFact, lockPerson, replaceFact, settle, type FactColumns } from '#modules/people/fact.sql.ts'
import { command, type Route, wideQuery } from '#server/operations.ts'
import { secondmentCounts, secondmentsPage } from './list.sql.ts'
import { endSecondment, extendSecondment, listSecondments, recordSecondment } from './secondment.contract.ts'
import { recordSecondments } from './secondment.sql.ts'
import { endObjections, objections, termObjections } from './secondment.ts'

const table = 'movements.secondment'

export function secondmentRoutes(): Route[] {
  return [
    // A secondment is of the unit that sent, wherever the person is seen today.
    wideQuery(listSecondments, async ({ day, unitId, state, after, limit }, { db, scope, today, now }) => {
      const on = day ?? today
      const asked = { day: on, today, scope, state, unitIds: unitId ? await unitsUnder(db, unitId, on, now) : null }
      return { ...(await secondmentsPage(db, asked, { after, limit })), ...(await secondmentCounts(db, asked)) }
    }),

    command(recordSecondment, async ({ personId, decisionId, basis, override, ...proposed }, { tx, now }) => {
      await lockPerson(tx, personId)
      const host = await daysOfUnits(tx, [proposed.hostUnitId], now)
      const around = {
        servesThere: await servesAt(tx, personId, proposed.fromUnitId, proposed.from),
        hostIsThere: host.some((days) => holdsOn(days, proposed.from)),
      }
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections: objections(proposed, around) })
      const [id = ''] = await recordSecondments(tx, [{ ...proposed, personId, decisionId, overrideReason: proposed.specialLaw }])
      return { id }
    }),

    command(extendSecondment, async ({ personId, secondmentId, plannedEnd, specialLaw, decisionId, basis, override }, { tx }) => {
      await lockPerson(tx, personId)
      const fact = await lockFact(tx, table, personId, secondmentId)
      const { from, to } = daysOf(fact)
      const ended = to === null ? [] : [{ code: 'already-ended', on: to }]
      await settle(tx, {
        personId,
        basis: { decisionId, basis, override },
        objections: [...ended, ...termObjections({ from, to: null, plannedEnd, specialLaw })],
      })
      return { id: await replaceFact(tx, table, fact, { planned_end: plannedEnd, ...lawKept(fact, specialLaw) }, 'extended') }
    }),

    command(endSecondment, async ({ personId, secondmentId, on, specialLaw, decisionId, basis, override }, { tx }) => {
      await lockPerson(tx, personId)
      const fact = await lockFact(tx, table, personId, secondmentId)
      const named = specialLaw ?? (typeof fact['override_reason'] === 'string' ? fact['override_reason'] : null)
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections: endObjections(daysOf(fact), on, named) })
      await endSecondedPost(tx, personId, fact, on)
      return { id: await replaceFact(tx, table, fact, { held: period(daysOf(fact).from, on), ...lawKept(fact, specialLaw) }, 'ended') }
    }),
  ]
}

function lawKept(fact: FactColumns, specialLaw: string | null): Record<string, unknown> {
  return { override_reason: specialLaw ?? fact['override_reason'] ?? null }
}

/** Whether the person has a post there on the day, other than as one seconded. */
async function servesAt(tx: Tx, personId: string, unitId: string, on: string): Promise<boolean> {
  const { rows } = await sql`
    select from people.assignment
    where person_id = ${personId}::uuid and unit_id = ${unitId}::uuid and kind <> 'seconded' and upper_inf(recorded) and held @> ${on}::date`.execute(
    tx,
  )
  return rows.length > 0
}

/** The post at the host ends with the secondment. */
async function endSecondedPost(tx: Tx, personId: string, fact: FactColumns, on: string): Promise<void> {
  const { from } = daysOf(fact)
  const { rows } = await sql<{ id: string }>`
    select id from people.assignment
    where person_id = ${personId}::uuid and kind = 'seconded' and unit_id = ${fact['host_unit_id']}::uuid and upper_inf(recorded)
      and lower(held) = ${from}::date and (upper_inf(held) or upper(held) > ${on}::date)`.execute(tx)
  for (const { id } of rows) {
    const post = await lockFact(tx, 'people.assignment', personId, id)
    await replaceFact(tx, 'people.assignment', post, { held: period(from, on) }, 'ended')
  }
}
