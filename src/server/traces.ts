import {
  context,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { watchConnections } from '#db/watch.ts'

export type Traces = {
  /** A span for each request. */
  follow: (server: FastifyInstance) => void
  /** A span round a piece of work of the program's own. */
  within: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Sends what is left. */
  end: () => Promise<void>
}

const traceparent = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/
const longestStatement = 2_000

/** Traces for the collector of OTEL_EXPORTER_OTLP_ENDPOINT; only loaded where one is named. */
export async function startTraces(): Promise<Traces> {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': process.env['OTEL_SERVICE_NAME'] || 'kecan' }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  const tracer = provider.getTracer('kecan')
  const stopWatching = watchConnections((client) => followStatements(tracer, client))
  return {
    follow: (server) => followRequests(tracer, server),
    within: (name, work) => tracer.startActiveSpan(name, (span) => work().finally(() => span.end())),
    async end() {
      stopWatching()
      context.disable()
      await provider.shutdown()
    },
  }
}

/** A request's span goes on from the caller's, so that a proxy's trace and ours are one. */
function followRequests(tracer: Tracer, server: FastifyInstance): void {
  const spans = new WeakMap<object, Span>()
  server.addHook('onRequest', async (request) => {
    const { operation, isWatching } = request.routeOptions.config
    if (isWatching) return
    const attributes = { 'http.request.method': request.method, 'kecan.request_id': request.id }
    const name = operation ?? `${request.method} ${request.routeOptions.url ?? 'page'}`
    spans.set(request, tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, callersContext(request.headers['traceparent'])))
  })
  // After the body has been read: what is done for the request from here on belongs to its span.
  server.addHook('preHandler', (request, _, done) => {
    const span = spans.get(request)
    if (span) context.with(trace.setSpan(ROOT_CONTEXT, span), done)
    else done()
  })
  server.addHook('onResponse', async (request, reply) => {
    const span = spans.get(request)
    span?.setAttribute('http.response.status_code', reply.statusCode)
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR, message: request.problem?.[0] ?? '' })
    span?.end()
  })
}

function callersContext(header: string | string[] | undefined): Context {
  const [, traceId, spanId, flags] = (typeof header === 'string' ? traceparent.exec(header) : null) ?? []
  if (!traceId || !spanId) return ROOT_CONTEXT
  const traceFlags = Number.parseInt(flags ?? '0', 16) & TraceFlags.SAMPLED
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true })
}

/** A span for each statement, in one for its transaction; the text as we wrote it, with no value in it. */
function followStatements(tracer: Tracer, client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  let transaction: Span | undefined
  const spied = (...given: unknown[]): unknown => {
    const text = textOf(given[0])
    const around = context.active()
    if (text === undefined || !trace.getSpan(around)) return query(...given)
    if (/^(begin|start transaction)/i.test(text)) transaction = tracer.startSpan('transaction', { kind: SpanKind.CLIENT }, around)
    const ending = /^(commit|rollback)$/i.test(text) ? transaction : undefined
    const parent = transaction ? trace.setSpan(around, transaction) : around
    const span = tracer.startSpan(
      nameOf(text),
      { kind: SpanKind.CLIENT, attributes: { 'db.system.name': 'postgresql', 'db.query.text': shown(text) } },
      parent,
    )
    const answer = query(...given)
    if (!(answer instanceof Promise)) {
      span.end()
      return answer
    }
    return answer
      .catch((error: unknown) => {
        const code = error instanceof Error && 'code' in error ? String(error.code) : ''
        span.setStatus({ code: SpanStatusCode.ERROR, message: code })
        throw error
      })
      .finally(() => {
        span.end()
        ending?.setAttribute('kecan.outcome', text.toLowerCase())
        ending?.end()
        if (ending) transaction = undefined
      })
  }
  Object.assign(client, { query: spied })
}

function textOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given.trim()
  return typeof given === 'object' && given !== null && 'text' in given && typeof given.text === 'string' ? given.text.trim() : undefined
}

function nameOf(text: string): string {
  return /^\w+/.exec(text)?.[0].toLowerCase() ?? 'statement'
}

// What begins a transaction also says who looks: for that the first word must do.
function shown(text: string): string {
  return /^begin/i.test(text) ? 'begin' : text.slice(0, longestStatement)
}
