import { beforeAll, expect, test } from 'vitest'
import { readHistory, readPerson } from '#modules/people/file.contract.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { correctRating, recordRating } from './rating.contract.ts'

const basis = 'thông báo kết quả xếp loại'
let app: TestApp
let north = ''
let personId = ''
let someoneElse = ''

beforeAll(async () => {
  app = await testApp()
  ;({ north } = await makeDistrict(app))
  ;[personId = '', someoneElse = ''] = await makeOfficials(app, [{ unitId: north }, { unitId: north }])
}, 60_000)

test('a year is rated once; a wrong rating is corrected and stays in the history', async () => {
  const { id: ratingId } = await app.call(recordRating, { personId, year: 2024, grade: 'HTT', basis })
  await expect(app.call(recordRating, { personId, year: 2024, grade: 'HTXS', basis })).rejects.toMatchObject({
    status: 409,
    problem: { refusals: [{ code: 'rated-once', year: 2024 }] },
  })
  await expect(app.call(recordRating, { personId, year: 2027, grade: 'HTT', basis })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'rating-in-future' }] },
  })

  await app.setToday('2026-11-24')
  await app.call(correctRating, { personId, ratingId, year: 2024, grade: 'HT', reason: 'ghi nhầm dòng' })

  const { facts, closed } = await app.call(readPerson, { personId })
  expect(facts.ratings).toMatchObject([{ year: 2024, grade: 'HT', from: '2024-01-01', to: '2025-01-01' }])
  expect(closed.ratings).toMatchObject([{ grade: 'HTT', origin: { closed: { why: 'corrected' } } }])
})

test('a clerk reads the file without its ratings, the official reads the own ones', async () => {
  const clerk = await app.as('unit_clerk', north)
  expect((await clerk(readPerson, { personId })).facts).not.toHaveProperty('ratings')
  expect(JSON.stringify(await clerk(readHistory, { personId }))).not.toContain('Hoàn thành')
  await expect(clerk(recordRating, { personId, year: 2023, grade: 'HTXS', basis })).rejects.toMatchObject({ status: 403 })

  const official = await app.as('official', null, personId)
  expect((await official(readPerson, { personId })).facts.ratings).toHaveLength(1)
  await expect(official(readPerson, { personId: someoneElse })).rejects.toMatchObject({ status: 404 })
})
