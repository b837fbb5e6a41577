/** Who somebody is at the provider, as far as the account to be found depends on it. */
export type Identity = {
  issuer: string
  subject: string
  /** What the configured claim says, and whether the provider vouches for it. */
  claim: { value: string; isVerified: boolean } | null
  /** The provider says that more than one factor was asked for. */
  isMultiFactor: boolean
}

/** The provider is asked to sign somebody in, or to name the identity that a signed-in person wants to link. */
export type Purpose = 'enter' | 'link'

/** A sign-in under way at the provider; it comes back within this time or begins anew. */
export const pendingMinutes = 10

/** Claims of which the provider says beside them whether it has verified them: it must say so. */
const verifiedBeside: Record<string, string> = { email: 'email_verified', phone_number: 'phone_number_verified' }
// REFEDS, OpenID EAP and the name most servers give their own level.
const multiFactorLevels = ['https://refeds.org/profile/mfa', 'phr', 'phrh', 'mfa']

/** The configured claim of what the provider told; null when it told nothing usable. */
export function claimOf(told: Record<string, unknown>, claim: string): Identity['claim'] {
  const value = told[claim]
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).trim()
  if (text === '' || text.length > 200) return null
  const beside = verifiedBeside[claim] ?? `${claim}_verified`
  const isSaid = Object.hasOwn(told, beside)
  return { value: text, isVerified: isSaid ? told[beside] === true : !Object.hasOwn(verifiedBeside, claim) }
}

/** Whether the provider says that a second factor was asked for, by RFC 8176 or by a level known to mean it. */
export function isMultiFactor({ amr, acr }: Record<string, unknown>): boolean {
  return (Array.isArray(amr) && amr.includes('mfa')) || (typeof acr === 'string' && multiFactorLevels.includes(acr))
}

/** The page to go to afterwards, if it is one of ours: nobody is sent to a foreign site by a link to the sign-in. */
export function ownPath(wanted: string): string {
  const own = 'http://own.invalid'
  if (!wanted.startsWith('/') || wanted.length > 1000 || !URL.canParse(wanted, own)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, own)
  // After dots are resolved, '/.//host' has become '//host', which a browser takes for another site.
  if (origin !== own || pathname.startsWith('//') || pathname === '/sign-on') return '/'
  return `${pathname}${search}${hash}`
}
