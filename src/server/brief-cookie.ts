import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from '#lib/operation.ts'

const lastsSeconds = 10 * 60

/** What the browser kept of the step before: the input field that only the cookie fills, whatever the body says. */
export function ofBriefCookie(request: FastifyRequest, { cookie }: Operation): Record<string, unknown> {
  return cookie?.field ? { [cookie.field]: request.cookies[nameOf(request, cookie.name)] } : {}
}

/** Sets an operation's own cookie by the answer's `setCookie`, or clears it; its content is sealed. */
export function applyBriefCookie(reply: FastifyReply, request: FastifyRequest, { cookie, path }: Operation, answer: unknown): void {
  if (!cookie || typeof answer !== 'object' || answer === null || !('setCookie' in answer)) return
  const name = nameOf(request, cookie.name)
  const secure = request.protocol === 'https'
  // What binds the cookie to the host allows it no path but the whole.
  const options = { path: secure ? '/' : path.slice(0, path.lastIndexOf('/')), httpOnly: true, sameSite: 'strict', secure } as const
  if (typeof answer.setCookie === 'string') reply.setCookie(name, answer.setCookie, { ...options, maxAge: lastsSeconds })
  else reply.clearCookie(name, options)
}

/** Over https the name itself binds the cookie to this very host. */
function nameOf(request: FastifyRequest, name: string): string {
  return request.protocol === 'https' ? `__Host-${name}` : name
}
