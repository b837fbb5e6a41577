import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type FastifyInstance, type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'
/** How much is written, and where to; the standard output unless a stream is given. */
export type LogTo = { level: LogLevel; stream?: { write: (line: string) => void } }

const levels: LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent']
// What nobody should find in a log even if a line of ours once named it.
const secrets = ['password', 'token', 'secret', 'cookie', 'authorization', 'setToken']
let lastOutageAt = 0
const saneId = /^[\w.:+=@-]{8,128}$/

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the problem that was answered, and of its refusals. */
    problem: string[] | null
    /** Who asks, by the id of the account. */
    accountId: string | null
  }
  interface FastifyContextConfig {
    operation?: string
    /** Asked by machines every few seconds: written down only for whoever debugs. */
    isWatching?: boolean
  }
}

/** By KECAN_LOG; otherwise warnings at a person's terminal, and a line for each request where the output is kept. */
export function logLevel(wished = process.env['KECAN_LOG'], isTerminal = process.stdout.isTTY): LogLevel {
  const level = wished === 'off' ? 'silent' : levels.find((each) => each === wished?.trim())
  return level ?? (isTerminal ? 'warn' : 'info')
}

/** Fastify's options: JSON lines of ours instead of the framework's own, and an id for each request. */
export function logging(log: LogTo | false): FastifyServerOptions {
  return {
    logger: log
      ? {
          level: log.level,
          ...(log.stream ? { stream: log.stream } : {}),
          // By name and not by number; the machine and the process are known to whoever collects the lines.
          base: null,
          formatters: { level: (label: string) => ({ level: label }) },
          timestamp: () => `,"time":"${new Date().toISOString()}"`,
          serializers: { err: withoutValues },
          redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
        }
      : false,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: requestId,
  }
}

/** One line for each request, told by operation and account: never by address, name, body or what was searched for. */
export function logRequests(server: FastifyInstance): void {
  server.decorateRequest('problem', null)
  server.decorateRequest('accountId', null)
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  server.addHook('onResponse', async (request, reply) => {
    const { operation, isWatching } = request.routeOptions.config
    const line = {
      method: request.method,
      ...(operation ? { operation } : { path: pathOf(request.url) }),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(request.accountId ? { account: request.accountId } : {}),
      ...(request.problem ? { problem: request.problem } : {}),
    }
    if (isWatching) request.log.debug(line, 'request')
    else request.log.info(line, 'request')
  })
  server.addHook('onRequestAbort', async (request) => {
    request.log.info({ operation: request.routeOptions.config.operation }, 'request aborted')
  })
}

/** That something of ours is short for a moment; said once a second, however many hear it. */
export function warnOfOutage(request: FastifyRequest, thrown: unknown): void {
  if (Date.now() - lastOutageAt < 1_000) return
  lastOutageAt = Date.now()
  request.log.warn({ reason: thrown instanceof Error ? thrown.message : String(thrown) }, 'unavailable')
}

/** The number that a proxy or another program gave the request, so that all logs speak of it alike; ours when theirs is odd. */
function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && saneId.test(given) ? given : randomUUID()
}

// What follows the question mark may be somebody's name.
function pathOf(url: string): string {
  return (url.split('?', 1)[0] ?? '').slice(0, 200)
}

/** An error for the log: what and where, without the rows and values that PostgreSQL and the shapes add. */
function withoutValues(error: Error): Record<string, unknown> & { type: string; message: string; stack: string } {
  const { code, constraint, cause } = error as { code?: unknown; constraint?: unknown; cause?: unknown }
  return {
    type: error.name,
    message: error.name === 'ZodError' ? 'input of another shape' : error.message,
    stack: error.name === 'ZodError' ? '' : (error.stack ?? ''),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(cause instanceof Error ? { cause: withoutValues(cause) } : {}),
  }
}
