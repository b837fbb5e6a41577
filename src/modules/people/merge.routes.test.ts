import { expect, test } from 'vitest'
import { testApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { recordQualification } from '#modules/qualifications/qualification.contract.ts'
import { readPerson } from './file.contract.ts'
import { spine } from './list.contract.ts'
import { mergePersons, splitPersons } from './merge.contract.ts'
import { recordIdentity } from './person.contract.ts'

const basis = 'hồ sơ gốc'

async function twins(birthOfSecond = '1985-02-01') {
  const app = await testApp()
  const { north, south } = await makeDistrict(app)
  const [kept = '', merged = ''] = await makeOfficials(app, [
    { unitId: north, fullName: 'Nguyễn Thị Hòa', sex: 'female', birth: '1985', from: '2019-01-01' },
    { unitId: south, fullName: 'Nguyễn Thị Hoà', sex: 'female', birth: birthOfSecond, from: '2015-01-01', to: '2019-01-01' },
  ])
  await app.call(recordIdentity, {
    personId: merged,
    kind: 'cccd',
    number: `0081${birthOfSecond.slice(2, 4)}001234`,
    from: '2021-01-01',
    basis,
  })
  for (const personId of [kept, merged])
    await app.call(recordQualification, {
      personId,
      kind: 'degree',
      level: 'DH',
      state: 'finished',
      fieldText: 'Luật',
      from: '2008-06-01',
      basis,
    })
  await app.setToday('2026-11-24')
  return { app, kept, merged }
}

test('two files of one person become one, and two again', async () => {
  const { app, kept, merged } = await twins()

  const { id: mergeId, moved } = await app.call(mergePersons, { personId: kept, mergedId: merged, reason: 'một người, hai hồ sơ' })

  expect(moved).toBe(2) // The post and the number; the same degree is not doubled.
  const file = await app.call(readPerson, { personId: kept, purpose: 'record' })
  expect(file.facts.assignments.map(({ unit }) => unit.vi)).toEqual(['Xã Đồi Nam', 'Xã Đồi Bắc'])
  expect(file.facts.identities).toMatchObject([{ number: '008185001234' }])
  expect(file.facts.qualifications).toHaveLength(1)
  expect(file.merges).toMatchObject([{ id: mergeId, name: 'Nguyễn Thị Hoà' }])
  await expect(app.call(readPerson, { personId: merged })).rejects.toMatchObject({ status: 404 })
  expect((await app.call(spine, { status: 'all' })).total).toBe(1)

  await app.setToday('2026-11-25')
  await app.call(splitPersons, { personId: kept, mergeId, reason: 'hóa ra hai người' })

  expect((await app.call(readPerson, { personId: kept })).facts.assignments).toHaveLength(1)
  const other = await app.call(readPerson, { personId: merged, purpose: 'record' })
  expect(other.name).toBe('Nguyễn Thị Hoà')
  expect(other.facts.identities).toMatchObject([{ number: '008185001234' }])
  expect(other.facts.qualifications).toHaveLength(1)
})

test('persons who cannot have one birth date are merged only when someone answers for it', async () => {
  const { app, kept, merged } = await twins('1990-02-01')
  await expect(app.call(mergePersons, { personId: kept, mergedId: merged, reason: 'thử' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'merge-birth-differs', overridable: true }] },
  })
})

test('a merge that was built on is not undone', async () => {
  const { app, kept, merged } = await twins()
  const { id: mergeId } = await app.call(mergePersons, { personId: kept, mergedId: merged, reason: 'một người' })
  await app.setToday('2026-11-25')
  expect((await app.call(readPerson, { personId: kept, purpose: 'record' })).facts.identities).toMatchObject([{ number: '008185001234' }])

  await app.call(recordIdentity, { personId: kept, kind: 'cccd', number: '008185009999', from: '2024-01-01', basis })
  await expect(app.call(splitPersons, { personId: kept, mergeId, reason: 'thử' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'merge-built-on', changed: 1 }] },
  })
})
