import Fastify from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { buildHttp } from '#server/http.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { jobEnded, transactionRetried } from './happenings.ts'
import { addMetrics, type Measured } from './metrics.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
const measured: Measured = {
  jobs: { waiting: 2, running: 1, failed: 0 },
  auditEntries: 812,
  lastBackupAt: new Date('2026-11-23T05:00:00Z'),
}

async function server(token?: string, measure = () => Promise.resolve(measured)) {
  const made = Fastify()
  addMetrics(made, { token, measure })
  return made
}
type Server = Awaited<ReturnType<typeof server>>

async function read(from: Pick<Server, 'inject'>, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') {
  const answer = await from.inject({ url: '/metrics', headers, remoteAddress })
  return { status: answer.statusCode, lines: answer.body.split('\n') }
}

test('without a token only this machine reads the metrics, and never by way of a proxy', async () => {
  const open = await server()
  expect((await read(open)).status).toBe(200)
  expect((await read(open, {}, '10.0.0.7')).status).not.toBe(200)
  expect((await read(open, { 'x-forwarded-for': '127.0.0.1' })).status).not.toBe(200)
})

test('with a token whoever has it reads the metrics, and nobody else', async () => {
  const guarded = await server('a-long-token')
  expect((await read(guarded, { authorization: 'Bearer a-long-token' }, '10.0.0.7')).status).toBe(200)
  expect((await read(guarded, { authorization: 'Bearer a-long-tokem' }, '10.0.0.7')).status).not.toBe(200)
  expect((await read(guarded)).status).not.toBe(200)
})

test('nobody reads metrics where none were asked for', async () => {
  expect((await app.app.inject({ url: '/metrics' })).statusCode).toBe(404)
})

test('what the database knows stands in the metrics, and what it knew last while it is away', async () => {
  let isAway = false
  const counting = await server(undefined, () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(measured)))
  for (const away of [false, true]) {
    isAway = away
    expect((await read(counting)).lines).toEqual(
      expect.arrayContaining([
        'kecan_jobs{state="waiting"} 2',
        'kecan_audit_entries 812',
        `kecan_last_backup_timestamp_seconds ${Date.UTC(2026, 10, 23, 5) / 1000}`,
      ]),
    )
  }
})

test('requests are counted by operation and status, refusals by code, and nothing by person, address or text', async () => {
  const { house } = app
  const counting = await buildHttp({ house, routes: [], actorOf: async () => null, metrics: { measure: () => Promise.resolve(measured) } })
  counting.get('/api/people/:personId', { config: { operation: 'people.persons.read' } }, async () => 'read')
  for (const path of ['/api/people/1?q=Nguyen', '/api/people/2', '/api/nothing/3', '/nowhere/4']) await counting.inject({ url: path })
  transactionRetried.publish({ attempt: 1 })
  jobEnded.publish({ job: 'imports.work', outcome: 'done', seconds: 2 })

  const { lines } = await read(counting)
  expect(lines).toEqual(
    expect.arrayContaining([
      'kecan_http_request_duration_seconds_count{operation="people.persons.read",status="200"} 2',
      'kecan_http_request_duration_seconds_count{operation="unknown",status="404"} 1',
      'kecan_http_request_duration_seconds_count{operation="page",status="404"} 1',
      'kecan_http_requests_in_flight 1',
      'kecan_transactions_retried_total 1',
      'kecan_job_duration_seconds_count{job="imports.work",outcome="done"} 1',
    ]),
  )
  expect(lines.filter((line) => /Nguyen|nowhere|127\.0\.0\.1/.test(line))).toEqual([])
  await counting.close()
})
