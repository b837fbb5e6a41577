import type { Db } from '#db/connect.ts'
import type { Actor } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { findAccount } from './account.sql.ts'

/** The account of whoever calls; the program itself has none. */
export async function ownAccount(db: Db, actor: Actor) {
  const account = actor.accountId ? await findAccount(db, actor.accountId) : undefined
  if (!account) throw new NotFound()
  return account
}
