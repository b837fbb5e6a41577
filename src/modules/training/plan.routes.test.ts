import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { applyReorganisation } from '#modules/organisation/reorganisation.contract.ts'
import { beginStandards } from '#modules/qualifications/standard.sql.ts'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { makeDecision, makeDistrict, makeOfficials } from '#tests/persons.ts'
import { createClass, enrol } from './class.contract.ts'
import { strikeNeed } from './need.contract.ts'
import { addLine, addLineFromNeeds, changeLine, linePeople, removeLine } from './plan-line.contract.ts'
import { copyPlan, createPlan, decidePlan, editPlan, exportPlan, listPlans, printPlan, readPlan, submitPlan } from './plan.contract.ts'
import { correctSpending, listSpending, recordSpending, retractSpending } from './spending.contract.ts'

let app: TestApp
let leader: Call
let [district, north, south, west, decisionId] = ['', '', '', '', '']

beforeAll(async () => {
  app = await testApp()
  ;({ district, north, south, west } = await makeDistrict(app))
  await app.write(beginStandards)
  decisionId = await makeDecision(app, '12-KH/HU', '2026-11-20')
  leader = await app.as('leader', district)
})

const line = {
  kind: 'LLCT_TC' as const,
  title: 'Trung cấp lý luận chính trị khóa 1',
  seats: 30,
  startsOn: '2027-03-01',
  endsOn: '2027-09-01',
}
const entries = async () =>
  Number(
    (await sql<{ n: number }>`select count(*)::int as n from audit.entry where operation like 'training.%'`.execute(app.db)).rows[0]?.n,
  )

async function draft(title: string, given: { budget?: number; year?: number } = {}) {
  const { planId } = await app.call(createPlan, { unitId: district, year: 2027, title, ...given })
  const { lineId } = await app.call(addLine, { planId, revision: 1, ...line, startsOn: `${given.year ?? 2027}-03-01`, endsOn: null })
  return { planId, lineId }
}

/** Refused with these codes, and nothing of it stands. */
async function refused(planId: string, act: () => Promise<unknown>, codes: string[]) {
  const [before, plan] = [await entries(), await app.call(readPlan, { planId })]
  await expect(act()).rejects.toMatchObject({ status: 409, problem: { refusals: codes.map((code) => ({ code })) } })
  expect([await entries(), await app.call(readPlan, { planId })]).toEqual([before, plan])
}

test('a plan goes from draft to approval by its paper; approved it stands still until it is opened for adjustment', async () => {
  const { planId, lineId } = await draft('Kế hoạch 2027')
  expect(await app.call(submitPlan, { planId, revision: 2, move: 'submit' })).toEqual({ status: 'submitted', revision: 3 })
  await refused(planId, () => app.call(changeLine, { planId, revision: 3, lineId, ...line, seats: 40 }), ['plan-frozen'])
  await leader(decidePlan, { planId, revision: 3, move: 'return', reason: 'thiếu kinh phí' })
  expect((await app.call(readPlan, { planId })).plan).toMatchObject({ status: 'returned', returnedWhy: 'thiếu kinh phí', revision: 4 })
  await app.call(submitPlan, { planId, revision: 4, move: 'submit' })
  await refused(planId, () => leader(decidePlan, { planId, revision: 5, move: 'approve' }), ['plan-paper-missing'])
  await leader(decidePlan, { planId, revision: 5, move: 'approve', decisionId })
  const { plan, may } = await leader(readPlan, { planId })
  expect([plan.status, plan.paper?.code, may]).toEqual(['approved', '12-KH/HU', { write: false, approve: true }])
  await refused(planId, () => app.call(removeLine, { planId, revision: 6, lineId, reason: 'thôi' }), ['plan-frozen'])

  await app.call(submitPlan, { planId, revision: 6, move: 'adjust', reason: 'bổ sung chỉ tiêu' })
  await app.call(changeLine, { planId, revision: 7, lineId, ...line, seats: 40 })
  expect((await app.call(readPlan, { planId })).plan).toMatchObject({ status: 'draft', paper: { code: '12-KH/HU' }, revision: 8 })
  // How the line was before stands in the log.
  const { rows } = await sql<{ before: { seats: number } }>`
    select c->'before' as before from audit.entry, jsonb_array_elements(changes) c where operation = 'training.planLines.change' and c->>'table' = 'training.plan_line' and subject_id = ${planId}::uuid`.execute(
    app.db,
  )
  expect(rows.at(-1)?.before.seats).toBe(30)
})

test('of two officers on one plan the second is told who was first, and writes nothing over', async () => {
  const { planId, lineId } = await draft('Hai người một kế hoạch')
  const other = await app.as('organisation_officer', district)
  await app.call(changeLine, { planId, revision: 2, lineId, ...line, seats: 35 })
  const late = () => other(changeLine, { planId, revision: 2, lineId, ...line, seats: 99 })
  await refused(planId, late, ['plan-changed'])
  await expect(other(editPlan, { planId, revision: 2, title: 'Đổi tên' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'plan-changed', by: 'account1' }] },
  })
  const both = await Promise.allSettled([1, 2].map((seats) => other(changeLine, { planId, revision: 3, lineId, ...line, seats })))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a line that cannot be so is refused: crossed dates, money below zero, seats beyond, a unit that is no more', async () => {
  const { planId } = await draft('Dòng sai')
  const { newUnits } = {
    newUnits: [
      { id: crypto.randomUUID(), nameVi: 'Xã Mới', nameEn: 'New commune', kind: 'commune' as const, parents: { state: district } },
    ],
  }
  await app.call(applyReorganisation, {
    on: '2026-11-01',
    titleVi: 'Sáp nhập',
    titleEn: 'Merger',
    newUnits,
    acts: [{ kind: 'merge', from: [west], to: newUnits.map(({ id }) => id) }],
  })
  const add = (over: object) => app.call(addLine, { planId, revision: 2, ...line, ...over })
  await refused(planId, () => add({ endsOn: '2027-02-01' }), ['end-before-start'])
  await refused(planId, () => add({ costs: [{ item: 'meals', per: 'seat', amount: -5 }] }), ['money-below-zero'])
  await refused(
    planId,
    () =>
      add({
        unitSeats: [
          { unitId: north, seats: 20 },
          { unitId: south, seats: 11 },
        ],
      }),
    ['seats-beyond'],
  )
  await refused(planId, () => add({ unitSeats: [{ unitId: west, seats: 2 }] }), ['seat-unit-gone'])
  await refused(planId, () => add({ startsOn: '2028-01-05', endsOn: null }), ['line-outside-year'])
  await expect(add({ unitSeats: [{ unitId: crypto.randomUUID(), seats: 2 }] })).rejects.toMatchObject({ status: 404 })
  await expect(app.call(createPlan, { unitId: west, year: 2027, title: 'Của xã cũ' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'unit-not-on-day' }] },
  })
  await refused(planId, () => app.call(createPlan, { unitId: district, year: 2027, title: 'Dòng sai' }), ['plan-title-taken'])
  await refused(planId, () => app.call(editPlan, { planId, revision: 2, title: 'Dòng sai', budget: -1 }), ['money-below-zero'])
})

test('planned beside spent stands to the đồng, by line, item, budget line and kind', async () => {
  const { planId, lineId } = await draft('Tiền', { year: 2026, budget: 100_000_000 })
  const whole = {
    ...line,
    startsOn: '2026-03-01',
    endsOn: '2026-09-01',
    seats: 3,
    budgetLine: 'Ngân sách tỉnh',
    costs: [
      { item: 'tuition' as const, per: 'seat' as const, amount: 3_333_333 },
      { item: 'hall' as const, per: 'line' as const, amount: 1 },
    ],
  }
  await app.call(changeLine, { planId, revision: 2, lineId, ...whole })
  const payment = { planId, lineId, item: 'tuition' as const, amount: 3_333_334, paidOn: '2026-04-01', voucher: 'PC 01' }
  await refused(planId, () => app.call(recordSpending, payment), ['plan-not-approved'])
  await app.call(submitPlan, { planId, revision: 3, move: 'submit', override: [{ code: 'plan-year-begun', reason: 'lập muộn' }] })
  await app.call(decidePlan, { planId, revision: 4, move: 'approve', decisionId })

  const { id: spendingId } = await app.call(recordSpending, payment)
  await refused(planId, () => app.call(recordSpending, { ...payment, voucher: 'PC 02', amount: 0 }), ['payment-not-above-zero'])
  await refused(planId, () => app.call(recordSpending, { ...payment, amount: 9_000_000 }), ['voucher-known', 'spent-beyond-plan'])
  await app.call(recordSpending, { ...payment, item: 'travel', voucher: 'PC 03', amount: 2 })
  const { id: corrected } = await app.call(correctSpending, { ...payment, spendingId, amount: 3_333_333, reason: 'ghi nhầm 1 đồng' })
  await refused(planId, () => app.call(correctSpending, { ...payment, spendingId, reason: 'ghi nhầm lần nữa' }), ['fact-changed'])

  const read = await app.call(readPlan, { planId })
  expect(read.total).toMatchObject({ seats: 3, planned: 10_000_000, spent: 3_333_335 })
  expect(read.byItem).toEqual([
    { key: 'hall', planned: 1, spent: 0 },
    { key: 'travel', planned: 0, spent: 2 },
    { key: 'tuition', planned: 9_999_999, spent: 3_333_333 },
  ])
  expect(read.byBudgetLine).toMatchObject([{ key: 'Ngân sách tỉnh', planned: 10_000_000, spent: 3_333_335 }])
  expect(read.byKind).toMatchObject([{ key: 'LLCT_TC', planned: 10_000_000 }])
  expect(await app.call(listSpending, { planId, item: 'tuition' })).toMatchObject({
    total: 3_333_333,
    spending: [{ id: corrected, voucher: 'PC 01' }],
  })
  await app.call(retractSpending, { planId, spendingId: corrected, reason: 'chứng từ của lớp khác' })
  expect(await app.call(listSpending, { planId })).toMatchObject({ total: 2 })
  const [listed] = (await app.call(listPlans, { year: 2026 })).plans
  expect(listed).toMatchObject({ lines: 1, planned: 10_000_000, spent: 2 })
  const file = (await app.call(exportPlan, { planId })) as unknown as Buffer
  expect(Buffer.from(file).subarray(0, 2).toString()).toBe('PK')
})

test('a plan is printed as Word and PDF, before its approval with whom the officer names', async () => {
  const { planId } = await draft('Bản in')
  const word = (await app.call(printPlan, {
    planId,
    signer: 'Nguyễn Văn An',
    signerTitle: 'TM. Ủy ban nhân dân, Chủ tịch',
  })) as unknown as Buffer
  expect(Buffer.from(word).subarray(0, 2).toString()).toBe('PK')
  const pdf = (await app.call(printPlan, { planId, format: 'pdf', family: 'party' })) as unknown as Buffer
  expect(Buffer.from(pdf).subarray(0, 4).toString()).toBe('%PDF')
})

test('a line from needs has as many seats as there are open needs, shared among the units that have them', async () => {
  const post = (unitId: string, fullName: string) => ({ unitId, fullName, titleCode: 'P_CV', from: '2025-07-01' })
  const [struck = ''] = await makeOfficials(app, [post(north, 'A Một'), post(north, 'A Hai'), post(north, 'A Ba'), post(south, 'B Một')])
  await app.call(strikeNeed, { personId: struck, kind: 'QLNN_CV', year: 2027, reason: 'sắp chuyển đi' })
  const { planId } = await draft('Từ nhu cầu')
  const { lineId, seats } = await app.call(addLineFromNeeds, { planId, revision: 2, kind: 'QLNN_CV' })
  const made = (await app.call(readPlan, { planId })).lines.find((one) => one.lineId === lineId)
  expect([seats, made?.unitSeats.map(({ unit, seats: count }) => [unit.vi, count])]).toEqual([
    3,
    [
      ['Xã Đồi Bắc', 2],
      ['Xã Đồi Nam', 1],
    ],
  ])
  await refused(planId, () => app.call(addLineFromNeeds, { planId, revision: 3, kind: 'BD_TDT' }), ['no-needs-of-kind'])
})

test('a class opened from a line counts its people for it, and the line then stays', async () => {
  const { planId, lineId } = await draft('Mở lớp')
  const personIds = await makeOfficials(app, [
    { unitId: north, fullName: 'Học Một' },
    { unitId: south, fullName: 'Học Hai' },
  ])
  const { classId } = await app.call(createClass, {
    kind: 'LLCT_TC',
    title: 'Lớp K1',
    openerUnitId: district,
    openedOn: '2026-10-01',
    planLineId: lineId,
    basis: 'kế hoạch',
  })
  await app.call(enrol, { classId, personIds, basis: 'danh sách' })
  const { lines } = await app.call(readPlan, { planId })
  expect(lines).toMatchObject([{ sent: 2, completed: 0, classes: [{ classId, title: 'Lớp K1' }] }])
  await refused(planId, () => app.call(removeLine, { planId, revision: 2, lineId, reason: 'thôi mở' }), ['line-has-classes'])
  const { people } = await app.call(linePeople, { planId, lineId })
  expect(people.map(({ name, unit }) => [name, unit?.vi])).toEqual([
    ['Học Hai', 'Xã Đồi Nam'],
    ['Học Một', 'Xã Đồi Bắc'],
  ])
})

test('last year’s plan begins the next, without the units that are no more', async () => {
  const { planId } = await app.call(createPlan, { unitId: district, year: 2026, title: 'Năm trước', budget: 5_000_000 })
  await app.call(addLine, {
    planId,
    revision: 1,
    ...line,
    startsOn: '2026-03-01',
    endsOn: '2026-09-01',
    costs: [{ item: 'meals', per: 'seat', amount: 100_000 }],
    unitSeats: [
      { unitId: west, seats: 5 },
      { unitId: north, seats: 6 },
    ],
  })
  const copied = await app.call(copyPlan, { planId, year: 2027, title: 'Năm sau' })
  expect(copied.left.map(({ vi }) => vi)).toEqual(['Xã Đồi Tây'])
  expect((await app.call(readPlan, { planId: copied.planId })).lines).toMatchObject([
    { startsOn: '2027-03-01', endsOn: '2027-09-01', planned: 3_000_000, unitSeats: [{ unit: { vi: 'Xã Đồi Bắc' }, seats: 6 }] },
  ])
})

test('a plan of another unit is not found, a clerk sees none', async () => {
  const { planId } = await draft('Phạm vi')
  const ofNorth = await app.as('organisation_officer', north)
  await expect(ofNorth(readPlan, { planId })).rejects.toMatchObject({ status: 404 })
  await expect(ofNorth(addLine, { planId, revision: 2, ...line })).rejects.toMatchObject({ status: 404 })
  expect((await ofNorth(listPlans, {})).plans).toEqual([])
  const clerk = await app.as('unit_clerk', district)
  await expect(clerk(readPlan, { planId })).rejects.toMatchObject({ status: 403 })
  await expect(leader(addLine, { planId, revision: 2, ...line })).rejects.toMatchObject({ status: 403 })
})
