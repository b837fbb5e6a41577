import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

/**
 * A real OpenID Connect provider in a process of its own, for the tests of single sign-on. It takes any password and knows only
 * the invented people that its parent tells it of; `login` is what it says of how somebody has signed in.
 */
export type Told = {
  people?: Record<string, Record<string, unknown> & { login?: { amr?: string[]; acr?: string } }>
  /** Its tokens are signed by a key that it does not show. */
  signsByOtherKey?: boolean
}
export type Registered = {
  redirectUri: string
  clientId: string
  clientSecret: string
  /** As other products do: the claims stand in the token itself, and the secret is taken in the body only. */
  isOtherKind?: boolean
}

const { redirectUri, clientId, clientSecret, isOtherKind = false } = JSON.parse(process.argv[2] ?? '{}') as Registered
let people: NonNullable<Told['people']> = {}
let shownKey: object | null = null

const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const place = server.address()
  const issuer = `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`
  server.on('request', providerOf(issuer).callback())
  process.send?.({ issuer })
})
process.on('message', (told: Told) => {
  people = told.people ?? people
  if (told.signsByOtherKey !== undefined)
    shownKey = told.signsByOtherKey ? generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }) : null
  process.send?.({ isTold: true })
})
// Ends with the test that started it, however that ends.
process.on('disconnect', () => process.exit(0))

function providerOf(issuer: string): Provider {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        ...(isOtherKind ? { token_endpoint_auth_method: 'client_secret_post' as const } : {}),
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [new URL('/', redirectUri).href],
      },
    ],
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'], profile: ['employee_number'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...people[sub], sub }) }),
    ...(isOtherKind ? { conformIdTokenClaims: false, clientAuthMethods: ['client_secret_post'] } : {}),
    // An office's own program asks nobody for consent.
    loadExistingGrant: async (ctx) => {
      const accountId = ctx.oidc.session?.accountId
      const grant = new provider.Grant({ clientId, ...(accountId ? { accountId } : {}) })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    cookies: { keys: ['the cookies of a test'] },
  })
  const finish = provider.interactionFinished.bind(provider)
  provider.interactionFinished = (request, response, result, options) => {
    if (result.login) Object.assign(result.login, people[result.login.accountId]?.login)
    return finish(request, response, result, options)
  }
  provider.use(async (ctx, next) => {
    await next()
    const { body } = ctx as { body: { keys: object[] } }
    if (shownKey && ctx.path === '/jwks') ctx.body = { keys: body.keys.map((key) => ({ ...key, ...shownKey })) }
  })
  return provider
}
