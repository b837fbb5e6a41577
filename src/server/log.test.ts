import { beforeAll, expect, test } from 'vitest'
import { buildHttp } from '#server/http.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { logLevel, type LogLevel } from './log.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})

/** The server with its log in hand. */
async function logged(level: LogLevel) {
  const { house } = app
  const lines: string[] = []
  const server = await buildHttp({
    house,
    routes: [],
    actorOf: async () => null,
    log: { level, stream: { write: (line) => lines.push(line) } },
  })
  server.get('/api/thing', { config: { operation: 'things.read' } }, async () => 'read')
  server.get('/api/fault', { config: { operation: 'things.break' } }, async () => {
    throw Object.assign(new Error('broken'), { code: 'XX000', detail: 'Failing row contains (Nguyễn Văn Bí Mật)' })
  })
  return { server, lines, entries: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

test('a request is one line: its number, its operation, its outcome and its time', async () => {
  const { server, entries } = await logged('info')
  await server.inject({ url: '/api/thing?q=B%C3%AD', headers: { 'x-request-id': 'number-0001', cookie: 'kecan_session=secret' } })
  expect(entries()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      requestId: 'number-0001',
      method: 'GET',
      operation: 'things.read',
      status: 200,
      ms: expect.any(Number),
      msg: 'request',
    },
  ])
})

test('what is asked every few seconds by machines is left out, and so is every request for whoever wants warnings only', async () => {
  const informed = await logged('info')
  await informed.server.inject({ url: '/health/live' })
  expect(informed.lines).toEqual([])

  const warned = await logged('warn')
  await warned.server.inject({ url: '/api/thing' })
  expect(warned.lines).toEqual([])
})

test('a fault stands in the log with its place and without the row that the database named', async () => {
  const { server, entries, lines } = await logged('warn')
  const answer = await server.inject({ url: '/api/fault' })
  expect(entries()).toMatchObject([
    {
      level: 'error',
      requestId: answer.json<{ requestId: string }>().requestId,
      err: { message: 'broken', code: 'XX000', stack: expect.stringContaining('log.test.ts') },
    },
  ])
  expect(lines.join()).not.toContain('Bí Mật')
  expect(answer.body).not.toMatch(/broken|stack|XX000/)
})

test('a line for each request is kept by machines, a person at a terminal sees warnings, and KECAN_LOG decides', () => {
  expect(logLevel('', true)).toBe('warn')
  expect(logLevel('', false)).toBe('info')
  expect(logLevel('debug', true)).toBe('debug')
  expect(logLevel('off', false)).toBe('silent')
})
