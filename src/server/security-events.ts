import type { FastifyInstance, FastifyRequest } from 'fastify'

// What the sign-in answers to whoever could not show to be the one: wrong guesses, guesses too soon, a provider's word not believed.
const ofSignIn = /^(?:sign-in-|sign-on-|password-wrong$|code-wrong$)/

/** Writes what an attack would look like on a line of its own, also where only warnings are kept: who, from where, at what. */
export function logSecurityEvents(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const event = eventOf(request, reply.statusCode)
    if (!event) return
    const { operation } = request.routeOptions.config
    request.log.warn(
      {
        event,
        ...(operation ? { operation } : {}),
        status: reply.statusCode,
        address: request.ip,
        ...(request.accountId ? { account: request.accountId } : {}),
        problem: request.problem,
      },
      'security',
    )
  })
}

function eventOf({ problem, accountId }: FastifyRequest, status: number): string | undefined {
  if (status === 401) return 'not-signed-in'
  if (status === 403) return problem?.[0] === 'not-permitted' ? 'not-permitted' : 'foreign-origin'
  // Outside the scope and not there are one answer, here as to the caller.
  if (status === 404 && accountId) return 'not-in-sight'
  if (status === 413) return 'too-large'
  if (status === 429) return 'too-many'
  return problem?.some((code) => ofSignIn.test(code)) ? 'sign-in-refused' : undefined
}
