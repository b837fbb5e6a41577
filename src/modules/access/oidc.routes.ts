import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client'
import type { Db, Tx } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { commandAfter, queryAfter } from '#server/asking.ts'
import { query, type Actor, type QueryContext, type Route } from '#server/operations.ts'
import { KeptRefusal, NotSignedIn, Refused } from '#server/refusal.ts'
import { accountOf, linkOwn, type Found, type PersonOfNumber } from './oidc-account.sql.ts'
import type { Provider } from './oidc-provider.node.ts'
import { markOf, openPending, sealPending, type Pending } from './oidc-seal.node.ts'
import { beginSignOn, completeSignOn, readSignOn } from './oidc.contract.ts'
import { hasReturned, noteReturn, noteUse } from './oidc.sql.ts'
import { ownPath, pendingMinutes, type Identity } from './oidc.ts'
import { addSession, endSession, openedAt } from './session.sql.ts'

const linkWithinMinutes = 10

/** What single sign-on needs of others; given by app.ts. Without a provider it is off. */
export type SignOnAround = { provider: Provider | null; personOfNumber: PersonOfNumber }

/**
 * Signing in at an OpenID Connect provider: the page begins, sends the browser there, and when it comes back hands over what it
 * came back with. The page does it by calls of its own, so that our SameSite=Strict cookies travel although a foreign site sent the browser.
 */
export function signOnRoutes({ provider, personOfNumber }: SignOnAround): Route[] {
  return [
    query(readSignOn, async () => ({ name: provider?.settings.name ?? null })),

    queryAfter(
      beginSignOn,
      async ({ purpose, next }, { db, now, actor }) => {
        const { settings, addressFor } = assured(provider)
        const accountId = purpose === 'link' ? ownAccount(actor) : null
        if (accountId) await refuseStale(db, actor, now)
        const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
        const pending: Pending = { ...secrets, purpose, next: ownPath(next), accountId, begunAt: now.toISOString() }
        return { address: await addressFor(secrets), setCookie: sealPending(pending, settings) }
      },
      async (asked) => asked,
    ),

    commandAfter(
      completeSignOn,
      async ({ answer, pending: sealed }, context) => {
        const known = assured(provider)
        const pending = await stillPending(known, answer, sealed, context)
        return { pending, settings: known.settings, identity: await known.identify(answer, pending) }
      },
      async ({ pending, settings, identity }, { tx, now, actor, origin }) => {
        if (!(await noteReturn(tx, markOf(pending)))) throw new Refused([{ code: 'sign-on-unknown' }])
        const by = { settings, personOfNumber }
        const own = pending.accountId === null ? null : { accountId: pending.accountId, name: actor.name }
        const found = own ? await linkOwn(tx, own, identity, by) : await accountOf(tx, identity, by)
        if (found.refusal !== undefined) return refused(tx, found, identity)
        const { accountId, name, linkId } = found
        about(tx, { subjectId: accountId, actor: { accountId, name } })
        const reply = { purpose: pending.purpose, next: pending.next }
        if (own) return Object.assign(reply, { setCookie: null })
        await noteUse(tx, linkId)
        if (actor.token) await endSession(tx, actor.token)
        const isProven = identity.isMultiFactor
        const setToken = await addSession(tx, { accountId, now, ...origin, signOn: { linkId, isMultiFactor: isProven } })
        return Object.assign(reply, { setToken, setCookie: null })
      },
    ),
  ]
}

/** The sign-in under way that this answer belongs to: begun in this browser, not long ago, and not come back before. */
async function stillPending(
  known: Provider,
  answer: string,
  sealed: string | undefined,
  { db, now, actor }: QueryContext,
): Promise<Pending> {
  const pending = sealed === undefined ? null : openPending(sealed, known.settings)
  const isOurs = pending !== null && new URLSearchParams(answer).get('state') === pending.state
  if (!isOurs || (await hasReturned(db, markOf(pending)))) throw new Refused([{ code: 'sign-on-unknown' }])
  if (now.getTime() - Date.parse(pending.begunAt) > pendingMinutes * 60_000) throw new Refused([{ code: 'sign-on-expired' }])
  if (pending.accountId !== null && pending.accountId !== ownAccount(actor)) throw new Refused([{ code: 'sign-on-unknown' }])
  return pending
}

/** Stays in the log: who came from the provider and was not let in, and why. */
function refused(tx: Tx, { refusal, accountId }: Extract<Found, { refusal: string }>, { claim, subject }: Identity): KeptRefusal {
  about(tx, { reason: `${refusal}: ${claim?.value ?? subject}`, ...(accountId ? { subjectId: accountId } : {}) })
  return new KeptRefusal([{ code: refusal }])
}

/** A new way into the account is opened only by who has just shown to be its owner, not by who finds a session open. */
async function refuseStale(db: Db, actor: Actor, now: Date): Promise<void> {
  // Somebody else knows this password, too.
  if (actor.mustChangePassword) throw new Refused([{ code: 'password-change-needed' }])
  if (actor.mustEnrol) throw new Refused([{ code: 'second-factor-needed' }])
  const opened = await openedAt(db, actor.token ?? '')
  if (!opened || now.getTime() - opened.getTime() > linkWithinMinutes * 60_000) throw new Refused([{ code: 'sign-on-stale' }])
}

function assured(provider: Provider | null): Provider {
  if (!provider) throw new Refused([{ code: 'sign-on-off' }])
  return provider
}

function ownAccount(actor: Actor): string {
  if (!actor.accountId) throw new NotSignedIn()
  return actor.accountId
}
