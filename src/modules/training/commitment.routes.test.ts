import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDecision, makeDistrict, makeOfficials, type MadeOfficial } from '#tests/persons.ts'
import {
  assessRepayment,
  listCommitments,
  readCommitment,
  recordCommitment,
  recordRepayment,
  setCommitmentCosts,
  settleRepayment,
} from './commitment.contract.ts'
import { recordResult, recordSending } from './sending.contract.ts'

let app: TestApp
let units: Awaited<ReturnType<typeof makeDistrict>>
const basis = 'bản cam kết'

beforeAll(async () => {
  app = await testApp()
  units = await makeDistrict(app)
})

/** An official sent to a master's course on a day, with 60 million paid for it. */
async function makeCommitted(official: Partial<MadeOfficial>, sentOn = '2025-09-01') {
  const [personId = ''] = await makeOfficials(app, [{ unitId: units.north, birth: '1990-05-02', ...official }])
  const sending = {
    personId,
    kind: 'DT_SDH_THS' as const,
    unitId: units.north,
    sentOn,
    studyFrom: sentOn,
    basis: 'quyết định cử đi học',
    override: [{ code: 'training-too-old', reason: 'cử trước khi đủ tuổi' }],
  }
  const { id: sendingId } = await app.call(recordSending, sending)
  const costLines = [
    { item: 'tuition', amount: 50_000_000, voucher: 'UNC 12' },
    { item: 'materials', amount: 10_000_000, voucher: 'PC 7' },
  ]
  const { id } = await app.call(recordCommitment, { personId, sendingId, courseMonths: 24, costLines, basis })
  return { personId, sendingId, commitmentId: id }
}
const ledgerOf = async (q: string, day?: string) => (await app.call(listCommitments, { q, day })).rows[0]

test('three times the study is owed from its end on; by the day itself it is fulfilled', async () => {
  const { personId, sendingId } = await makeCommitted({ fullName: 'Lê Văn Ánh' }, '2019-09-02')
  expect(await ledgerOf('le van anh')).toMatchObject({
    state: 'studying',
    committedMonths: 48,
    document: 'NĐ 101/2017/NĐ-CP',
    dueOn: null,
    cost: 60_000_000,
    owedNow: 60_000_000,
  })

  await app.setToday('2026-11-24')
  const written = { outcome: 'completed' as const, on: '2021-09-30', fieldText: 'Luật', basis: 'bằng tốt nghiệp' }
  await app.call(recordResult, { personId, sendingId, ...written })

  expect(await ledgerOf('le van anh', '2024-03-30')).toMatchObject({
    state: 'running',
    serviceFrom: '2021-09-30',
    dueOn: '2025-09-30',
    servedMonths: 30,
    owedMonths: 18,
    owedNow: 22_500_000,
    unit: { vi: 'Xã Đồi Bắc' },
  })
  expect(await ledgerOf('le van anh', '2025-09-29')).toMatchObject({ state: 'running', servedMonths: 47 })
  expect(await ledgerOf('le van anh', '2025-09-30')).toMatchObject({ state: 'fulfilled', owedMonths: 0, owedNow: 0, alert: null })
})

test('who has left before the time is up is on the ledger; the repayment is to the đồng, recorded once, and settled', async () => {
  const { personId, commitmentId } = await makeCommitted({ fullName: 'Trần Văn Bình', to: '2026-09-01' })
  const returned = await app.call(setCommitmentCosts, {
    personId,
    commitmentId,
    serviceFrom: '2026-01-15',
    costLines: [{ item: 'tuition', amount: 60_000_000, voucher: 'UNC 12' }],
    basis: 'chứng từ kho bạc',
  })
  const of = { personId, commitmentId: returned.id }
  expect(await ledgerOf('tran van binh')).toMatchObject({
    state: 'broken',
    alert: 'left',
    lastUntil: '2026-09-01',
    servedMonths: 7,
    owedNow: 54_166_667,
  })
  expect(await ledgerOf('tran van binh', '2026-08-01')).toMatchObject({ state: 'running', alert: 'leaving' })

  const left = { ...of, cause: 'left' as const, on: '2026-09-01' }
  expect(await app.call(assessRepayment, left)).toMatchObject({
    cost: 60_000_000,
    committedMonths: 72,
    servedMonths: 7,
    amount: 54_166_667,
    isWhole: false,
    reduction: null,
    rule: { document: 'NĐ 171/2025/NĐ-CP', verified: true },
    objections: [],
  })
  expect(await app.call(assessRepayment, { ...left, on: '2026-01-14', cause: 'dismissed' })).toMatchObject({
    amount: 60_000_000,
    isWhole: true,
  })
  expect(await app.call(assessRepayment, { ...left, cause: 'quit' })).toMatchObject({ objections: [{ code: 'study-has-ended' }] })

  expect(await app.call(recordRepayment, { ...left, basis: 'biên bản hội đồng' })).toMatchObject({ amount: 54_166_667 })
  await expect(app.call(recordRepayment, { ...left, basis: 'lần hai' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'repayment-recorded' }] },
  })
  const { commitment, costLines } = await app.call(readCommitment, of)
  expect([commitment.repayment?.amount, commitment.repayment?.status, costLines.length]).toEqual([54_166_667, 'owed', 1])

  const settle = { personId, repaymentId: commitment.repayment?.id ?? '', on: '2026-10-01' }
  await expect(app.call(settleRepayment, { ...settle, status: 'waived', basis: 'hoàn cảnh' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'waiver-without-paper' }] },
  })
  await app.call(settleRepayment, { ...settle, status: 'waived', decisionId: await makeDecision(app, '77-QĐ/HU', '2026-10-01') })
  expect((await app.call(readCommitment, of)).commitment.repayment).toMatchObject({
    status: 'waived',
    statusOn: '2026-10-01',
    paper: { code: '77-QĐ/HU' },
  })
})

test('pay is no cost of study, a sending has one commitment, a study without costs has no repayment', async () => {
  const { personId, sendingId, commitmentId } = await makeCommitted({ fullName: 'Vũ Thị Cúc' })
  const entries = async () => (await sql<{ count: number }>`select count(*)::int as count from audit.entry`.execute(app.db)).rows
  const before = await entries()
  const costs = { personId, commitmentId, basis }
  for (const line of [
    { item: 'salary', amount: 1 },
    { item: 'other', amount: 1, note: 'Phụ cấp chức vụ' },
  ])
    await expect(app.call(setCommitmentCosts, { ...costs, costLines: [line] })).rejects.toMatchObject({
      problem: { refusals: [{ code: 'cost-is-pay' }] },
    })
  await expect(app.call(setCommitmentCosts, { ...costs, costLines: [{ item: 'tuition', amount: -5 }] })).rejects.toMatchObject({
    status: 400,
  })
  await expect(app.call(recordCommitment, { personId, sendingId, courseMonths: 24, basis })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'committed-once' }] },
  })
  expect(await entries()).toEqual(before)

  await app.setToday('2026-11-25')
  const { id } = await app.call(setCommitmentCosts, { ...costs, costLines: [] })
  await expect(app.call(recordRepayment, { personId, commitmentId: id, cause: 'quit', on: '2026-10-01', basis })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'costs-missing' }] },
  })
})

test('who retires before the time is up is a question, not a breach; who failed the study owes', async () => {
  const old = await makeCommitted({ fullName: 'Đặng Văn Dũng', birth: '1966-02-10' })
  await app.setToday('2026-11-26')
  await app.call(setCommitmentCosts, { ...old, serviceFrom: '2026-06-01', costLines: [], basis })
  const { personId, sendingId } = await makeCommitted({ fullName: 'Hồ Thị Em' })
  await app.call(recordResult, { personId, sendingId, outcome: 'failed', on: '2026-10-20', basis: 'thông báo của trường' })

  const { rows, alerts } = await app.call(listCommitments, { alert: 'any' })
  expect(rows.map(({ name, state, alert }) => [name, state, alert])).toEqual([
    ['Trần Văn Bình', 'broken', 'left'],
    ['Đặng Văn Dũng', 'running', 'retires'],
    ['Hồ Thị Em', 'broken', 'study_failed'],
  ])
  expect(alerts).toBe(3)
  const clerk = await app.as('unit_clerk', units.north)
  await expect(clerk(listCommitments, {})).rejects.toMatchObject({ status: 403 })
  const leader = await app.as('leader', units.south)
  expect(await leader(listCommitments, {})).toMatchObject({ total: 0 })
})
