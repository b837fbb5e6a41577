import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { period } from '#db/facts.ts'
import { daysOfUnits, holdsOn, unitsUnder } from '#modules/organisation/subtree.sql.ts'
import { lockFact, lockPerson, replaceFact, settle, type FactColumns } from '#modules/people/fact.sql.ts'
import { presentProfile } from '#modules/people/person-known.sql.ts'
import { sensitiveScope } from '#modules/people/sensitive.sql.ts'
import { command, type Route, wideQuery } from '#server/operations.ts'
import { writeAbandoned, writeFinished, type Course } from './qualify.sql.ts'
import { cancelSending, listSendings, recordResult, recordSending } from './sending.contract.ts'
import { sendingsPage, sendingTotals } from './sending-list.sql.ts'
import { recordSendings } from './sending.sql.ts'
import { resultObjections, sendingObjections, type Learner } from './sending.ts'

const table = 'training.sending'

export function sendingRoutes(): Route[] {
  return [
    // A sending is of the unit where the person served then, wherever they are seen today.
    wideQuery(listSendings, async ({ day, unitId, after, limit, ...filters }, { db, scope, actor, today, now }) => {
      const on = day ?? today
      const sensitive = await sensitiveScope(db, { actor, today })
      const asked = { filters, day: on, today, scope, sensitive, unitIds: unitId ? await unitsUnder(db, unitId, on, now) : null }
      return { ...(await sendingsPage(db, asked, { after, limit })), ...(await sendingTotals(db, asked)) }
    }),

    command(recordSending, async ({ personId, decisionId, basis, override, ...proposed }, { tx, now }) => {
      await lockPerson(tx, personId)
      const there = (await daysOfUnits(tx, [proposed.unitId], now)).some((days) => holdsOn(days, proposed.sentOn))
      const objections = [
        ...(there ? [] : [{ code: 'unit-not-on-day', on: proposed.sentOn }]),
        ...sendingObjections(proposed, await learnerOf(tx, personId, proposed)),
      ]
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections })
      const [id = ''] = await recordSendings(tx, [{ ...proposed, personId, decisionId }])
      return { id }
    }),

    command(cancelSending, async ({ personId, sendingId, decisionId, basis, override }, { tx }) => {
      await lockPerson(tx, personId)
      const fact = await lockFact(tx, table, personId, sendingId)
      const objections =
        fact['status'] === 'cancelled'
          ? [{ code: 'sending-cancelled' }]
          : fact['outcome']
            ? [{ code: 'outcome-known', outcome: fact['outcome'] }]
            : []
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections })
      return { id: await replaceFact(tx, table, fact, { status: 'cancelled' }, 'cancelled') }
    }),

    command(recordResult, async ({ personId, sendingId, outcome, on, decisionId, basis, override, ...written }, { tx, today }) => {
      await lockPerson(tx, personId)
      const fact = await lockFact(tx, table, personId, sendingId)
      await settle(tx, {
        personId,
        basis: { decisionId, basis, override },
        objections: resultObjections(sentOf(fact), { outcome, on, level: written.level }, today),
      })
      const sentOn = String(fact['sent_on'])
      const id = await replaceFact(tx, table, fact, { outcome, outcome_on: on, held: period(sentOn, on > sentOn ? on : null) }, 'completed')
      const course = courseOf(fact)
      if (outcome === 'completed') {
        const [qualificationId = null] = await writeFinished(tx, on, [{ personId, course, written: { decisionId, ...written } }])
        return { id, qualificationId }
      }
      await writeAbandoned(tx, on, [{ personId, course, level: written.level, decisionId }])
      return { id, qualificationId: null }
    }),
  ]
}

function sentOf(fact: FactColumns): { kind: string; sentOn: string; status: string; outcome: string | null } {
  return {
    kind: String(fact['kind']),
    sentOn: String(fact['sent_on']),
    status: String(fact['status']),
    outcome: typeof fact['outcome'] === 'string' ? fact['outcome'] : null,
  }
}

function courseOf(fact: FactColumns): Course {
  return {
    kind: String(fact['kind']),
    mode: textOf(fact['mode']),
    institution: textOf(fact['institution']),
    decisionId: textOf(fact['decision_id']),
    classId: textOf(fact['class_id']),
  }
}

async function learnerOf(tx: Tx, personId: string, { unitId, sentOn }: { unitId: string; sentOn: string }): Promise<Learner> {
  const profile = (await presentProfile(tx, personId))?.profile
  const serving = await sql`
    select from people.tie where person_id = ${personId}::uuid and unit_id = ${unitId}::uuid and upper_inf(recorded) and held @> ${sentOn}::date`.execute(
    tx,
  )
  const { rows: sentBefore } = await sql<Learner['sentBefore'][number]>`
    select kind, status, outcome, lower(held) as "from", upper(held) as "to" from training.sending
    where person_id = ${personId}::uuid and upper_inf(recorded)`.execute(tx)
  return { birth: profile?.birth ?? null, sex: profile?.sex ?? null, servesThere: serving.rows.length > 0, sentBefore }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
