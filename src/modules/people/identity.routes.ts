import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { period } from '#db/facts.ts'
import type { Objection } from '#lib/override.ts'
import { command, type Route } from '#server/operations.ts'
import { daysOf, lockFact, lockPerson, replaceFact, settle } from './fact.sql.ts'
import { closeIdentities, recordIdentities, type NewIdentity } from './identity.sql.ts'
import { correctIdentity, recordIdentity } from './person.contract.ts'
import { presentProfile } from './person-known.sql.ts'
import { identityObjections } from './person.ts'

const table = 'people.identity'

export function identityRoutes(): Route[] {
  return [
    command(recordIdentity, async ({ personId, kind, number, from, decisionId, basis, override }, { tx }) => {
      await lockPerson(tx, personId)
      const former = await identityOn(tx, personId, kind, from)
      const objections = [
        ...(await numberObjections(tx, personId, kind, number)),
        ...(former?.number === number ? [{ code: 'nothing-changed' }] : []),
        ...(former && former.from >= from ? [{ code: 'identity-later-known', from: former.from }] : []),
      ]
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections })
      // The former card stays in the history and its number stays the person's own.
      if (former) await replaceFact(tx, table, await lockFact(tx, table, personId, former.id), { held: period(former.from, from) }, 'ended')
      const [id = ''] = await recordIdentities(tx, [{ personId, kind, number, from, decisionId }])
      return { id }
    }),

    command(correctIdentity, async ({ personId, identityId, number, from, to, reason, decisionId, override }, { tx }) => {
      await lockPerson(tx, personId)
      const before = await lockFact(tx, table, personId, identityId)
      const kind = kindOf(before['kind'])
      const isSame = before['number'] === number && daysOf(before).from === from && daysOf(before).to === to
      const objections: Objection[] = [
        ...(await numberObjections(tx, personId, kind, number)),
        ...(isSame ? [{ code: 'nothing-changed' }] : []),
        ...(to !== null && to <= from ? [{ code: 'end-before-start', from, to }] : []),
      ]
      await settle(tx, { personId, basis: { decisionId, basis: reason, override }, objections })
      await closeIdentities(tx, [identityId], 'corrected')
      const kept = typeof before['decision_id'] === 'string' ? before['decision_id'] : null
      const [id = ''] = await recordIdentities(tx, [{ personId, kind, number, from, to, decisionId: decisionId ?? kept }])
      return { id }
    }),
  ]
}

async function numberObjections(tx: Tx, personId: string, kind: string, number: string): Promise<Objection[]> {
  const profile = (await presentProfile(tx, personId))?.profile
  return identityObjections({ kind, number }, { birth: profile?.birth ?? null, sex: profile?.sex ?? null })
}

/** The number of that kind from the day on: the one it would replace. */
async function identityOn(
  tx: Tx,
  personId: string,
  kind: string,
  from: string,
): Promise<{ id: string; number: string; from: string } | undefined> {
  const { rows } = await sql<{ id: string; number: string; from: string }>`
    select id, number, lower(held) as "from" from people.identity
    where person_id = ${personId}::uuid and kind = ${kind} and upper_inf(recorded) and (upper_inf(held) or upper(held) > ${from}::date)
    order by lower(held) desc limit 1`.execute(tx)
  return rows[0]
}

function kindOf(value: unknown): NewIdentity['kind'] {
  // The table's own check allows no other.
  return value as NewIdentity['kind']
}
