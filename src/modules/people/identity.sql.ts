import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { closeFacts, period, recordFacts } from '#db/facts.ts'
import { restoreFacts } from './keeper.sql.ts'
import { originRow, type Origin } from './person.sql.ts'

export type NewIdentity = Origin & {
  personId: string
  kind: 'cccd' | 'cmnd' | 'official' | 'party_card'
  number: string
  from: string
  to?: string | null
}

/** Records identity numbers; a number that another person has is refused ('identity-taken'). */
export async function recordIdentities(tx: Tx, identities: NewIdentity[]): Promise<string[]> {
  if (identities.length === 0) return []
  await claim(tx, identities)
  return recordFacts(
    tx,
    'people.identity',
    identities.map((identity) => ({
      person_id: identity.personId,
      kind: identity.kind,
      number: identity.number,
      held: period(identity.from, identity.to),
      ...originRow(identity),
    })),
  )
}

/** Withdraws identity numbers and sets them free. */
export async function closeIdentities(tx: Tx, ids: string[], why: string): Promise<number> {
  const closed = await closeFacts(tx, 'people.identity', ids, why)
  await sql`
    delete from people.identity_claim c
    where (c.kind, c.number) in (select kind, number from people.identity where id = any(${ids}::uuid[]))
      and not exists (select from people.identity i where (i.kind, i.number, i.person_id) = (c.kind, c.number, c.person_id) and upper_inf(i.recorded))`.execute(
    tx,
  )
  return closed
}

/** Gives back the numbers that an entry withdrew; refused when someone else has one by now. */
export async function restoreIdentities(tx: Tx, entryId: string): Promise<number> {
  const { rows } = await sql<{ kind: string; number: string; personId: string }>`
    select distinct kind, number, person_id as "personId" from people.identity where closed_entry_id = ${entryId}::uuid`.execute(tx)
  await claim(tx, rows)
  return restoreFacts(tx, 'people.identity', entryId)
}

async function claim(tx: Tx, identities: { kind: string; number: string; personId: string }[]): Promise<void> {
  await sql`
    insert into people.identity_claim (kind, number, person_id, scope)
    select distinct c.kind, c.number, c.person_id, p.scope from unnest(
      ${identities.map(({ kind }) => kind)}::text[], ${identities.map(({ number }) => number)}::text[], ${identities.map(({ personId }) => personId)}::uuid[]
    ) as c(kind, number, person_id)
    join people.person p on p.person_id = c.person_id
    where not exists (select from people.identity_claim o where (o.kind, o.number, o.person_id) = (c.kind, c.number, c.person_id))`.execute(
    tx,
  )
}
