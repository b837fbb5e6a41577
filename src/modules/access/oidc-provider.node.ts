import * as oidc from 'openid-client'
import { Refused } from '#server/refusal.ts'
import type { Pending } from './oidc-seal.node.ts'
import { isSafeAddress, type OidcSettings } from './oidc-settings.ts'
import { claimOf, type Identity, isMultiFactor } from './oidc.ts'

export type Provider = {
  settings: OidcSettings
  /** Where the browser goes to sign in. */
  addressFor: (pending: Pick<Pending, 'state' | 'nonce' | 'verifier'>) => Promise<string>
  /** Who came back; refused when the provider's answer is not one to this sign-in. */
  identify: (answer: string, pending: Pick<Pending, 'state' | 'nonce' | 'verifier'>) => Promise<Identity>
  /** Where the browser signs out there, too; null when the provider has no such place, or has not been asked yet. */
  leaveAddress: () => string | null
  /** Reads what the provider says of itself; refused when it cannot be had. */
  discover: () => Promise<void>
}

const discoveredForMs = 60 * 60_000
// Whoever is sent there should not find nobody at home.
const seenAliveForMs = 10_000
const answerWithinSeconds = 5
const clockToleranceSeconds = 10

/** The provider behind these settings; `warn` is told, without secrets, what went wrong. */
export function openProvider(settings: OidcSettings, warn: (why: string) => void): Provider {
  let last: oidc.Configuration | undefined
  let known: { configuration: Promise<oidc.Configuration>; at: number } | undefined

  /** What the provider says of itself, no older than that; for whoever comes back, what it said last holds while it does not answer. */
  async function configuration(freshMs: number): Promise<oidc.Configuration> {
    if (!known || Date.now() - known.at >= freshMs) known = { configuration: discover(settings), at: Date.now() }
    const asked = known
    try {
      last = await asked.configuration
      return last
    } catch (thrown) {
      if (known === asked) known = undefined
      if (last && freshMs === discoveredForMs) return last
      throw thrown
    }
  }

  async function asking<T>(work: (config: oidc.Configuration) => Promise<T>, freshMs = discoveredForMs): Promise<T> {
    try {
      return await work(await configuration(freshMs))
    } catch (thrown) {
      if (thrown instanceof Refused) throw thrown
      const code = refusalOf(thrown)
      if (code !== 'sign-on-cancelled') warn(inWords(thrown))
      throw new Refused([{ code }])
    }
  }

  return {
    settings,
    discover: () => asking(async () => undefined),

    leaveAddress: () => {
      if (!last?.serverMetadata().end_session_endpoint) return null
      return oidc.buildEndSessionUrl(last, { post_logout_redirect_uri: new URL('/', settings.redirectUri).href }).href
    },

    addressFor: ({ state, nonce, verifier }) =>
      asking(async (config) => {
        const asked = {
          redirect_uri: settings.redirectUri,
          scope: settings.claim === 'email' ? 'openid email' : 'openid profile',
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }
        return oidc.buildAuthorizationUrl(config, asked).href
      }, seenAliveForMs),

    identify: (answer, { state, nonce, verifier }) =>
      asking(async (config) => {
        const cameBackTo = new URL(settings.redirectUri)
        cameBackTo.search = answer
        const tokens = await oidc.authorizationCodeGrant(config, cameBackTo, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const token = tokens.claims()
        if (!token) throw new Error('no id_token')
        // Many providers name a person only at their userinfo endpoint.
        const told =
          claimOf(token, settings.claim) || !config.serverMetadata().userinfo_endpoint
            ? token
            : await oidc.fetchUserInfo(config, tokens.access_token, token.sub)
        return { issuer: token.iss, subject: token.sub, claim: claimOf(told, settings.claim), isMultiFactor: isMultiFactor(token) }
      }),
  }
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const basic = oidc.ClientSecretBasic(clientSecret)
  const post = oidc.ClientSecretPost(clientSecret)
  const authenticate: oidc.ClientAuth = (server, ...request) => {
    // The default of the standard, where nothing else is said.
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return methods.includes('client_secret_basic') ? basic(server, ...request) : post(server, ...request)
  }
  const isPlain = isSafeAddress(issuer) && new URL(issuer).protocol === 'http:'
  return oidc.discovery(new URL(issuer), clientId, { [oidc.clockTolerance]: clockToleranceSeconds }, authenticate, {
    timeout: answerWithinSeconds,
    // The id_token comes straight from the provider; its signature is checked all the same.
    execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
  })
}

/** Whether the person cancelled, the provider refused, could not be reached, or sent what must not be believed. */
function refusalOf(thrown: unknown): string {
  if (thrown instanceof oidc.AuthorizationResponseError) return thrown.error === 'access_denied' ? 'sign-on-cancelled' : 'sign-on-refused'
  // Among them: the provider does not know us by this secret.
  if (thrown instanceof oidc.ResponseBodyError || thrown instanceof oidc.WWWAuthenticateChallengeError) return 'sign-on-refused'
  const code = thrown instanceof oidc.ClientError ? thrown.code : undefined
  const isAway = thrown instanceof TypeError || code === undefined || awayCodes.includes(code)
  return isAway ? 'sign-on-unreachable' : 'sign-on-not-believed'
}
const awayCodes = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']

/** The message and what stands behind it; never the answer itself, which holds codes and tokens. */
function inWords(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown'
  const why = thrown instanceof oidc.AuthorizationResponseError || thrown instanceof oidc.ResponseBodyError ? ` (${thrown.error})` : ''
  const cause = thrown.cause instanceof Error ? `: ${thrown.cause.message}` : ''
  return `${thrown.message}${why}${cause}`.replaceAll(/\s+/g, ' ').slice(0, 300)
}
