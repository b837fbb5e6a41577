import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange } from '#db/facts.ts'
import type { Actor } from '#server/operations.ts'
import { noteAddress } from './attempt.sql.ts'
import { isSecondFactorRequired } from './second-factor.ts'

const seenEveryMinutes = 5
const codeWithinMinutes = 10
const longestClient = 300
const day = 86_400_000

export type NewSession = {
  accountId: string
  now: Date
  client?: string
  address?: string
  /** Opened by single sign-on, by that link, and whether the provider has asked for more than one factor. */
  signOn?: { linkId: string; isMultiFactor: boolean }
}

/**
 * Opens a session and returns its token; only the token's hash is kept. Where the account has a second factor, the session
 * waits for the code: until then its token opens the second step and nothing else.
 */
export async function addSession(tx: Tx, { accountId, now, client = '', address = '', signOn }: NewSession): Promise<string> {
  const { wholeDays, hasSecondFactor } = await rulesFor(tx, accountId)
  const awaitsCode = hasSecondFactor && !signOn?.isMultiFactor
  const token = newToken()
  await tx.deleteFrom('access.session').where('account_id', '=', accountId).where('expires_at', '<', now).execute()
  await tx
    .insertInto('access.session')
    .values({
      token_hash: hashOf(token),
      account_id: accountId,
      opened_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + (awaitsCode ? codeWithinMinutes * 60_000 : wholeDays * day)),
      awaits_code: awaitsCode,
      sign_on_id: signOn?.linkId ?? null,
      has_proved_elsewhere: signOn?.isMultiFactor ?? false,
      client: client.slice(0, longestClient),
      address,
    })
    .execute()
  noteChange(tx, { table: 'access.session', done: 'recorded', count: 1, after: { accountId, address, awaitsCode } })
  if (!awaitsCode) await noteAddress(tx, accountId, address, now)
  return token
}

/** The session goes on under a new token, with all rights: nobody who knew the former one comes along. */
export async function renewToken(tx: Tx, token: string, now: Date): Promise<string> {
  const { account_id, address } = await tx
    .selectFrom('access.session')
    .select(['account_id', 'address'])
    .where('token_hash', '=', hashOf(token))
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { wholeDays } = await rulesFor(tx, account_id)
  const next = newToken()
  await tx
    .updateTable('access.session')
    .set({
      token_hash: hashOf(next),
      awaits_code: false,
      opened_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + wholeDays * day),
    })
    .where('token_hash', '=', hashOf(token))
    .execute()
  await noteAddress(tx, account_id, address, now)
  return next
}

/** The reply of a step up: the edge makes the new token the cookie, and the reply's shape keeps it from the page. */
export async function withRenewedToken<Reply extends object>(reply: Reply, tx: Tx, token: string | undefined, now: Date): Promise<Reply> {
  return token ? Object.assign(reply, { setToken: await renewToken(tx, token, now) }) : reply
}

/** The caller behind a session token; null when it is unknown, idle for too long, expired, or its account is closed. */
export async function actorOfToken(db: Db, token: string, now: Date): Promise<Actor | null> {
  const found = await db
    .selectFrom('access.session as session')
    .innerJoin('access.account as account', 'account.id', 'session.account_id')
    .innerJoin('access.policy as policy', (join) => join.onTrue())
    .leftJoin('access.second_factor as factor', 'factor.account_id', 'session.account_id')
    .select(['session.account_id', 'session.seen_at', 'session.expires_at', 'session.awaits_code'])
    .select(['session.sign_on_id', 'session.has_proved_elsewhere'])
    .select(['account.display_name', 'account.person_id', 'account.must_change_password', 'account.status'])
    .select(['policy.idle_minutes', 'policy.second_factor_roles', 'factor.confirmed_at'])
    .select((row) =>
      jsonArrayFrom(
        row
          .selectFrom('access.role_grant as held')
          .select(['held.role', 'held.unit_id as unitId'])
          .whereRef('held.account_id', '=', 'session.account_id')
          .where('held.ended_at', 'is', null)
          .orderBy('held.role'),
      ).as('grants'),
    )
    .where('session.token_hash', '=', hashOf(token))
    .executeTakeFirst()
  if (!found || found.status !== 'active' || found.expires_at <= now) return null
  const idleMs = now.getTime() - found.seen_at.getTime()
  if (idleMs > found.idle_minutes * 60_000) return null
  if (found.awaits_code) return { accountId: null, name: '', personId: null, grants: [], token, awaitsCodeOf: found.account_id }
  if (idleMs > seenEveryMinutes * 60_000) {
    await db.updateTable('access.session').set({ seen_at: now }).where('token_hash', '=', hashOf(token)).execute()
  }
  const isRequired = isSecondFactorRequired(
    found.second_factor_roles,
    found.grants.map(({ role }) => role),
  )
  return {
    accountId: found.account_id,
    name: found.display_name,
    personId: found.person_id,
    // Whoever came by the provider did not use the password that somebody else has set.
    mustChangePassword: found.must_change_password && found.sign_on_id === null,
    mustEnrol: isRequired && found.confirmed_at === null && !found.has_proved_elsewhere,
    grants: found.grants,
    token,
  }
}

/** The sessions in which somebody may be working now, the last used first. */
export async function sessionsOf(db: Db, accountId: string, now: Date, token?: string) {
  const { idleMinutes } = await rulesFor(db, accountId)
  return db
    .selectFrom('access.session')
    .select(['id', 'opened_at', 'seen_at', 'address', 'client'])
    .select(sql<boolean>`token_hash = ${hashOf(token ?? '')}`.as('is_present'))
    .where('account_id', '=', accountId)
    .where('awaits_code', '=', false)
    .where('expires_at', '>', now)
    .where('seen_at', '>=', new Date(now.getTime() - idleMinutes * 60_000))
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
}

/** When the session began or was last stepped up. */
export async function openedAt(db: Db, token: string): Promise<Date | undefined> {
  const session = await db.selectFrom('access.session').select('opened_at').where('token_hash', '=', hashOf(token)).executeTakeFirst()
  return session?.opened_at
}

/** Ends the session and tells by which sign-on link it was opened. */
export function endSession(tx: Tx, token: string) {
  return tx.deleteFrom('access.session').where('token_hash', '=', hashOf(token)).returning('sign_on_id').executeTakeFirst()
}

/** Ends one of the account's sessions; 0 when it has no such one. */
export async function endSessionOf(tx: Tx, accountId: string, id: string): Promise<number> {
  const ended = await tx.deleteFrom('access.session').where('account_id', '=', accountId).where('id', '=', id).executeTakeFirst()
  noteChange(tx, { table: 'access.session', done: 'closed', count: Number(ended.numDeletedRows), before: { accountId, id } })
  return Number(ended.numDeletedRows)
}

/** Ends the account's sessions, all or all but one. */
export async function endSessionsOf(tx: Tx, accountId: string, exceptToken?: string): Promise<void> {
  const all = tx.deleteFrom('access.session').where('account_id', '=', accountId)
  const ended = await (exceptToken ? all.where('token_hash', '!=', hashOf(exceptToken)) : all).executeTakeFirst()
  noteChange(tx, { table: 'access.session', done: 'closed', count: Number(ended.numDeletedRows), before: { accountId } })
}

async function rulesFor(db: Db, accountId: string) {
  return db
    .selectFrom('access.policy as policy')
    .leftJoin('access.second_factor as factor', (join) =>
      join.on('factor.account_id', '=', accountId).on('factor.confirmed_at', 'is not', null),
    )
    .select(['policy.whole_days as wholeDays', 'policy.idle_minutes as idleMinutes'])
    .select(sql<boolean>`factor.account_id is not null`.as('hasSecondFactor'))
    .executeTakeFirstOrThrow()
}

/** Ends the sessions opened by a sign-on link, but for one. */
export async function endSessionsOfLink(tx: Tx, linkId: string, exceptToken?: string): Promise<void> {
  const all = tx.deleteFrom('access.session').where('sign_on_id', '=', linkId)
  await (exceptToken ? all.where('token_hash', '!=', hashOf(exceptToken)) : all).execute()
}

function newToken(): string {
  return randomBytes(32).toString('base64url')
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
