import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { command, query, type Actor, type Route } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { clientName } from './client-name.ts'
import { managedAccount } from './managed.sql.ts'
import {
  endOtherSessions,
  endOwnSession,
  endSessionsOfAccount,
  listSessions,
  listSessionsOf,
  type OpenSession,
} from './open-sessions.contract.ts'
import { ownAccount } from './own-account.sql.ts'
import { endSessionOf, endSessionsOf, sessionsOf } from './session.sql.ts'

/** Where an account is signed in: its owner and its administrator see it and can end it. */
export function openSessionRoutes(): Route[] {
  return [
    query(listSessions, async ({}, { db, actor, now }) => {
      const { id } = await ownAccount(db, actor)
      return { sessions: await shown(db, id, now, actor) }
    }),

    command(endOwnSession, async ({ sessionId }, { tx, actor }) => {
      const { id } = await ownAccount(tx, actor)
      if ((await endSessionOf(tx, id, sessionId)) === 0) throw new NotFound()
      about(tx, { subjectId: id })
      return {}
    }),

    command(endOtherSessions, async ({}, { tx, actor }) => {
      const { id } = await ownAccount(tx, actor)
      await endSessionsOf(tx, id, actor.token)
      about(tx, { subjectId: id })
      return {}
    }),

    query(listSessionsOf, async ({ accountId }, { db, scope, actor, now }) => {
      await managedAccount(db, scope, accountId)
      return { sessions: await shown(db, accountId, now, actor) }
    }),

    command(endSessionsOfAccount, async ({ accountId, sessionId }, { tx, scope }) => {
      await managedAccount(tx, scope, accountId)
      if (sessionId === null) await endSessionsOf(tx, accountId)
      else if ((await endSessionOf(tx, accountId, sessionId)) === 0) throw new NotFound()
      about(tx, { subjectId: accountId })
      return {}
    }),
  ]
}

async function shown(db: Db, accountId: string, now: Date, actor: Actor): Promise<OpenSession[]> {
  const sessions = await sessionsOf(db, accountId, now, actor.token)
  return sessions.map(({ id, opened_at, seen_at, address, client, is_present }) => ({
    id,
    openedAt: opened_at.toISOString(),
    seenAt: seen_at.toISOString(),
    address,
    ...clientName(client),
    isPresent: is_present,
  }))
}
