import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { readDecision, withdrawDecision } from '#modules/decisions/decision.contract.ts'
import { readPerson } from '#modules/people/file.contract.ts'
import { CallFailed, testApp, type TestApp } from '#tests/app.ts'
import { decideBoard, nominate, overrideWarnings, shareSeats, withdrawNominations } from './board-acts.contract.ts'
import { listEligible, readBoard } from './board.contract.ts'
import { makeBoardClass, makeBoardWorld, paper } from './board.fixture.ts'
import { enrol, readClass } from './class.contract.ts'
import { addNeed } from './need.contract.ts'

let app: TestApp
let world: Awaited<ReturnType<typeof makeBoardWorld>>

beforeAll(async () => {
  app = await testApp()
  world = await makeBoardWorld(app)
}, 60_000)

const refusedBy = (...codes: string[]) => ({ status: 409, problem: { refusals: codes.map((code) => ({ code })) } })
const codesOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (thrown: unknown) => (thrown instanceof CallFailed ? (thrown.problem.refusals?.[0]?.code ?? thrown.problem.code) : 'broken'),
  )

test('those whom nothing stops come first, in order of need; whoever is nominated leaves the list', async () => {
  const { district, north, south, an, binh, cuong, dung } = world
  const classId = await makeBoardClass(app, district)
  for (const personId of [cuong, dung]) await app.call(addNeed, { personId, kind: 'LLCT_TC', year: 2026, reason: 'quy hoạch Phó Chủ tịch' })

  const needing = await app.call(listEligible, { classId })
  expect(needing).toMatchObject({ total: 2, ready: 1 })
  expect(needing.rows.map(({ personId, need }) => [personId, need?.reason])).toEqual([
    [cuong, 'quy hoạch Phó Chủ tịch'],
    [dung, 'quy hoạch Phó Chủ tịch'],
  ])
  expect((await app.call(listEligible, { classId, who: 'everybody', q: 'binh' })).rows.map(({ personId }) => personId)).toEqual([binh])
  expect((await app.call(listEligible, { classId, who: 'everybody', limit: 2 })).rows).toHaveLength(2)

  const { revision } = await app.call(shareSeats, {
    classId,
    revision: 0,
    seats: [
      { unitId: north, seats: 1 },
      { unitId: south, seats: 1 },
    ],
  })
  await app.call(nominate, { classId, revision, personIds: [an, cuong] })

  const board = await app.call(readBoard, { classId })
  expect(board.lanes).toMatchObject([
    { unit: { id: north }, seats: 1, taken: 1 },
    { unit: { id: south }, seats: 1, taken: 1 },
  ])
  expect(board.nominees.map(({ personId, laneId, open }) => [personId, laneId, open])).toEqual([
    [an, north, []],
    [cuong, south, []],
  ])
  expect((await app.call(listEligible, { classId })).rows.map(({ personId }) => personId)).toEqual([dung])
})

test('nobody is nominated twice, nor into a class one attends; units share no more seats than there are', async () => {
  const { district, north, south, an, binh } = world
  const classId = await makeBoardClass(app, district)
  await app.call(enrol, { classId, personIds: [binh], basis: 'danh sách', override: [{ code: 'not-serving-then', reason: 'sẽ bổ sung' }] })
  const { revision } = await app.call(nominate, { classId, revision: 0, personIds: [an] })

  await expect(app.call(nominate, { classId, revision, personIds: [an, binh] })).rejects.toMatchObject(
    refusedBy('already-enrolled', 'already-nominated'),
  )
  const seats = [north, south].map((unitId) => ({ unitId, seats: 2 }))
  await expect(app.call(shareSeats, { classId, revision, seats })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'seats-over-class', shared: 4, seats: 2 }] },
  })
  await expect(app.call(withdrawNominations, { classId, revision, personIds: [binh] })).rejects.toMatchObject({ status: 404 })
  expect((await app.call(readBoard, { classId })).revision).toBe(revision)
})

test('of two officers at one board the second is told and loses nothing', async () => {
  const { district, an, binh } = world
  const classId = await makeBoardClass(app, district, { kind: 'BD_TH', mode: null, closedOn: '2026-12-12' })
  const outcomes = await Promise.all(
    [an, binh].map((personId) => codesOf(app.call(nominate, { classId, revision: 0, personIds: [personId] }))),
  )
  expect(outcomes.toSorted()).toEqual(['board-changed', 'done'])

  const board = await app.call(readBoard, { classId })
  expect(board).toMatchObject({ revision: 1, nominees: [{}] })
  const other = board.nominees[0]?.personId === an ? binh : an
  await app.call(nominate, { classId, revision: 1, personIds: [other] })

  const decided = await Promise.all([1, 2].map(() => codesOf(app.call(decideBoard, { classId, revision: 2, ...paper }))))
  expect(decided.toSorted()).toEqual(['board-changed', 'done'])
  expect((await app.call(readBoard, { classId })).papers).toHaveLength(1)
})

test('a warning stands until someone answers for it, and the answer is kept; a decision is made whole or not at all', async () => {
  const { district, north, cuong, dung } = world
  const classId = await makeBoardClass(app, district, { kind: 'LLCT_TC' })
  const shared = await app.call(shareSeats, { classId, revision: 0, seats: [{ unitId: north, seats: 2 }] })
  const { revision } = await app.call(nominate, { classId, revision: shared.revision, personIds: [cuong, dung] })
  const [, warned] = (await app.call(readBoard, { classId })).nominees
  expect(warned).toMatchObject({ personId: dung, open: ['age'] })

  const entries = async () => (await sql<{ count: number }>`select count(*)::int as count from audit.entry`.execute(app.db)).rows
  const before = await entries()
  await expect(app.call(decideBoard, { classId, revision, ...paper })).rejects.toMatchObject(refusedBy('warnings-stand'))
  expect(await entries()).toEqual(before)
  expect((await app.call(readPerson, { personId: cuong })).facts.sendings.filter(({ sentOn }) => sentOn === paper.issuedOn)).toEqual([])

  await expect(
    app.call(overrideWarnings, { classId, revision, personId: dung, codes: ['degree'], reason: 'theo đề án' }),
  ).rejects.toMatchObject(refusedBy('nothing-to-answer-for'))
  const answered = await app.call(overrideWarnings, { classId, revision, personId: dung, codes: ['age'], reason: 'Ban Thường vụ đồng ý' })
  const decided = await app.call(decideBoard, { classId, revision: answered.revision, ...paper })

  expect(decided.sent).toBe(2)
  expect((await app.call(readBoard, { classId })).nominees[1]).toMatchObject({
    state: 'sent',
    overrides: [
      {
        code: 'age',
        rule: 'train.llct.tc.parttime',
        document: 'QĐ 350-QĐ/TW',
        asked: { male: 30 },
        found: { least: 26 },
        reason: 'Ban Thường vụ đồng ý',
      },
    ],
  })
})

test('one act makes the paper, the sendings, the places in the class and the studies; withdrawn, all of it is gone', async () => {
  const { district, an, binh } = world
  const classId = await makeBoardClass(app, district, {
    kind: 'DT_SDH_THS',
    title: 'Thạc sĩ Luật',
    fieldText: 'Luật',
    mode: 'VLVH',
    openedOn: '2026-12-01',
    closedOn: '2028-12-01',
  })
  const { revision } = await app.call(nominate, { classId, revision: 0, personIds: [an, binh] })
  const { decisionId, code } = await app.call(decideBoard, { classId, revision, ...paper })

  expect(code).toMatch(/^\d\d-QĐ\/HU$/)
  const { decision, facts } = await app.call(readDecision, { decisionId })
  expect(decision).toMatchObject({ kind: 'sending', signer: 'Ma Văn Hòa', issuedOn: '2026-11-23' })
  const tables = (of: typeof facts) => of.map(({ table, closedWhy }) => `${table} ${closedWhy ?? ''}`.trim()).toSorted()
  const made = ['qualifications.qualification', 'training.commitment', 'training.enrolment', 'training.nomination', 'training.sending']
  expect(tables(facts)).toEqual(made.flatMap((table) => [table, table]))
  const file = await app.call(readPerson, { personId: an })
  expect(file.facts.sendings.find(({ kind }) => kind === 'DT_SDH_THS')).toMatchObject({
    sentOn: '2026-11-23',
    studyFrom: '2026-12-01',
    unit: { vi: 'Xã Đồi Bắc' },
    institution: 'Trường Chính trị tỉnh',
  })
  expect(file.facts.qualifications.filter(({ level }) => level === 'THS')).toMatchObject([
    { state: 'studying', from: '2026-11-23', fieldText: 'Luật' },
  ])
  const { rows: owed } =
    await sql`select course_months, committed_months, document from training.commitment where person_id = ${an}::uuid`.execute(app.db)
  expect(owed).toEqual([{ course_months: 24, committed_months: 72, document: 'NĐ 171/2025/NĐ-CP' }])

  await app.call(withdrawDecision, { decisionId, on: '2026-11-23', why: 'sai đối tượng' })

  expect(tables((await app.call(readDecision, { decisionId })).facts)).toEqual(
    made.flatMap((table) => [`${table} withdrawn`, `${table} withdrawn`]),
  )
  expect((await app.call(readClass, { classId })).learners).toEqual([])
  const board = await app.call(readBoard, { classId })
  expect(board).toMatchObject({ nominees: [], papers: [] })
  await app.call(nominate, { classId, revision: board.revision, personIds: [an] })
})

test('more people than seats, a unit over its share, a paper of tomorrow, an empty board: each is said', async () => {
  const { district, north, an, binh, cuong } = world
  const classId = await makeBoardClass(app, district, {
    kind: 'BD_CD',
    title: 'Chuyên đề',
    openedOn: '2027-03-01',
    closedOn: '2027-03-06',
    mode: null,
  })
  await expect(app.call(decideBoard, { classId, revision: 0, ...paper })).rejects.toMatchObject(refusedBy('board-empty'))
  const shared = await app.call(shareSeats, { classId, revision: 0, seats: [{ unitId: north, seats: 1 }] })
  const three = await app.call(nominate, { classId, revision: shared.revision, personIds: [an, binh, cuong] })
  await expect(app.call(decideBoard, { classId, revision: three.revision, ...paper, issuedOn: '2026-11-24' })).rejects.toMatchObject(
    refusedBy('issued-in-future', 'more-than-seats', 'over-quota'),
  )
  const two = await app.call(withdrawNominations, { classId, revision: three.revision, personIds: [cuong] })
  await expect(app.call(decideBoard, { classId, revision: two.revision, ...paper })).rejects.toMatchObject(refusedBy('over-quota'))
  const override = [{ code: 'over-quota', reason: 'đơn vị khác không có người' }]
  expect(await app.call(decideBoard, { classId, revision: two.revision, ...paper, code: '999-QĐ/HU', override })).toMatchObject({
    sent: 2,
    code: '999-QĐ/HU',
  })
})

test('a unit names its own people and reads neither the Party nor the ratings of anyone; the school sees no board', async () => {
  const { district, north, an, cuong, dung } = world
  const classId = await makeBoardClass(app, district)
  const clerk = await app.as('unit_clerk', north)
  await expect(clerk(readBoard, { classId })).rejects.toMatchObject({ status: 404 })

  const shared = await app.call(shareSeats, { classId, revision: 0, seats: [{ unitId: north, seats: 2 }] })
  const named = await clerk(nominate, { classId, revision: shared.revision, personIds: [an] })
  await expect(clerk(nominate, { classId, revision: named.revision, personIds: [cuong] })).rejects.toMatchObject({ status: 404 })
  await app.call(nominate, { classId, revision: named.revision, personIds: [dung] })

  const board = await clerk(readBoard, { classId })
  expect(board).toMatchObject({ totals: { nominated: 2, elsewhere: 1 }, may: { share: false, nominate: true, decide: false } })
  expect(board.nominees.map(({ personId }) => personId)).toEqual([an])
  const told = (code: string) => board.nominees[0]?.conditions.find((condition) => condition.code === code)
  expect(told('party')).toMatchObject({ withheld: true, state: 'unknown', found: {} })
  expect(told('ratings')).toMatchObject({ withheld: true, state: 'unknown', found: {} })
  expect(told('age')).toMatchObject({ withheld: false, state: 'met' })
  await expect(clerk(decideBoard, { classId, revision: 3, ...paper })).rejects.toMatchObject({ status: 403 })
  await expect((await app.as('school', district))(readBoard, { classId })).rejects.toMatchObject({ status: 403 })
  await expect((await app.as('organisation_officer', world.west))(readBoard, { classId })).rejects.toMatchObject({ status: 404 })
})
