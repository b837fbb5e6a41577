import { beforeAll, expect, test } from 'vitest'
import { withdrawDecision } from '#modules/decisions/decision.contract.ts'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { makeDecision, makeDistrict } from '#tests/persons.ts'
import { beginAcceptedFields } from './accepted-field.sql.ts'
import {
  addAcceptedField,
  endAcceptedField,
  endStandard,
  listStandards,
  retractStandard,
  setStandard,
  setWeight,
  type TitleStandards,
} from './standard.contract.ts'
import { beginStandards } from './standard.sql.ts'

let app: TestApp
let call: Call
const basis = 'quy định của Ban Thường vụ'
const english = {
  titleCode: 'P_CV',
  requirement: 'language',
  level: 'B1',
  language: 'en',
  document: 'QĐ 12-QĐ/TU',
  from: '2026-01-01',
  basis,
} as const

beforeAll(async () => {
  app = await testApp()
  call = app.call
  await makeDistrict(app)
  await app.write(beginAcceptedFields)
  await app.write(beginStandards)
})

async function asked(titleCode: string, on?: string): Promise<TitleStandards | undefined> {
  return (await call(listStandards, { on })).titles.find(({ code }) => code === titleCode)
}
const levels = (title: TitleStandards | undefined) =>
  Object.fromEntries((title?.standards ?? []).map((one) => [one.requirement, one.level ?? one.periods]))

test('an office begins with what the law asks, each with its document and whether it was checked', async () => {
  const chair = await asked('P_UBND_CT')
  expect(levels(chair)).toEqual({ degree: 'DH', theory: 'CC', defence: '3', hours: 40 })
  expect(chair?.standards.find(({ requirement }) => requirement === 'hours')).toMatchObject({
    document: 'NĐ 171/2025/NĐ-CP',
    verified: true,
  })
  expect(chair?.weight).toBe(8)
  expect((await asked('X_UBND_CT', '2025-06-30'))?.standards.every(({ to }) => to !== null)).toBe(true)
  // A title that there is not on the day is not listed.
  expect(await asked('X_UBND_CT')).toBeUndefined()
})

test('a new standard follows the old one from its day; history keeps both', async () => {
  const { id } = await call(setStandard, english)
  const { id: next } = await call(setStandard, { ...english, level: 'B2', from: '2026-10-01', replaces: id })
  expect(levels(await asked('P_CV', '2026-09-30'))).toMatchObject({ language: 'B1' })
  expect(levels(await asked('P_CV', '2026-10-01'))).toMatchObject({ language: 'B2' })

  // From the same day on: the former was wrong, and counts no more.
  await call(setStandard, { ...english, level: 'C1', from: '2026-10-01', replaces: next })
  expect(levels(await asked('P_CV'))).toMatchObject({ language: 'C1' })
  const rows = await app.db
    .selectFrom('qualifications.standard')
    .select('closed_why as why')
    .where('requirement', '=', 'language')
    .where('closed_why', 'is not', null)
    .execute()
  expect(rows.map(({ why }) => why).toSorted()).toEqual(['corrected', 'ended'])
  await expect(call(setStandard, { ...english, replaces: next })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'fact-changed' }] },
  })
})

test('a standard ends, or is taken back', async () => {
  const it = { ...english, titleCode: 'P_VP_CVP', requirement: 'it', level: 'CB', language: null } as const
  const { id } = await call(setStandard, it)
  await expect(call(endStandard, { standardId: id, on: '2026-01-01', basis })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'end-before-start' }] },
  })
  const { id: ended } = await call(endStandard, { standardId: id, on: '2026-07-01', basis })
  expect([levels(await asked('P_VP_CVP', '2026-06-30')), levels(await asked('P_VP_CVP'))].map((each) => 'it' in each)).toEqual([
    true,
    false,
  ])
  await call(retractStandard, { standardId: ended, reason: 'ghi nhầm chức danh' })
  expect('it' in levels(await asked('P_VP_CVP', '2026-06-30'))).toBe(false)
})

test.each([
  ['an unknown level', { level: 'B7', titleCode: 'P_MTTQ_CT' }, 'standard-level-unknown'],
  ['a level of another list', { requirement: 'theory', level: 'DH', language: null, titleCode: 'P_CV' }, 'standard-level-unknown'],
  [
    'the lowest of all, which asks nothing',
    { requirement: 'degree', level: 'CDT', language: null, titleCode: 'P_DU_UVBCH' },
    'standard-level-unknown',
  ],
  ['an unknown language', { language: 'xx', titleCode: 'P_MTTQ_CT' }, 'standard-language-unknown'],
  ['hours without their number', { requirement: 'hours', level: null, language: null, titleCode: 'P_DU_UVBCH' }, 'standard-periods'],
  ['an end before the start', { to: '2025-01-01' }, 'end-before-start'],
  ['the same requirement twice', { requirement: 'degree', level: 'THS', language: null }, 'standard-once'],
  ['a day on which the title was no more', { titleCode: 'X_UBND_CT' }, 'standard-outside-title'],
  ['words without an origin', { basis: undefined, titleCode: 'P_QS' }, 'basis-missing'],
] as const)('%s is refused, and leaves nothing', async (_, change, code) => {
  const entries = async () => (await app.db.selectFrom('audit.entry').select('seq').execute()).length
  const before = await entries()
  await expect(call(setStandard, { ...english, ...change })).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code }] } })
  expect(await entries()).toBe(before)
})

test('two officers set the same standard at once: one of them is told of the other', async () => {
  const tay = { ...english, titleCode: 'P_PHONG_PTP', language: 'tay', level: 'CC' }
  const results = await Promise.allSettled([call(setStandard, tay), call(setStandard, { ...tay, level: 'GT' })])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { problem: { refusals: [{ code: 'standard-once' }] } },
  })
})

test('accepted fields are added and ended, and a weight is set for the days to come', async () => {
  const field = { titleCode: 'P_PHONG_TP', fieldCode: 'Y_DUOC', from: '2026-01-01', basis }
  const { id } = await call(addAcceptedField, field)
  await expect(call(addAcceptedField, field)).rejects.toMatchObject({ problem: { refusals: [{ code: 'accepted-field-once' }] } })
  await call(endAcceptedField, { fieldId: id, on: '2026-06-01', basis })
  const accepts = async (on: string) => (await asked('P_PHONG_TP', on))?.fields.some(({ code }) => code === 'Y_DUOC')
  expect([await accepts('2026-05-31'), await accepts('2026-06-01')]).toEqual([true, false])

  await call(setWeight, { titleCode: 'P_CV', weight: 3, from: '2026-01-01', basis })
  await call(setWeight, { titleCode: 'P_PHONG_TP', weight: 7, from: '2026-03-01', basis })
  expect([(await asked('P_CV', '2025-12-31'))?.weight, (await asked('P_CV'))?.weight]).toEqual([1, 3])
  expect([(await asked('P_PHONG_TP', '2026-02-28'))?.weight, (await asked('P_PHONG_TP'))?.weight]).toEqual([5, 7])
  await expect(call(setWeight, { titleCode: 'P_CV', weight: 2, from: '2025-12-01', basis })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'weight-follows' }] },
  })
})

test('a standard goes with the paper it stood on', async () => {
  const decisionId = await makeDecision(app, '77-QĐ/TU', '2026-01-05')
  await call(setStandard, { ...english, titleCode: 'P_HCC_GD', decisionId, basis: undefined })
  expect((await asked('P_HCC_GD'))?.standards.find(({ requirement }) => requirement === 'language')?.decision?.code).toBe('77-QĐ/TU')
  await call(withdrawDecision, { decisionId, on: '2026-11-01', why: 'ban hành sai thẩm quyền' })
  expect('language' in levels(await asked('P_HCC_GD'))).toBe(false)
})

test('only whoever has the permission over everything sets what everybody is measured by', async () => {
  const { north } = await makeDistrict(app)
  const ofCommune = await app.as('organisation_officer', north)
  await expect(ofCommune(setStandard, { ...english, titleCode: 'P_CA' })).rejects.toMatchObject({ status: 403 })
  const clerk = await app.as('unit_clerk')
  await expect(clerk(setStandard, { ...english, titleCode: 'P_CA' })).rejects.toMatchObject({ status: 403 })
  expect((await clerk(listStandards, {})).titles.length).toBeGreaterThan(20)
})
