import { createHash, randomBytes } from 'node:crypto'
import type { Db, Tx } from '#db/connect.ts'
import type { Actor } from '#server/operations.ts'
import { actorOfAccount } from './account.sql.ts'

const idleHours = 12
const wholeDays = 14
const seenEveryMinutes = 5

/** Opens a session and returns its token; only the token's hash is kept. */
export async function addSession(tx: Tx, session: { accountId: string; now: Date }): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('access.session')
    .values({
      token_hash: hashOf(token),
      account_id: session.accountId,
      opened_at: session.now,
      seen_at: session.now,
      expires_at: new Date(session.now.getTime() + wholeDays * 86_400_000),
    })
    .execute()
  return token
}

/** The caller behind a session token; null when it is unknown, idle for too long, expired, or its account is closed. */
export async function actorOfToken(db: Db, token: string, now: Date): Promise<Actor | null> {
  const session = await db
    .selectFrom('access.session')
    .select(['account_id', 'seen_at', 'expires_at'])
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  if (!session || session.expires_at <= now) return null
  const idleMs = now.getTime() - session.seen_at.getTime()
  if (idleMs > idleHours * 3_600_000) return null
  if (idleMs > seenEveryMinutes * 60_000) {
    await db.updateTable('access.session').set({ seen_at: now }).where('token_hash', '=', hashOf(token)).execute()
  }
  const actor = await actorOfAccount(db, session.account_id)
  return actor && { ...actor, token }
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom('access.session').where('token_hash', '=', hashOf(token)).execute()
}

/** Ends the account's sessions, all or all but one. */
export async function endSessionsOf(tx: Tx, accountId: string, exceptToken?: string): Promise<void> {
  const ended = tx.deleteFrom('access.session').where('account_id', '=', accountId)
  await (exceptToken ? ended.where('token_hash', '!=', hashOf(exceptToken)) : ended).execute()
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
