import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { beginAcceptedFields } from '#modules/qualifications/accepted-field.sql.ts'
import { beginStandards } from '#modules/qualifications/standard.sql.ts'
import { recordQualifications } from '#modules/qualifications/qualification.sql.ts'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { addNeed, applyForCourse, exportNeeds, listNeeds, myNeeds, restoreNeed, strikeNeed, withdrawApplication } from './need.contract.ts'

const year = 2027
let app: TestApp
let [north, south] = ['', '']
let [chair, clerk] = ['', '']
let ofNorth: Call
let official: Call

beforeAll(async () => {
  app = await testApp()
  ;({ north, south } = await makeDistrict(app))
  await app.write(beginAcceptedFields)
  await app.write(beginStandards)
  ;[chair = '', clerk = ''] = await makeOfficials(app, [
    { unitId: north, fullName: 'Lò Văn Chủ', titleCode: 'P_UBND_CT', from: '2025-07-01' },
    { unitId: north, fullName: 'Hà Thị Viên', titleText: 'Văn thư', from: '2025-07-01' },
    { unitId: north, fullName: 'Ma Văn Hưu', titleCode: 'P_CV', from: '2025-07-01', birth: '1965-01-02' },
    { unitId: south, fullName: 'Vi Văn Nam', titleCode: 'P_CV', from: '2025-07-01' },
  ])
  await app.write((tx) =>
    recordQualifications(tx, [
      { personId: chair, kind: 'degree', level: 'DH', rank: 4, state: 'finished', from: '2010-01-01', fieldCode: 'LUAT' },
      { personId: chair, kind: 'theory', level: 'TC', rank: 2, state: 'finished', from: '2012-01-01' },
      { personId: clerk, kind: 'defence', level: '4', rank: 1, state: 'finished', from: '2022-01-01', expiresOn: '2027-03-01' },
    ]),
  )
  ofNorth = await app.as('unit_clerk', north)
  official = await app.as('official', north, clerk)
})

const needsOfNorth = async (
  call: Call = app.call,
  origin: ('standard' | 'expiry' | 'hours' | 'added' | 'applied')[] = ['standard', 'expiry', 'added', 'applied'],
) =>
  (await call(listNeeds, { year, unitId: north, origin })).rows.map(({ name, kind, origin: from, urgency, struck, excluded }) => [
    name,
    kind,
    from,
    urgency,
    struck?.reason ?? excluded,
  ])
const entries = async () => Number((await sql<{ n: number }>`select count(*)::int as n from audit.entry`.execute(app.db)).rows[0]?.n)

test('needs follow from what posts ask, what expires and what the year asks, each with its rule; who retires first is named apart', async () => {
  expect(await needsOfNorth()).toEqual([
    ['Lò Văn Chủ', 'BD_QPAN_3', 'standard', 3, null],
    ['Lò Văn Chủ', 'LLCT_CC', 'standard', 3, null],
    ['Hà Thị Viên', 'BD_QPAN_4', 'expiry', 2, null],
    ['Ma Văn Hưu', 'BD_QPAN_4', 'standard', 2, 'retires'],
    ['Ma Văn Hưu', 'DT_DH', 'standard', 2, 'retires'],
    ['Ma Văn Hưu', 'QLNN_CV', 'standard', 2, 'retires'],
  ])
  const { rows, needs, people, byOrigin, byState } = await app.call(listNeeds, { year, unitId: north })
  expect(rows.find(({ kind }) => kind === 'LLCT_CC')).toMatchObject({
    requirement: 'theory',
    level: 'CC',
    titleCode: 'P_UBND_CT',
    rule: { document: expect.any(String), verified: expect.any(Boolean) },
  })
  expect({ needs, people }).toEqual({ needs: 5, people: 2 })
  expect(byOrigin.find(({ origin }) => origin === 'hours')).toEqual({ origin: 'hours', needs: 2, people: 2 })
  expect(byState.find(({ state }) => state === 'retires')).toMatchObject({ people: 1 })
  // A window begins after the need named.
  const [first, second] = rows
  expect((await app.call(listNeeds, { year, unitId: north, after: `${first?.personId}~${first?.kind}` })).rows[0]).toEqual(second)
})

test('a unit strikes and adds with a reason that stays in sight, and takes it back', async () => {
  const { id: claimId } = await ofNorth(strikeNeed, { personId: chair, kind: 'LLCT_CC', year, reason: 'sắp luân chuyển' })
  await ofNorth(addNeed, { personId: clerk, kind: 'BD_TH', year, reason: 'chuyển đổi số' })
  const now = await needsOfNorth(ofNorth)
  expect(now).toContainEqual(['Lò Văn Chủ', 'LLCT_CC', 'standard', 3, 'sắp luân chuyển'])
  expect(now).toContainEqual(['Hà Thị Viên', 'BD_TH', 'added', 2, null])
  await expect(ofNorth(addNeed, { personId: clerk, kind: 'BD_TH', year, reason: 'lần nữa' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'need-said-already' }] },
  })
  await expect(ofNorth(addNeed, { personId: chair, kind: 'BD_QPAN_3', year, reason: 'cần' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'need-derived' }] },
  })
  await expect(ofNorth(strikeNeed, { personId: chair, kind: 'BD_NN', year, reason: 'thôi' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'need-not-there' }] },
  })

  await ofNorth(restoreNeed, { personId: chair, claimId })
  expect(await needsOfNorth(ofNorth)).toContainEqual(['Lò Văn Chủ', 'LLCT_CC', 'standard', 3, null])
})

test('an official applies for himself only; the unit supports or strikes it, and the application stands again when that is taken back', async () => {
  const { id } = await official(applyForCourse, { kind: 'BD_NN', year, reason: 'tiếp công dân nước ngoài' })
  expect(await needsOfNorth()).toContainEqual(['Hà Thị Viên', 'BD_NN', 'applied', 1, null])
  const { id: struck } = await ofNorth(strikeNeed, { personId: clerk, kind: 'BD_NN', year, reason: 'không thuộc vị trí' })
  expect((await official(myNeeds, { year })).claims).toMatchObject([
    { kind: 'BD_TH', stance: 'added' },
    { kind: 'BD_NN', stance: 'struck', reason: 'không thuộc vị trí' },
  ])
  await expect(official(withdrawApplication, { claimId: struck })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'application-answered' }] },
  })
  await ofNorth(restoreNeed, { personId: clerk, claimId: struck })
  const own = (await official(myNeeds, { year })).claims.find(({ kind }) => kind === 'BD_NN')
  expect(own).toMatchObject({ stance: 'applied', isOwn: true })
  expect(own?.id).not.toBe(id)
  await ofNorth(addNeed, { personId: clerk, kind: 'BD_NN', year, reason: 'đồng ý' })
  expect(await needsOfNorth()).toContainEqual(['Hà Thị Viên', 'BD_NN', 'added', 2, null])

  const mine = await official(myNeeds, { year })
  expect(mine.person).toMatchObject({ name: 'Hà Thị Viên', unit: { vi: 'Xã Đồi Bắc' } })
  expect(new Set(mine.needs.map(({ personId }) => personId))).toEqual(new Set([clerk]))
  expect(mine.hours).toMatchObject({ done: 0, asked: 40, document: 'NĐ 171/2025/NĐ-CP' })
})

test('whoever may not, may not: another unit is not found, a school and an official see no list, and nothing is written', async () => {
  const before = await entries()
  const ofSouth = await app.as('unit_clerk', south)
  await expect(ofSouth(listNeeds, { year, unitId: north })).rejects.toMatchObject({ status: 404 })
  await expect(ofSouth(strikeNeed, { personId: chair, kind: 'BD_QPAN_3', year, reason: 'thử' })).rejects.toMatchObject({ status: 404 })
  expect(new Set((await ofSouth(listNeeds, { year })).rows.map(({ name }) => name))).toEqual(new Set(['Vi Văn Nam']))
  await expect(official(listNeeds, { year })).rejects.toMatchObject({ status: 403 })
  await expect(ofNorth(applyForCourse, { kind: 'BD_NN', year, reason: 'thử' })).rejects.toMatchObject({ status: 403 })
  await expect(ofNorth(addNeed, { personId: clerk, kind: 'BD_KTQL', year: 2020, reason: 'thử' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'need-year-past' }] },
  })
  // Accounts are made by an entry each.
  expect(await entries()).toBe(before + 1)
})

test('the list leaves as a workbook, with an entry in the log', async () => {
  const before = await entries()
  const file = (await ofNorth(exportNeeds, { year, unitId: north, origin: ['standard'] })) as unknown as Buffer
  expect(Buffer.from(file).subarray(0, 2).toString()).toBe('PK')
  expect(await entries()).toBe(before + 1)
})
