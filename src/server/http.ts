import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { pathNames, type Operation } from '#lib/operation.ts'
import { applyBriefCookie, ofBriefCookie } from './brief-cookie.ts'
import { assurePlainJson, jsonLimit, uploadedFile, uploadLimit } from './body.ts'
import { addHealth } from './health.ts'
import { logging, logLevel, logRequests, type LogTo, warnOfOutage } from './log.ts'
import type { Actor, FileAnswer, Route } from './operations.ts'
import type { MetricsOptions } from './metrics.ts'
import { nobody, perform, permittedScope, type House } from './perform.ts'
import { problemOf } from './problem.ts'
import { trustedProxies } from './proxy.ts'
import { guardAnswer, secure } from './security.ts'
import { logSecurityEvents } from './security-events.ts'
import { applySession, sessionToken } from './session-cookie.ts'
import type { Traces } from './traces.ts'

// A large file over a slow line; whoever sends nothing for longer only holds the connection.
const slowestRequestMs = 10 * 60_000
const slowestHeadersMs = 20_000
// Three statements at their limit; past it the line to the database has gone silent.
const slowestAnswerMs = 180_000
const idleMs = 65_000
// The address with what is searched for, the cookies and all else that stands before a body.
const largestHeaderBytes = 16 * 1024
// Where a password or the code of a certificate could be guessed.
const guessing = [
  'access.session.open',
  'access.session.confirm',
  'access.password.change',
  'access.signOn.begin',
  'access.signOn.complete',
  'training.certificates.verify',
  // A code given out is no password, yet opens something.
  'training.feedback.open',
  'training.feedback.give',
]

export type HttpOptions = {
  house: House
  routes: Route[]
  /** Who holds this session token; null when it is unknown or has run out. */
  actorOf: (token: string, now: Date) => Promise<Actor | null>
  /** True: as the environment asks for. */
  log?: LogTo | boolean
  /** Who follows what is done; none unless asked for. */
  metrics?: MetricsOptions | undefined
  traces?: Traces | undefined
}

export { sessionCookie } from './session-cookie.ts'

/** The web server over the operations; pages and static files are added by app.ts. */
export async function buildHttp({ house, routes, actorOf, log = false, metrics, traces }: HttpOptions): Promise<FastifyInstance> {
  const server = Fastify({
    ...logging(log === true ? { level: logLevel() } : log),
    bodyLimit: jsonLimit,
    requestTimeout: slowestRequestMs,
    keepAliveTimeout: idleMs,
    http: { maxHeaderSize: largestHeaderBytes, headersTimeout: slowestHeadersMs },
    trustProxy: trustedProxies(),
    frameworkErrors: (thrown, request, reply) => {
      guardAnswer(reply)
      return answerProblem(thrown, request, reply.header('x-request-id', request.id))
    },
  })
  // `perform` parses every input by the operation's own shape; here the shapes only feed OpenAPI.
  server.setValidatorCompiler(() => (value) => ({ value }))
  server.setSerializerCompiler(serializerCompiler)
  // Bodies are JSON, or one file; a foreign page's form could send plain text unasked.
  server.removeContentTypeParser('text/plain')
  logRequests(server)
  logSecurityEvents(server)
  if (metrics) (await import('./metrics.ts')).addMetrics(server, metrics)
  traces?.follow(server)
  await secure(server)
  await server.register(cookie)
  await server.register(multipart, { limits: { fileSize: uploadLimit, files: 1, fields: 0, parts: 1, headerPairs: 20 } })
  await server.register(rateLimit, { global: false })
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Kế Cận', version: '0.1.0', description: 'Every operation of the system, as the pages use it.' },
    },
    transform: jsonSchemaTransform,
  })
  server.setErrorHandler(answerProblem)
  for (const route of routes) addRoute(server, house, route, actorOf)
  addHealth(server, house.db)
  server.get('/openapi.json', { schema: { hide: true } }, () => server.swagger())
  return server
}

/** The inside goes to the log, under the number of the request that the caller is told. */
function answerProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(thrown)
  request.problem = [problem.code, ...(problem.refusals?.map(({ code }) => code) ?? [])]
  if (problem.status === 503) warnOfOutage(request, thrown)
  else if (problem.status >= 500) request.log.error({ err: thrown }, 'fault')
  if (problem.status === 503) reply.header('retry-after', '3')
  const wait = problem.refusals?.find(({ seconds }) => typeof seconds === 'number')?.['seconds']
  if (wait !== undefined) reply.header('retry-after', String(wait))
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, requestId: request.id }))
}

function addRoute(server: FastifyInstance, house: House, route: Route, actorOf: HttpOptions['actorOf']): void {
  const { op } = route
  server.route({
    method: op.method,
    url: op.path,
    schema: schemaOf(op),
    handlerTimeout: op.takes === 'file' ? slowestRequestMs : slowestAnswerMs,
    config: { operation: op.id, ...pace(op) },
    handler: async (request, reply) => {
      assurePlainJson(request, op)
      const actor = await callerOf(request, house, actorOf)
      request.accountId = actor.accountId
      if (op.takes === 'file') await permittedScope(house, op, actor)
      const file = op.takes === 'file' ? await uploadedFile(request, op) : undefined
      const input = {
        ...((op.method === 'GET' || op.takes === 'file' ? request.query : request.body) as object),
        // What the address names nothing else may name otherwise.
        ...(request.params as object),
        ...ofBriefCookie(request, op),
      }
      const origin = { address: request.ip, client: request.headers['user-agent'] ?? '' }
      const answer = await perform(house, route, input, actor, file, origin)
      if (op.gives === 'file') return sendFile(reply, answer as FileAnswer)
      applySession(reply, request, answer)
      applyBriefCookie(reply, request, op, answer)
      return reply.type('application/json').send(JSON.stringify(shaped(op, answer)))
    },
  })
}

/** How often in a minute: guesses of one address, and whole files of one session; all else is bounded by what it costs. */
function pace(op: Operation) {
  if (guessing.includes(op.id)) return { rateLimit: { max: 30, timeWindow: '1 minute' } }
  if (!op.takes && !op.gives) return {}
  return { rateLimit: { max: 60, timeWindow: '1 minute', keyGenerator: (request: FastifyRequest) => sessionToken(request) ?? request.ip } }
}

/** A reply that is not of its shape is our fault, not the caller's. */
function shaped(op: Operation, answer: unknown): unknown {
  const parsed = op.reply.safeParse(answer)
  if (!parsed.success) throw new Error(`The reply of ${op.id} is not of its shape`, { cause: parsed.error })
  return parsed.data ?? null
}

/** Only what OpenAPI shows and what the framework must split; `perform` parses the whole input by the operation's shape. */
function schemaOf(op: Operation): Record<string, unknown> {
  const inPath = pathNames(op.path)
  const params = z.object(Object.fromEntries(inPath.map((name) => [name, op.input.shape[name] ?? z.string()])))
  const ownCookie = op.cookie?.field
  const rest = z.object(Object.fromEntries(Object.entries(op.input.shape).filter(([name]) => !inPath.includes(name) && name !== ownCookie)))
  const travels = op.method === 'GET' || op.takes === 'file' ? 'querystring' : 'body'
  return {
    operationId: op.id,
    summary: op.summary.vi,
    description: `${op.summary.en} (permission: ${op.permission})`,
    tags: [op.id.split('.')[0]],
    ...(inPath.length > 0 ? { params } : {}),
    ...(Object.keys(rest.shape).length > 0 ? { [travels]: rest } : {}),
    ...(op.gives === 'file' ? {} : { response: { 200: op.reply } }),
  }
}

async function callerOf(request: FastifyRequest, house: House, actorOf: HttpOptions['actorOf']): Promise<Actor> {
  const token = sessionToken(request)
  if (!token) return nobody
  return (await actorOf(token, house.clock())) ?? nobody
}

async function sendFile(reply: FastifyReply, file: FileAnswer): Promise<FastifyReply> {
  const plain = file.name.normalize('NFD').replaceAll(/[^\w.-]/g, '_')
  return reply
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .type(file.type)
    .send(file.content)
}
