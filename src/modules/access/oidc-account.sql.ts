import type { Db, Tx } from '#db/connect.ts'
import type { Identity } from './oidc.ts'
import type { OidcSettings } from './oidc-settings.ts'
import { accountsMeant, addLink, hasLink, linksOfIdentity } from './oidc.sql.ts'

/** The person who has this official's number; given by app.ts. */
export type PersonOfNumber = (db: Db, number: string) => Promise<string | null>
type By = { settings: OidcSettings; personOfNumber: PersonOfNumber }

/** The account that somebody enters, or why they do not; `accountId` tells whose it would have been. */
export type Found = { accountId: string; name: string; linkId: string; refusal?: undefined } | Refusal
type Refusal = { refusal: string; accountId?: string }

/**
 * The account of an identity: the one it is linked to, else the one open account that its verified claim means, which is linked
 * from now on. Whoever was unlinked comes back only by linking again from within the account.
 */
export async function accountOf(tx: Tx, identity: Identity, by: By): Promise<Found> {
  const links = await linksOfIdentity(tx, identity)
  const present = links.find((link) => link.endedAt === null)
  if (present) {
    if (present.status !== 'active') return { refusal: 'sign-on-closed', accountId: present.accountId }
    return { accountId: present.accountId, name: present.name, linkId: present.id }
  }
  const former = links[0]
  if (former) return { refusal: 'sign-on-ended', accountId: former.accountId }
  const claim = vouched(identity)
  if (typeof claim !== 'string') return claim
  const meant = await meantBy(tx, claim, by)
  const [account, ...others] = meant.filter(({ status }) => status === 'active')
  if (!account) return meant[0] ? { refusal: 'sign-on-closed', accountId: meant[0].id } : { refusal: 'sign-on-no-account' }
  if (others.length > 0) return { refusal: 'sign-on-several' }
  return linked(tx, { accountId: account.id, name: account.name }, identity, by)
}

/** Links the identity to the account of the person who asks for it and is signed in to it. */
export async function linkOwn(tx: Tx, own: { accountId: string; name: string }, identity: Identity, by: By): Promise<Found> {
  const present = (await linksOfIdentity(tx, identity)).find((link) => link.endedAt === null)
  if (present && present.accountId !== own.accountId) return { refusal: 'sign-on-taken' }
  if (present) return { ...own, linkId: present.id }
  const claim = vouched(identity)
  if (typeof claim !== 'string') return claim
  // A colleague's identity would open this account to the colleague.
  const isOfAnother = (await meantBy(tx, claim, by)).some(({ id, status }) => status === 'active' && id !== own.accountId)
  return isOfAnother ? { refusal: 'sign-on-taken' } : linked(tx, own, identity, by)
}

function vouched({ claim }: Identity): string | Refusal {
  if (!claim) return { refusal: 'sign-on-no-claim' }
  return claim.isVerified ? claim.value : { refusal: 'sign-on-unverified' }
}

async function meantBy(tx: Tx, value: string, { settings, personOfNumber }: By) {
  const personId = settings.match === 'official' ? await personOfNumber(tx, value) : null
  return accountsMeant(tx, settings.match, value, personId)
}

/** An account has one identity at a provider: an address given to somebody else later does not open it. */
async function linked(tx: Tx, account: { accountId: string; name: string }, identity: Identity, { settings }: By): Promise<Found> {
  if (await hasLink(tx, account.accountId, identity.issuer)) return { refusal: 'sign-on-other', accountId: account.accountId }
  const claim = { name: settings.claim, value: identity.claim?.value ?? '' }
  return { ...account, linkId: await addLink(tx, account.accountId, identity, claim) }
}
