import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { trustedProxies } from './proxy.ts'

/** What the server makes of a request in whose name a stranger has written a first address, and our proxies the others. */
async function seenThrough(wished: string | undefined) {
  const server = Fastify({ trustProxy: trustedProxies(wished) })
  server.get('/', async ({ ip, protocol, host }) => ({ ip, protocol, host }))
  const headers = {
    host: '127.0.0.1:8787',
    'x-forwarded-for': '1.1.1.1, 203.0.113.5, 10.0.0.2',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'kecan.example',
  }
  return (await server.inject({ url: '/', headers, remoteAddress: '127.0.0.1' })).json<unknown>()
}

test('nobody’s word is taken unless it is said that a proxy stands before us', async () => {
  const direct = { ip: '127.0.0.1', protocol: 'http', host: '127.0.0.1:8787' }
  for (const wished of [undefined, '', 'off', '0', '-1', 'x']) expect(await seenThrough(wished)).toEqual(direct)
})

test('of the addresses only those are believed that our own proxies wrote', async () => {
  const told = { protocol: 'https', host: 'kecan.example' }
  expect(await seenThrough('on')).toEqual({ ...told, ip: '10.0.0.2' })
  expect(await seenThrough('2')).toEqual({ ...told, ip: '203.0.113.5' })
})
