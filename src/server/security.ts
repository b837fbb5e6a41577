import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const aYear = 365 * 24 * 3600
// What is no page of ours may load and run nothing, even if a browser is talked into showing it as one.
const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What a page of ours may load: our own files, and styles that it makes itself when they carry this page's nonce. */
export function pagePolicy(nonce: string, worker?: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    // No text becomes a script by way of the page's own code.
    "require-trusted-types-for 'script'",
    // Where a page brings a worker of ours, one policy may name its address, and nothing else.
    `trusted-types ${worker ?? "'none'"}`,
  ].join('; ')
}

/** A worker runs itself alone and asks only us. */
export const workerPolicy = "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The headers of every answer, and the refusal of what another site's page asks in our user's name. */
export async function secure(server: FastifyInstance): Promise<void> {
  // A page's own policy is put in its place by whoever serves the page.
  await server.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  })
  server.addHook('onRequest', async (request, reply) => {
    guardAnswer(reply)
    reply.header('permissions-policy', 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()')
    // Over plain http the header would be void; who offers https offers it for good.
    if (request.protocol === 'https') reply.header('strict-transport-security', `max-age=${aYear}; includeSubDomains`)
    if (isForeign(request)) throw Object.assign(new Error('Foreign origin'), { statusCode: 403 })
  })
}

/** What even the answer to a broken address carries, which comes before all else. */
export function guardAnswer(reply: FastifyReply): void {
  reply.header('content-security-policy', nothing)
  reply.header('x-content-type-options', 'nosniff')
  // What is said of persons is kept by no cache on the way; pages and their files say otherwise of themselves.
  reply.header('cache-control', 'no-store')
}

/** Whether another site's page sends this: it may lead people here, yet neither write nor read with our cookie. */
function isForeign(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const comesFromElsewhere = site === 'cross-site' || site === 'same-site'
  if (isRead) return comesFromElsewhere && mode !== 'navigate' && request.url.startsWith('/api/')
  if (comesFromElsewhere) return true
  if (!origin) return false
  // 'null' comes from a page that hides where it is: foreign.
  return !URL.canParse(origin) || new URL(origin).host !== request.host
}
