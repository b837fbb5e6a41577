import { about } from '#db/facts.ts'
import { command, query, type Route } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { managedAccount } from './managed.sql.ts'
import { endOwnSignOn, endSignOn, listSignOn, readOwnSignOn, setAccountEmail } from './oidc.contract.ts'
import type { SignOnAround } from './oidc.routes.ts'
import { emailOf, endLink, linksOfAccount, setEmail } from './oidc.sql.ts'

/** Which identities open an account: seen and ended by the person and by the account's administrators. */
export function signOnLinkRoutes({ provider }: Pick<SignOnAround, 'provider'>): Route[] {
  const name = provider?.settings.name ?? null
  return [
    query(readOwnSignOn, async ({}, { db, actor }) => ({ name, links: actor.accountId ? await linksOfAccount(db, actor.accountId) : [] })),

    command(endOwnSignOn, async ({ linkId }, { tx, actor }) => {
      // One's own session goes on, even if it was opened by this link.
      if ((await endLink(tx, actor.accountId ?? '', linkId, actor.token)) === 0) throw new NotFound()
      about(tx, { subjectId: actor.accountId ?? undefined })
      return {}
    }),

    query(listSignOn, async ({ accountId }, { db, scope }) => {
      await managedAccount(db, scope, accountId)
      return { name, email: await emailOf(db, accountId), links: await linksOfAccount(db, accountId) }
    }),

    command(endSignOn, async ({ accountId, linkId, reason }, { tx, scope }) => {
      await managedAccount(tx, scope, accountId)
      if ((await endLink(tx, accountId, linkId)) === 0) throw new NotFound()
      about(tx, { subjectId: accountId, reason })
      return {}
    }),

    command(setAccountEmail, async ({ accountId, email }, { tx, scope }) => {
      await managedAccount(tx, scope, accountId)
      await setEmail(tx, accountId, email === '' ? null : email)
      about(tx, { subjectId: accountId })
      return {}
    }),
  ]
}
