import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app'
import { connect } from '#db/connect.ts'
import { startTraces } from '#server/traces.ts'
import { testApp } from './app.ts'

type Attribute = { key: string; value: { stringValue?: string; intValue?: number } }
type Span = { traceId: string; spanId: string; parentSpanId?: string; name: string; attributes: Attribute[] }
type Export = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }

const spans: Span[] = []
/** A collector as an office would run one, on this machine. */
const collector = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const { resourceSpans } = JSON.parse(Buffer.concat(parts).toString()) as Export
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)))
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
})

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
})
afterAll(() => {
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
  collector.close()
})

function valueOf(span: Span, key: string): string | number | undefined {
  const value = span.attributes.find((attribute) => attribute.key === key)?.value
  return value?.stringValue ?? value?.intValue
}

test('a request’s trace goes on from the caller’s and holds its transactions and their statements, without a value', async () => {
  const { appUrl, house } = await testApp()
  const traces = await startTraces()
  const db = connect(appUrl)
  const app = await buildApp({ db, clock: house.clock, traces })
  const [traceId, callersSpan] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7']

  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { traceparent: `00-${traceId}-${callersSpan}-01`, 'x-request-id': 'number-0001' },
    payload: { username: 'who-is-this', password: 'wrong-wrong' },
  })
  await app.inject({ url: '/health/live' })
  await app.close()
  await db.destroy()
  await traces.end()

  expect(answer.statusCode).toBe(409)
  const request = spans.filter(({ parentSpanId }) => parentSpanId === callersSpan)
  expect(request).toMatchObject([{ name: 'access.session.open', traceId }])
  expect(request.map((span) => [valueOf(span, 'kecan.request_id'), valueOf(span, 'http.response.status_code')])).toEqual([
    ['number-0001', 409],
  ])

  const below = (parent: Span | undefined) => spans.filter(({ parentSpanId }) => parentSpanId === parent?.spanId)
  const transactions = below(request[0]).filter(({ name }) => name === 'transaction')
  expect(transactions.length).toBeGreaterThan(0)
  const statements = transactions.flatMap(below)
  expect(statements.map(({ name }) => name)).toEqual(expect.arrayContaining(['begin', 'select', 'commit']))
  expect(statements.some((span) => String(valueOf(span, 'db.query.text')).includes('$1'))).toBe(true)
  // The health of the server is nobody's request, and no span stands outside the trace.
  expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]))
  expect(JSON.stringify(spans)).not.toMatch(/who-is-this|wrong-wrong/)
})
