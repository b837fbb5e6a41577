import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { prepareJobs } from '#server/job-thread.ts'
import { readBoard } from './board.contract.ts'
import { createClass } from './class.contract.ts'
import { addNeed } from './need.contract.ts'
import { addLine } from './plan-line.contract.ts'
import { createPlan } from './plan.contract.ts'
import { planHeads } from './plan.sql.ts'
import { gatherInstance } from './proposal-instance.sql.ts'
import { resumeProposals, workOnProposal } from './proposal-work.node.ts'
import {
  adoptProposal,
  askProposal,
  cancelProposal,
  moveProposed,
  proposalChoices,
  proposedPeople,
  readProposal,
} from './proposal.contract.ts'

const year = 2027
const options: { budget: number | null; awayPercent: number | null } = { budget: null, awayPercent: null }
let app: TestApp
let [district, north, south] = ['', '', '']
let people: string[] = []
let ofNorth: Call

beforeAll(async () => {
  app = await testApp()
  await prepareJobs(app.url)
  ;({ district, north, south } = await makeDistrict(app))
  people = await makeOfficials(app, [
    { unitId: north, fullName: 'Bàn Văn Ba', from: '2016-01-01' },
    { unitId: north, fullName: 'An Văn Hai', from: '2012-01-01' },
    { unitId: south, fullName: 'Chu Văn Ba', from: '2014-01-01' },
    { unitId: south, fullName: 'Dương Văn Tư', from: '2018-01-01' },
  ])
  for (const personId of people) await app.call(addNeed, { personId, kind: 'BD_TH', year, reason: 'dùng phần mềm mới' })
  ofNorth = await app.as('organisation_officer', north)
})

/** A plan with one line: computing for two. */
async function makePlan(title: string, more: { budget?: number; seats?: number } = {}) {
  const { planId } = await app.call(createPlan, { unitId: district, year, title, budget: more.budget ?? null })
  const days = { startsOn: '2027-03-01', endsOn: '2027-03-11' }
  const costs = [{ item: 'materials' as const, per: 'seat' as const, amount: 1_000_000 }]
  const { lineId } = await app.call(addLine, {
    planId,
    revision: 1,
    kind: 'BD_TH',
    title: 'Tin học 1',
    seats: more.seats ?? 2,
    ...days,
    costs,
  })
  return { planId, lineId }
}

async function solve(planId: string, given: Partial<typeof options> = {}) {
  const { proposalId } = await app.call(askProposal, { planId, ...options, ...given })
  await workOnProposal(app.house, proposalId)
  return proposalId
}

const namesIn = async (planId: string, which: 'in' | 'out', call = app.call) =>
  (await call(proposedPeople, { planId, which, kind: 'BD_TH' })).people.map(({ name, why }) => (why ? `${name}: ${why}` : name))
const entries = async () => Number((await sql<{ n: number }>`select count(*)::int as n from audit.entry`.execute(app.db)).rows[0]?.n)

test('the longest in service of equals are proposed, and each who is left out is told why', async () => {
  const { planId, lineId } = await makePlan('Đề xuất thường')
  await solve(planId)

  const { proposal, result } = await app.call(readProposal, { planId })

  expect(proposal).toMatchObject({ state: 'done', isOutdated: false, revision: 1, askedBy: 'account1' })
  expect(result).toMatchObject({
    needs: 8,
    met: 2,
    gap: 0,
    spent: 2_000_000,
    whyNot: [
      { why: 'no-class', count: 4 },
      { why: 'seat', count: 2 },
    ],
  })
  expect(result?.objective).toBe(result?.bound)
  expect(result?.lines).toMatchObject([{ lineId, taken: 2, needs: 4, next: { name: 'Bàn Văn Ba' } }])
  expect(await namesIn(planId, 'in')).toEqual(['An Văn Hai', 'Chu Văn Ba'])
  const { people: out } = await app.call(proposedPeople, { planId, which: 'out', why: 'seat' })
  expect(out).toMatchObject([
    { name: 'Bàn Văn Ba', place: 3, of: 4, why: 'seat', nearest: lineId, before: { name: 'Chu Văn Ba' } },
    { name: 'Dương Văn Tư', place: 4, of: 4 },
  ])
})

test('names, sexes and ethnic groups change nothing of what a proposal is worked out from', async () => {
  const { planId } = await makePlan('Đề xuất như nhau')
  const [plan] = await planHeads(app.db, { planId })
  if (!plan) throw new Error('no plan')
  const asked = { ...options, planRevision: 1, by: '' }
  const at = { on: '2026-11-23', now: new Date('2026-11-23T05:00:00Z') }
  const before = await gatherInstance(app.db, plan, asked, at)
  await sql`create temporary table kept as select person_id, full_name, sex, ethnicity from people.profile`.execute(app.db)

  await sql`update people.profile set full_name = 'Người ' || left(md5(person_id::text), 6), sex = case sex when 'male' then 'female' else 'male' end,
    ethnicity = 'Tày'`.execute(app.db)
  const after = await gatherInstance(app.db, plan, asked, at)
  await sql`update people.profile p set full_name = k.full_name, sex = k.sex, ethnicity = k.ethnicity from kept k where k.person_id = p.person_id`.execute(
    app.db,
  )

  expect(after.instance).toEqual(before.instance)
  expect(JSON.stringify(before.instance)).not.toContain('Văn')
  expect(before.instance.needs).toHaveLength(8) // with the hours of the year
})

test('an officer moves a person by hand: the effect is told before, a full class is refused, another officer in between too', async () => {
  const { planId, lineId } = await makePlan('Đề xuất sửa tay')
  await solve(planId, { budget: 2_000_000 })
  const [, , third = '', last = ''] = people.map((id) => `${id}~BD_TH`)
  const { choices, person } = await app.call(proposalChoices, { planId, key: last })
  expect(person).toEqual({ name: 'Dương Văn Tư', lineId: null })
  expect(choices).toMatchObject([
    { lineId, free: 0, objections: [{ code: 'proposal-seat' }, { code: 'proposal-money', overridable: true }] },
  ])
  const before = await entries()
  await expect(app.call(moveProposed, { planId, revision: 1, key: last, lineId })).rejects.toMatchObject({
    status: 409,
    problem: { refusals: [{ code: 'proposal-seat' }, { code: 'proposal-money' }] },
  })
  expect(await entries()).toBe(before)

  const out = await app.call(moveProposed, { planId, revision: 1, key: third, lineId: null })
  expect(out).toMatchObject({ revision: 2, effect: { spent: -1_000_000, spentThen: 1_000_000, budget: 2_000_000 } })
  await expect(app.call(moveProposed, { planId, revision: 1, key: last, lineId })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'proposal-changed' }] },
  })
  await app.call(moveProposed, { planId, revision: 2, key: last, lineId })

  expect(await namesIn(planId, 'in')).toEqual(['An Văn Hai', 'Dương Văn Tư'])
  expect(await namesIn(planId, 'out')).toEqual(['Chu Văn Ba: hand', 'Bàn Văn Ba: seat'])
  expect((await app.call(readProposal, { planId })).result).toMatchObject({ byHand: 2, met: 2, spent: 2_000_000 })
})

test('what is proposed is put on the boards of the classes that are there, and who has no class is told of', async () => {
  const { planId, lineId } = await makePlan('Đề xuất đưa vào lớp', { seats: 3 })
  await solve(planId)
  const none = await app.call(adoptProposal, { planId, revision: 1 })
  expect(none).toMatchObject({ nominated: 0, waiting: [{ lineId, title: 'Tin học 1', people: 3 }], revision: 2 })
  const opened = { kind: 'BD_TH' as const, title: 'Lớp tin học 1', openerUnitId: district, openedOn: '2027-03-01', closedOn: '2027-03-11' }
  const { classId } = await app.call(createClass, { ...opened, seats: 2, planLineId: lineId, basis: 'kế hoạch năm' })

  const adopted = await app.call(adoptProposal, { planId, revision: 2 })

  expect(adopted).toMatchObject({ nominated: 2, already: 0, waiting: [{ people: 1 }] })
  expect((await app.call(readBoard, { classId })).nominees).toHaveLength(2)
  expect(await app.call(adoptProposal, { planId, revision: 3 })).toMatchObject({ nominated: 0, already: 2 })
})

test('one proposal is worked out at a time; it can be stopped without losing the last one, and what a dead server left is taken up again', async () => {
  const { planId } = await makePlan('Đề xuất bị dừng')
  const { proposalId } = await app.call(askProposal, { planId, ...options })
  await expect(app.call(askProposal, { planId, ...options })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'proposal-working' }] },
  })
  await app.call(cancelProposal, { planId })
  await workOnProposal(app.house, proposalId)
  expect(await app.call(readProposal, { planId })).toMatchObject({ proposal: { state: 'cancelled' }, result: null })
  await expect(app.call(cancelProposal, { planId })).rejects.toMatchObject({ problem: { refusals: [{ code: 'proposal-not-working' }] } })

  await solve(planId)
  await app.call(askProposal, { planId, ...options })
  await app.call(cancelProposal, { planId })
  expect((await app.call(readProposal, { planId })).proposal?.state).toBe('done')
  const again = await app.call(askProposal, { planId, ...options })
  await app.db.updateTable('training.proposal').set({ state: 'running' }).where('proposal_id', '=', again.proposalId).execute()
  const asked: string[] = []
  await resumeProposals(app.db, async (_, id) => void asked.push(id))
  expect(asked).toEqual([again.proposalId])
})

test('the plan of the district is not there for the officer of a commune', async () => {
  const { planId } = await makePlan('Đề xuất của huyện')
  await expect(ofNorth(readProposal, { planId })).rejects.toMatchObject({ status: 404 })
  await expect(ofNorth(askProposal, { planId, ...options })).rejects.toMatchObject({ status: 404 })
})
