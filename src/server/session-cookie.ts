import type { FastifyReply, FastifyRequest } from 'fastify'

/** The cookie of a session over plain http. */
export const sessionCookie = 'kecan_session'
// Over https the name itself binds the cookie to this very host: no neighbour under our domain can set it.
const hostCookie = `__Host-${sessionCookie}`
const longestInSeconds = 14 * 24 * 3600

export function sessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[nameFor(request)]
}

/** Opening and closing a session are the answers that also set the cookie; `token` never reaches the page itself. */
export function applySession(reply: FastifyReply, request: FastifyRequest, answer: unknown): void {
  if (typeof answer !== 'object' || answer === null || !('setToken' in answer)) return
  const { setToken } = answer
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request) } as const
  if (typeof setToken === 'string') reply.setCookie(nameFor(request), setToken, { ...options, maxAge: longestInSeconds })
  else reply.clearCookie(nameFor(request), options)
}

function nameFor(request: FastifyRequest): string {
  return isSecure(request) ? hostCookie : sessionCookie
}

function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https'
}
