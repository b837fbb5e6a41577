import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { listEntries } from '#modules/audit/audit.contract.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { readHistory, readLooks, readPerson } from './file.contract.ts'
import { correctProfile, recordIdentity } from './person.contract.ts'

const guardedOfProfile = ['ethnicity', 'ethnicityText', 'religion', 'partyJoined', 'partyOfficial', 'phone', 'residence']
const purpose = 'planning: Công văn 12-CV/HU'

async function someone(app: TestApp): Promise<{ personId: string; north: string }> {
  const { north } = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [
    { unitId: north, ethnicity: '02', religion: '00', partyJoined: '2010-03-02', phone: '0000', residence: 'thôn 1' },
  ])
  await app.call(recordIdentity, { personId, kind: 'party_card', number: '12345678', from: '2010-03-02', basis: 'thẻ đảng' })
  return { personId, north }
}

test("somebody else's guarded fields are not in the answer until it is said what for", async () => {
  const app = await testApp()
  const { personId } = await someone(app)

  const closed = await app.call(readPerson, { personId })
  expect(closed).toMatchObject({ guarded: 'purpose', isOwn: false })
  for (const name of guardedOfProfile) expect(closed.facts.profiles[0]).not.toHaveProperty(name)
  expect(closed.facts).not.toHaveProperty('identities')
  expect(JSON.stringify(closed)).not.toContain('12345678')

  const open = await app.call(readPerson, { personId, purpose })
  expect(open).toMatchObject({ guarded: 'open', hidden: [] })
  expect(open.facts).toMatchObject({ profiles: [{ ethnicity: '02', phone: '0000' }], identities: [{ number: '12345678' }] })
})

test('a purpose opens nothing to whoever has not the permission', async () => {
  const app = await testApp()
  const { personId, north } = await someone(app)

  const file = await (await app.as('unit_clerk', north))(readPerson, { personId, purpose })

  expect(file.guarded).toBe('closed')
  expect(file.facts.profiles[0]).not.toHaveProperty('ethnicity')
})

test('what is no purpose is refused', async () => {
  const app = await testApp()
  const { personId } = await someone(app)

  await expect(app.call(readPerson, { personId, purpose: 'because' })).rejects.toMatchObject({ status: 400 })
})

test('the own file is open without a purpose', async () => {
  const app = await testApp()
  const { personId } = await someone(app)

  const file = await (await app.as('official', null, personId))(readPerson, { personId })

  expect(file).toMatchObject({ guarded: 'open', isOwn: true })
  expect(file.facts.profiles[0]).toMatchObject({ ethnicity: '02' })
})

test('the history tells what a guarded field was before only for a purpose', async () => {
  const app = await testApp()
  const { personId } = await someone(app)
  await app.setToday('2026-11-24')
  await app.call(correctProfile, { personId, fullName: 'Nguyễn Văn A', sex: 'male', birth: '1983-05-02', phone: '1111', reason: 'đổi số' })

  expect(JSON.stringify(await app.call(readHistory, { personId }))).not.toContain('1111')
  expect(JSON.stringify(await app.call(readHistory, { personId, purpose }))).toContain('1111')
})

test('correcting a name leaves alone the fields that were not shown', async () => {
  const app = await testApp()
  const { personId } = await someone(app)
  await app.setToday('2026-11-24')

  await app.call(correctProfile, {
    personId,
    fullName: 'Nguyễn Văn Sửa',
    sex: 'male',
    birth: '1983-05-02',
    partyJoined: null,
    reason: 'sai tên',
  })

  const { facts } = await app.call(readPerson, { personId, purpose })
  expect(facts.profiles[0]).toMatchObject({
    fullName: 'Nguyễn Văn Sửa',
    ethnicity: '02',
    phone: '0000',
    residence: 'thôn 1',
    partyJoined: null,
  })
})

test('the person sees who looked, as what, when and what for', async () => {
  const app = await testApp()
  const { personId, north } = await someone(app)
  await (
    await app.as('leader', north)
  )(readPerson, { personId, purpose })
  await (
    await app.as('unit_clerk', north)
  )(readHistory, { personId })

  const { looks } = await (await app.as('official', null, personId))(readLooks, { personId })

  expect(looks).toMatchObject([
    { operation: readHistory.id, purpose: null, roles: [{ role: 'unit_clerk', unit: { vi: 'Xã Đồi Bắc' } }] },
    { operation: readPerson.id, purpose, roles: [{ role: 'leader', unit: { vi: 'Xã Đồi Bắc' } }] },
  ])
})

test('the log keeps the purpose as its reason', async () => {
  const app = await testApp()
  const { personId } = await someone(app)
  await app.call(readPerson, { personId, purpose })

  const { entries } = await (await app.as('inspector'))(listEntries, { personId, operation: readPerson.id })

  expect(entries).toMatchObject([{ reason: 'Rà soát quy hoạch · Công văn 12-CV/HU' }])
  const { rows } = await sql<{ input: unknown }>`select input from audit.entry where operation = ${readPerson.id}`.execute(app.db)
  expect(rows).toEqual([{ input: { personId, purpose } }])
})
