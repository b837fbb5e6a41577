import { beforeAll, expect, test } from 'vitest'
import { readSession } from '#modules/access/session.contract.ts'
import { buildHttp } from '#server/http.ts'
import { query } from '#server/operations.ts'
import { createDecision, listDecisions } from '#modules/decisions/decision.contract.ts'
import { createUnit } from '#modules/organisation/unit.contract.ts'
import { listRuns } from '#modules/imports/run.contract.ts'
import { listSecondments } from '#modules/movements/secondment.contract.ts'
import { window } from '#modules/people/list.contract.ts'
import { readReview } from '#modules/statistics/review.contract.ts'
import { listSendings } from '#modules/training/sending.contract.ts'
import type { Operation } from '#lib/operation.ts'
import { testApp, type TestApp } from './app.ts'
import { makeDistrict } from './persons.ts'

let app: TestApp
let district: Awaited<ReturnType<typeof makeDistrict>>
const paper = { code: '1-QĐ/HU', kind: 'other' as const, issuedOn: '2020-01-01', issuer: 'Huyện ủy', subject: 'Thử 100%' }
const invalid = { status: 400, problem: { code: 'invalid' } }

beforeAll(async () => {
  app = await testApp()
  district = await makeDistrict(app)
})

test('text with a NUL or half a character is refused wherever it stands', async () => {
  await expect(app.call(createDecision, { ...paper, subject: 'a\0b' })).rejects.toMatchObject(invalid)
  await expect(app.call(createDecision, { ...paper, subject: 'a\ud800' })).rejects.toMatchObject(invalid)
  await expect(app.call(window, { q: 'a\0b' })).rejects.toMatchObject(invalid)
  await expect(app.call(readReview, { unit: 'a\0b' })).rejects.toMatchObject(invalid)
})

test('days that are none, or that no paper can have, are refused', async () => {
  for (const day of ['2015-02-31', '0000-01-01', '0001-01-01', '9999-12-31', '2015-1-1', 'hôm qua']) {
    await expect(app.call(window, { day })).rejects.toMatchObject(invalid)
    await expect(app.call(createDecision, { ...paper, issuedOn: day })).rejects.toMatchObject(invalid)
  }
})

test('a key that no list gave out is refused or opens the list, and never breaks it', async () => {
  const id = '00000000-0000-4000-8000-000000000000'
  for (const after of ['x', `x~${id}`, '2020-01-01~x', `2020-99-01~${id}`]) {
    for (const list of [listDecisions, listSendings, listSecondments] as Operation[]) {
      await expect(app.call(list, { after }).catch((thrown: { status: number }) => thrown.status)).resolves.not.toBe(500)
    }
  }
  await expect(app.call(window, { after: '["a","b","c","x"]' })).rejects.toMatchObject(invalid)
  await expect(app.call(listRuns, { after: 'x' })).rejects.toMatchObject(invalid)
})

test('the signs % and _ in a search mean themselves', async () => {
  await app.call(createDecision, paper)
  expect((await app.call(listDecisions, { q: '100%' })).total).toBe(1)
  expect((await app.call(listDecisions, { q: '_' })).total).toBe(0)
  expect((await app.call(listDecisions, { q: '\\' })).total).toBe(0)
})

test('a unit cannot end before it begins', async () => {
  const unit = { nameVi: 'Xã Đồi Đông', nameEn: 'Doi Dong commune', kind: 'commune' as const, parents: { state: district.district } }
  await expect(app.call(createUnit, { ...unit, from: '2020-01-01', to: '2019-01-01' })).rejects.toMatchObject({
    status: 409,
    problem: { refusals: [{ code: 'end-before-start' }] },
  })
})

test('a page that hides where it comes from may not write', async () => {
  for (const origin of ['null', 'nowhere', 'http://evil.example']) {
    const answer = await app.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { origin },
      payload: { username: 'a', password: 'b' },
    })
    expect(answer.statusCode).toBe(403)
  }
})

test('an unknown address of the API and a broken one are answered as problems', async () => {
  for (const [url, status] of [
    ['/api/nothing', 404],
    ['/API/nothing', 404],
    ['/api/people/%ff', 400],
  ] as const) {
    const answer = await app.app.inject({ method: 'GET', url })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ status, requestId: expect.any(String) })
  }
})

test('what is said of persons is kept by no cache', async () => {
  const answer = await app.app.inject({ method: 'GET', url: '/api/session' })
  expect(answer.headers['cache-control']).toBe('no-store')
})

test('nobody sends a file without a session', async () => {
  const boundary = 'x'
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nabc\r\n--${boundary}--`
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/imports?kind=people',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
  expect(answer.statusCode).toBe(401)
})

test('a fault of ours tells the number of the request and nothing of the inside', async () => {
  const failing = query(readSession, async () => {
    throw new Error('relation people.profile is broken')
  })
  const server = await buildHttp({ house: app.house, routes: [failing], actorOf: async () => null })
  const answer = await server.inject({ method: 'GET', url: '/api/session' })
  expect(answer.json()).toEqual({ status: 500, code: 'fault', title: 'Internal fault', requestId: expect.any(String) })
})
