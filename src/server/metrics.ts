import { createHash, timingSafeEqual } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { poolState } from '#db/watch.ts'
import { trustedProxies } from './proxy.ts'
import { NotFound } from './refusal.ts'
import { type JobEnd, jobEnded, transactionRetried } from './happenings.ts'

export type MetricsOptions = {
  /** Who may read them from elsewhere; without it only programs on this machine may. */
  token?: string | undefined
  /** What only the database knows, asked each time somebody reads. */
  measure: () => Promise<Measured>
}
/** Undefined is what is not known, such as the last backup where there is none. */
export type Measured = { jobs: Record<'waiting' | 'running' | 'failed', number>; auditEntries: number; lastBackupAt?: Date | undefined }

const signIn = /^access\.session\.(open|confirm)$/
const codeShape = /^[a-z0-9-]{1,60}$/

/** Counts what happens, by operation and never by person, address or text, and tells it to Prometheus at /metrics. */
export function addMetrics(server: FastifyInstance, { token, measure }: MetricsOptions): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const registers = [register]
  const inFlight = new Gauge({ name: 'kecan_http_requests_in_flight', help: 'Requests being answered', registers })
  const requests = new Histogram({
    name: 'kecan_http_request_duration_seconds',
    help: 'Requests answered, by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers,
  })
  const refusals = new Counter({ name: 'kecan_refusals_total', help: 'Refusals and problems, by code', labelNames: ['code'], registers })
  const signInFailures = new Counter({ name: 'kecan_sign_in_failures_total', help: 'Sign-ins that were refused', registers })
  const retried = new Counter({ name: 'kecan_transactions_retried_total', help: 'Transactions run again after a clash', registers })
  const jobs = new Histogram({
    name: 'kecan_job_duration_seconds',
    help: 'Jobs done, by kind and outcome',
    labelNames: ['job', 'outcome'],
    buckets: [0.1, 1, 5, 15, 60, 300],
    registers,
  })
  const ask = gaugesOf(registers, measure)

  server.addHook('onRequest', async () => inFlight.inc())
  server.addHook('onResponse', async (request, reply) => {
    inFlight.dec()
    const { operation, isWatching } = request.routeOptions.config
    if (isWatching) return
    requests.observe({ operation: operation ?? kindOf(request), status: reply.statusCode }, reply.elapsedTime / 1_000)
    for (const code of request.problem ?? []) if (codeShape.test(code)) refusals.inc({ code })
    if (operation && signIn.test(operation) && reply.statusCode >= 400 && reply.statusCode < 500) signInFailures.inc()
  })
  listen(server, transactionRetried.name, () => retried.inc())
  listen(server, jobEnded.name, (told) => {
    const { job, seconds, outcome } = told as JobEnd
    jobs.observe({ job, outcome }, seconds)
  })
  server.get('/metrics', { schema: { hide: true }, config: { isWatching: true } }, async (request, reply) => {
    if (!mayRead(request, token)) throw new NotFound()
    await ask()
    return reply
      .header('cache-control', 'no-store')
      .type(register.contentType)
      .send(await register.metrics())
  })
}

/** Gauges of what is asked when somebody reads; gives how to ask. */
function gaugesOf(registers: Registry[], measure: MetricsOptions['measure']): () => Promise<void> {
  const jobs = new Gauge({ name: 'kecan_jobs', help: 'Jobs of the queue, by state', labelNames: ['state'], registers })
  const entries = new Gauge({ name: 'kecan_audit_entries', help: 'Entries of the audit log', registers })
  const backup = new Gauge({ name: 'kecan_last_backup_timestamp_seconds', help: 'When the last whole backup was made', registers })
  const connections = new Gauge({
    name: 'kecan_database_connections',
    help: 'Connections to the database, and requests that wait for one',
    labelNames: ['state'],
    registers,
  })
  return async () => {
    for (const [state, count] of Object.entries(poolState())) connections.set({ state }, count)
    // While the database is away the last known numbers stand; that it is away is told by readiness.
    const measured = await measure().catch(() => undefined)
    if (!measured) return
    for (const [state, count] of Object.entries(measured.jobs)) jobs.set({ state }, count)
    entries.set(measured.auditEntries)
    if (measured.lastBackupAt) backup.set(measured.lastBackupAt.getTime() / 1_000)
  }
}

function listen(server: FastifyInstance, channel: string | symbol, listener: (told: unknown) => void): void {
  subscribe(channel, listener)
  server.addHook('onClose', async () => void unsubscribe(channel, listener))
}

function kindOf(request: FastifyRequest): string {
  if (request.url.startsWith('/assets/')) return 'asset'
  return request.url.startsWith('/api/') ? 'unknown' : 'page'
}

/** Whoever has the token; without one only who asks from this machine, and not by way of a proxy, whose every request comes from there. */
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token) return isSame(request.headers.authorization ?? '', `Bearer ${token}`)
  const { socket, headers } = request.raw
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'via'].some(
    (name) => name in headers,
  )
  return !isForwarded && !trustedProxies() && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
}

// By their digests, so that the time it takes tells nothing.
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
