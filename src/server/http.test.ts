import { PassThrough } from 'node:stream'
import type { InjectOptions } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { operation } from '#lib/operation.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { buildHttp } from './http.ts'
import { command } from './operations.ts'

type Answer = Awaited<ReturnType<TestApp['app']['inject']>>
let app: TestApp
const json = { 'content-type': 'application/json' }
const signIn = { method: 'POST', url: '/api/session', payload: { username: 'nobody', password: 'wrong' } } as const

beforeAll(async () => {
  app = await testApp()
})

test('every answer forbids frames, sniffing, foreign referrers and whatever a page does not need', async () => {
  const { headers } = await app.app.inject({ url: '/api/session' })
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  expect(headers).not.toHaveProperty('strict-transport-security')
  expect(headers).not.toHaveProperty('x-powered-by')
  expect(headers).not.toHaveProperty('server')
})

test('even the answer to a broken address is guarded, numbered and repeats nothing of it', async () => {
  const answer = await app.app.inject({ url: '/api/people/%ff<b>' })
  expect(answer.headers).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(answer.json()).toEqual({ status: 400, code: 'invalid', title: 'Invalid address', requestId: answer.headers['x-request-id'] })
})

test('another site’s page may neither write nor read, yet may lead here', async () => {
  const from = (site: string, mode: string) => ({ 'sec-fetch-site': site, 'sec-fetch-mode': mode })
  const statusOf = async (request: InjectOptions) => (await app.app.inject(request)).statusCode

  expect(await statusOf({ ...signIn, headers: from('cross-site', 'cors') })).toBe(403)
  expect(await statusOf({ ...signIn, headers: from('same-site', 'navigate') })).toBe(403)
  expect(await statusOf({ ...signIn, headers: from('same-origin', 'cors') })).toBe(409)
  expect(await statusOf({ url: '/api/session', headers: from('cross-site', 'no-cors') })).toBe(403)
  expect(await statusOf({ url: '/api/session', headers: from('cross-site', 'navigate') })).toBe(200)
  expect(await statusOf({ url: '/api/session', headers: from('none', 'navigate') })).toBe(200)
  expect(await statusOf({ url: '/api/session' })).toBe(200)
})

test('a body that is no JSON, is too large, too deep or reaches for the prototype is refused', async () => {
  const send = async (payload: string, headers: Record<string, string> = json) => {
    const answer = await app.app.inject({ method: 'POST', url: '/api/session', headers, payload })
    return { status: answer.statusCode, code: answer.json<{ code: string }>().code }
  }
  expect(await send('username=a&password=b', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({ status: 415 })
  expect(await send('{"username":"a","password":"b"}', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
  expect(await send('', {})).toMatchObject({ status: 415 })
  expect(await send('{"username":')).toEqual({ status: 400, code: 'invalid' })
  expect(await send(`{"username":"${'a'.repeat(1024 * 1024)}"}`)).toEqual({ status: 413, code: 'too-large' })
  expect(await send('['.repeat(400_000) + ']'.repeat(400_000))).toEqual({ status: 400, code: 'invalid' })
  expect(await send('{"__proto__":{"admin":true},"username":"a","password":"b"}')).toEqual({ status: 400, code: 'invalid' })
  expect(await send('{"constructor":{"prototype":{"admin":true}},"username":"a"}')).toEqual({ status: 400, code: 'invalid' })
})

test('a problem carries the number that the proxy gave the request, and ours where that is odd', async () => {
  const ask = async (id: string) => {
    const answer = await app.app.inject({ url: '/api/nothing', headers: { 'x-request-id': id } })
    return [answer.headers['x-request-id'], answer.json<{ requestId: string }>().requestId]
  }
  expect(await ask('proxy-000001')).toEqual(['proxy-000001', 'proxy-000001'])
  const [told, answered] = await ask('<b>one\ttwo</b>')
  expect(told).toMatch(/^[\da-f-]{36}$/)
  expect(answered).toBe(told)
})

test('an address longer than anybody needs is refused', async () => {
  const { house } = app
  const server = await buildHttp({ house, routes: [], actorOf: async () => null })
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  expect((await fetch(`${address}/health/live?q=${'x'.repeat(20_000)}`)).status).toBe(431)
  expect((await fetch(`${address}/health/live?q=${'x'.repeat(2_000)}`)).status).toBe(200)
  await server.close()
})

test('a stranger’s file is read to its limit, and no more than some files at once', async () => {
  const keepFile = command(
    operation({
      id: 'things.keep',
      method: 'POST',
      path: '/api/things',
      permission: 'everyone',
      takes: 'file',
      input: z.object({}),
      reply: z.object({ bytes: z.number() }),
      summary: { vi: 'Giữ tệp', en: 'Keep a file' },
    }),
    async (_, { file }) => ({ bytes: file?.bytes.length ?? 0 }),
  )
  const { house } = app
  const server = await buildHttp({ house: { ...house, appendEntry: async () => undefined }, routes: [keepFile], actorOf: async () => null })
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
  const send = async (payload: string | PassThrough) =>
    server.inject({ method: 'POST', url: '/api/things', headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload })
  const whole = (bytes: number) => send(`${head}${'a'.repeat(bytes)}\r\n--x--`)

  expect((await whole(1_000)).json()).toEqual({ bytes: 1_000 })
  expect((await whole(6 * 1024 * 1024)).statusCode).toBe(413)

  const slow = Array.from({ length: 4 }, () => new PassThrough())
  const held = slow.map((stream) => {
    stream.write(head)
    return send(stream)
  })
  const refused = await untilRefused(() => whole(1_000))
  expect([refused.headers['retry-after'], refused.json<{ code: string }>().code]).toEqual(['3', 'busy'])
  for (const stream of slow) stream.end('abc\r\n--x--')
  expect((await Promise.all(held)).map((answer) => answer.json<unknown>())).toEqual(Array.from({ length: 4 }, () => ({ bytes: 3 })))
  await server.close()
})

/** The four that are held arrive when they do: until then there is room for another. */
async function untilRefused(send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await send()
    if (answer.statusCode === 503) return answer
  }
}
