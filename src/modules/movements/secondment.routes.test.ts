import { expect, test } from 'vitest'
import { readPerson } from '#modules/people/file.contract.ts'
import { testApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { endSecondment, extendSecondment, listSecondments, recordSecondment } from './secondment.contract.ts'

async function ready() {
  const app = await testApp()
  const { district, north, south } = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [{ unitId: district }])
  return {
    app,
    personId,
    north,
    south,
    seconded: {
      personId,
      fromUnitId: district,
      hostUnitId: north,
      titleText: 'Phó Chủ tịch UBND',
      from: '2024-12-01',
      basis: 'quyết định',
    },
  }
}

test('a secondment stands beside the main post and ends with a return', async () => {
  const { app, personId, seconded } = await ready()
  const { id: secondmentId } = await app.call(recordSecondment, { ...seconded, plannedEnd: '2026-12-31' })

  expect((await app.call(listSecondments, {})).rows).toMatchObject([{ state: 'ending', limit: '2027-11-30' }])
  expect((await app.call(readPerson, { personId })).facts.assignments.map(({ kind, to }) => [kind, to])).toEqual([
    ['main', null],
    ['seconded', null],
  ])

  await app.setToday('2026-11-24')
  await app.call(endSecondment, { personId, secondmentId, on: '2026-11-01', basis: 'hết thời hạn' })
  expect((await app.call(listSecondments, {})).counts).toEqual({ planned: 0, current: 0, ending: 0, ended: 1 })
  expect((await app.call(readPerson, { personId })).facts.assignments.map(({ kind, to }) => [kind, to])).toEqual([
    ['main', null],
    ['seconded', '2026-11-01'],
  ])
})

test('beyond 36 months it is refused, unless the special law is named', async () => {
  const { app, personId, seconded } = await ready()
  await expect(app.call(recordSecondment, { ...seconded, plannedEnd: '2027-12-01' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'secondment-too-long', months: 36, latestEnd: '2027-12-01' }] },
  })
  expect((await app.call(readPerson, { personId })).facts.secondments).toEqual([])

  const { id: secondmentId } = await app.call(recordSecondment, { ...seconded, plannedEnd: '2027-11-30' })
  await app.setToday('2026-11-24')
  await expect(app.call(extendSecondment, { personId, secondmentId, plannedEnd: '2028-06-30', basis: 'gia hạn' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'secondment-too-long' }] },
  })
  await app.call(extendSecondment, {
    personId,
    secondmentId,
    plannedEnd: '2028-06-30',
    specialLaw: 'Luật An ninh quốc gia',
    basis: 'gia hạn',
  })
  expect((await app.call(readPerson, { personId })).facts.secondments).toMatchObject([
    { plannedEnd: '2028-06-30', overrideReason: 'Luật An ninh quốc gia' },
  ])
})

test('nobody is seconded to two places at once, nor to the own unit', async () => {
  const { app, south, seconded } = await ready()
  await app.call(recordSecondment, seconded)
  await expect(app.call(recordSecondment, { ...seconded, hostUnitId: south, from: '2025-01-01' })).rejects.toMatchObject({
    status: 409,
    problem: { refusals: [{ code: 'seconded-once' }] },
  })
  await expect(app.call(recordSecondment, { ...seconded, hostUnitId: seconded.fromUnitId })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'secondment-same-unit' }] },
  })
})
