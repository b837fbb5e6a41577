import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import type { SignOnLink } from './oidc.contract.ts'
import { pendingMinutes, type Identity } from './oidc.ts'
import type { Match } from './oidc-settings.ts'
import { endSessionsOfLink } from './session.sql.ts'

/** Whether the sign-in under way with this mark has come back before. */
export async function hasReturned(db: Db, mark: Buffer): Promise<boolean> {
  const row = await db.selectFrom('access.sign_on_return').select('mark').where('mark', '=', mark).executeTakeFirst()
  return row !== undefined
}

/** Notes that it has come back; false when it had before. What could not come back any more is forgotten. */
export async function noteReturn(tx: Tx, mark: Buffer): Promise<boolean> {
  const { now } = recordOf(tx)
  const oldest = new Date(now.getTime() - 2 * pendingMinutes * 60_000)
  await tx.deleteFrom('access.sign_on_return').where('returned_at', '<', oldest).execute()
  const noted = await tx
    .insertInto('access.sign_on_return')
    .values({ mark, returned_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('mark')
    .executeTakeFirst()
  return noted !== undefined
}

/** The links of that identity, the present one first. */
export function linksOfIdentity(db: Db, { issuer, subject }: Identity) {
  return db
    .selectFrom('access.sign_on')
    .innerJoin('access.account', 'access.account.id', 'access.sign_on.account_id')
    .select(['access.sign_on.id', 'account_id as accountId', 'ended_at as endedAt', 'access.account.status', 'display_name as name'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .execute()
}

/** The accounts that the value of the claim means, locked; open or closed. */
export async function accountsMeant(tx: Tx, match: Match, value: string, personId: string | null) {
  const accounts = tx.selectFrom('access.account').select(['id', 'status', 'display_name as name']).forUpdate()
  const folded = value.toLowerCase()
  if (match === 'official') return personId === null ? [] : accounts.where('person_id', '=', personId).execute()
  if (match === 'username') return accounts.where(sql`lower(username)`, '=', folded).execute()
  return accounts.where((or) => or.or([or(sql`lower(username)`, '=', folded), or(sql`lower(email)`, '=', folded)])).execute()
}

export async function hasLink(db: Db, accountId: string, issuer: string): Promise<boolean> {
  const row = await db
    .selectFrom('access.sign_on')
    .select('id')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function addLink(tx: Tx, accountId: string, identity: Identity, claim: { name: string; value: string }): Promise<string> {
  const { now } = recordOf(tx)
  const { issuer, subject } = identity
  const id = newId(now.getTime())
  await tx
    .insertInto('access.sign_on')
    .values({ id, issuer, subject, account_id: accountId, claim: claim.name, claim_value: claim.value, linked_at: now })
    .execute()
  noteChange(tx, { table: 'access.sign_on', done: 'recorded', count: 1, after: { id, accountId, issuer, subject, claim } })
  return id
}

export async function noteUse(tx: Tx, linkId: string): Promise<void> {
  await tx
    .updateTable('access.sign_on')
    .set({ used_at: recordOf(tx).now })
    .where('id', '=', linkId)
    .execute()
}

/** Ends the link and the sessions opened by it, but for the one that ends it; 0 when the account has no such link. */
export async function endLink(tx: Tx, accountId: string, linkId: string, exceptToken?: string): Promise<number> {
  const ended = await tx
    .updateTable('access.sign_on')
    .set({ ended_at: recordOf(tx).now })
    .where('id', '=', linkId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .returning(['issuer', 'subject'])
    .executeTakeFirst()
  if (!ended) return 0
  noteChange(tx, { table: 'access.sign_on', done: 'closed', count: 1, before: { id: linkId, accountId, ...ended } })
  await endSessionsOfLink(tx, linkId, exceptToken)
  return 1
}

export async function linksOfAccount(db: Db, accountId: string): Promise<SignOnLink[]> {
  const links = await db.selectFrom('access.sign_on').selectAll().where('account_id', '=', accountId).orderBy('linked_at', 'desc').execute()
  return links.map((link) => ({
    id: link.id,
    issuer: link.issuer,
    subject: link.subject,
    claim: link.claim,
    claimValue: link.claim_value,
    linkedAt: link.linked_at.toISOString(),
    usedAt: link.used_at?.toISOString() ?? null,
    endedAt: link.ended_at?.toISOString() ?? null,
  }))
}

export async function emailOf(db: Db, accountId: string): Promise<string | null> {
  const row = await db.selectFrom('access.account').select('email').where('id', '=', accountId).executeTakeFirst()
  return row?.email ?? null
}

export async function setEmail(tx: Tx, accountId: string, email: string | null): Promise<void> {
  await tx.updateTable('access.account').set({ email }).where('id', '=', accountId).execute()
  noteChange(tx, { table: 'access.account', done: 'changed', count: 1, after: { id: accountId, email } })
}
