import type { InjectOptions } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '#tests/app.ts'

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
