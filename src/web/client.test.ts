import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { operation } from '#lib/operation.ts'
import { addressOf, call, Problem, read } from '#web/client.ts'

const findPeople = operation({
  id: 'people.persons.find',
  method: 'GET',
  path: '/api/units/:unitId/people',
  permission: 'people.read',
  summary: { vi: '', en: '' },
  input: z.object({ unitId: z.string(), text: z.string().optional() }),
  reply: z.object({ total: z.number() }),
})
const real = globalThis.fetch
afterEach(() => {
  globalThis.fetch = real
})

function answerWith(status: number, body: unknown) {
  const asked: { url: string; init: RequestInit | undefined }[] = []
  globalThis.fetch = (url, init) => {
    asked.push({ url: typeof url === 'string' ? url : '', init })
    return Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }))
  }
  return asked
}

test('an input that is undefined does not reach the address', async () => {
  const asked = answerWith(200, { total: 3 })
  expect(await call(findPeople, { unitId: 'a b', text: undefined })).toEqual({ total: 3 })
  expect(asked[0]?.url).toBe('/api/units/a%20b/people')
})

test('a refusal is thrown with its reasons and the reference to quote', async () => {
  answerWith(409, { status: 409, code: 'refused', title: 'Refused', refusals: [{ code: 'main-post-once' }], requestId: 'r1' })
  await expect(call(findPeople, { unitId: 'a' })).rejects.toMatchObject({
    status: 409,
    code: 'refused',
    refusals: [{ code: 'main-post-once' }],
    reference: 'r1',
  })
})

test('a proxy’s page in place of an answer is a problem of its status', async () => {
  answerWith(502, '<html>Bad gateway</html>')
  await expect(call(findPeople, { unitId: 'a' })).rejects.toMatchObject({ status: 502, code: 'http-502' })
})

test('an unreachable server is told from one that refuses', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('failed to fetch'))
  const problem = await call(findPeople, { unitId: 'a' }).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ status: 0, code: 'offline' })
})

test('what is read is remembered by operation and input; a download has the same address', () => {
  expect(read(findPeople, { unitId: 'a', text: 'an' }).queryKey).toEqual(['people.persons.find', { unitId: 'a', text: 'an' }])
  expect(addressOf(findPeople, { unitId: 'a', text: 'an' })).toBe('/api/units/a/people?text=an')
})
