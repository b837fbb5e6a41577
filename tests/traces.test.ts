import { beforeAll, expect, test } from 'vitest'
import { listEntries } from '#modules/audit/audit.contract.ts'
import { createDecision } from '#modules/decisions/decision.contract.ts'
import { readHistory, readLooks, readPerson } from '#modules/people/file.contract.ts'
import { window } from '#modules/people/list.contract.ts'
import { recordIdentity } from '#modules/people/person.contract.ts'
import { testApp, type TestApp } from './app.ts'
import { makeDistrict, makeOfficials } from './persons.ts'

let app: TestApp
let personId: string

beforeAll(async () => {
  app = await testApp()
  const { north } = await makeDistrict(app)
  ;[personId = ''] = await makeOfficials(app, [{ unitId: north }])
})

/** The operations that the act left in the log. */
async function tracesOf(act: () => Promise<unknown>): Promise<string[]> {
  const inspector = await app.as('inspector')
  const newest = (await inspector(listEntries, { limit: 1 })).entries[0]?.seq ?? 0
  await act()
  const { entries } = await inspector(listEntries, {})
  return entries.filter(({ seq }) => seq > newest).map(({ operation }) => operation)
}

test('a write leaves one entry, however much it wrote', async () => {
  const identity = { personId, kind: 'official' as const, basis: 'Thẻ gốc' }
  await app.call(recordIdentity, { ...identity, number: 'CC-001', from: '2019-01-01' })
  expect(await tracesOf(() => app.call(recordIdentity, { ...identity, number: 'CC-002', from: '2020-01-01' }))).toEqual([
    'people.identities.record',
  ])
})

test('a look at a file and at its history leaves one each, and the person can see both', async () => {
  expect(await tracesOf(() => app.call(readPerson, { personId }))).toEqual(['people.persons.read'])
  expect(await tracesOf(() => app.call(readHistory, { personId }))).toEqual(['people.persons.history'])
  expect((await app.call(readLooks, { personId })).looks.map(({ operation }) => operation)).toEqual([
    'people.persons.history',
    'people.persons.read',
  ])
})

test('what is refused, and a look at a list, leave none', async () => {
  expect(
    await tracesOf(() =>
      app.call(createDecision, { code: '1', kind: 'other', issuedOn: '2030-01-01', issuer: 'x', subject: 'x' }).catch(() => undefined),
    ),
  ).toEqual([])
  expect(await tracesOf(() => app.call(window, {}))).toEqual([])
})
