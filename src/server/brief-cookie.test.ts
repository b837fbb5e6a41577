import cookie from '@fastify/cookie'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { operation } from '#lib/operation.ts'
import { applyBriefCookie, ofBriefCookie } from './brief-cookie.ts'

const op = operation({
  id: 'things.steps.begin',
  method: 'POST',
  path: '/api/steps/begin',
  permission: 'everyone',
  input: z.object({ pending: z.string().optional() }),
  reply: z.object({}),
  summary: { vi: 'Bắt đầu', en: 'Begin' },
  cookie: { name: 'step', field: 'pending' },
})

async function edge() {
  const server = Fastify({ trustProxy: true })
  await server.register(cookie)
  server.get('/set', async (request, reply) => {
    applyBriefCookie(reply, request, op, { setCookie: 'sealed' })
    return 'set'
  })
  server.get('/read', async (request) => ofBriefCookie(request, op))
  return server
}

const overHttps = { 'x-forwarded-proto': 'https' }

test('what a browser keeps between two steps is bound to this host over https, to the step’s path over plain http, and read by no script', async () => {
  const server = await edge()
  const kept = { value: 'sealed', httpOnly: true, sameSite: 'Strict', maxAge: 600 }
  expect((await server.inject({ url: '/set', headers: overHttps })).cookies).toEqual([
    { name: '__Host-step', path: '/', secure: true, ...kept },
  ])
  expect((await server.inject('/set')).cookies).toEqual([{ name: 'step', path: '/api/steps', ...kept }])
})

test('over https a step that a neighbouring host could have set is not believed', async () => {
  const server = await edge()
  const read = async (name: string) =>
    (await server.inject({ url: '/read', headers: overHttps, cookies: { [name]: 'sealed' } })).json<object>()
  expect(await read('step')).toEqual({})
  expect(await read('__Host-step')).toEqual({ pending: 'sealed' })
})
