import cookie from '@fastify/cookie'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { secure } from './security.ts'
import { applySession, sessionToken } from './session-cookie.ts'

/** The edge behind a proxy that ends https, with an operation that opens a session and one that tells whose it is. */
async function edge() {
  const server = Fastify({ trustProxy: true })
  await secure(server)
  await server.register(cookie)
  server.get('/open', async (request, reply) => {
    applySession(reply, request, { setToken: 'abc' })
    return 'opened'
  })
  server.get('/close', async (request, reply) => {
    applySession(reply, request, { setToken: null })
    return 'closed'
  })
  server.get('/token', async (request) => sessionToken(request) ?? 'none')
  return server
}

const overHttps = { 'x-forwarded-proto': 'https' }

test('over https the cookie is bound to the host, and the browser is told to stay with https', async () => {
  const answer = await (await edge()).inject({ url: '/open', headers: overHttps })
  expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  expect(answer.cookies).toEqual([
    { name: '__Host-kecan_session', value: 'abc', path: '/', httpOnly: true, secure: true, sameSite: 'Strict', maxAge: 1_209_600 },
  ])
})

test('over plain http the cookie is kept from scripts and from other sites', async () => {
  const answer = await (await edge()).inject({ url: '/open' })
  expect(answer.headers).not.toHaveProperty('strict-transport-security')
  expect(answer.cookies).toEqual([
    { name: 'kecan_session', value: 'abc', path: '/', httpOnly: true, sameSite: 'Strict', maxAge: 1_209_600 },
  ])
})

test('over https a cookie that a neighbouring host could have set is not believed', async () => {
  const server = await edge()
  expect((await server.inject({ url: '/token', headers: overHttps, cookies: { kecan_session: 'abc' } })).body).toBe('none')
  expect((await server.inject({ url: '/token', headers: overHttps, cookies: { '__Host-kecan_session': 'abc' } })).body).toBe('abc')
})

test('closing a session takes its cookie away', async () => {
  const [gone] = (await (await edge()).inject({ url: '/close', headers: overHttps })).cookies
  expect(gone).toMatchObject({ name: '__Host-kecan_session', value: '', secure: true })
  expect(new Date(String(gone?.['expires'])).getTime()).toBe(0)
})
