import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { withdrawDecision } from '#modules/decisions/decision.contract.ts'
import { readPerson } from '#modules/people/file.contract.ts'
import { retractFact } from '#modules/people/person.contract.ts'
import { recordQualifications } from '#modules/qualifications/qualification.sql.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDecision, makeDistrict, makeOfficials } from '#tests/persons.ts'
import { issueCertificates } from './certificate.contract.ts'
import { enrol } from './class.contract.ts'
import { addClasses, recordEnrolments } from './class.sql.ts'
import { readResults, setResults } from './result.contract.ts'
import { recordSendings } from './sending.sql.ts'

let app: TestApp
let units: Awaited<ReturnType<typeof makeDistrict>>
const basis = 'bảng điểm'

beforeAll(async () => {
  app = await testApp()
  units = await makeDistrict(app)
})

/** Officials sent to a class of intermediate theory by a decision, studying since. */
async function makeClass(count: number, kind = 'LLCT_TC') {
  const personIds = await makeOfficials(
    app,
    Array.from({ length: count }, () => ({ unitId: units.north })),
  )
  const decisionId = await makeDecision(app, `${crypto.randomUUID().slice(0, 6)}-QĐ/HU`, '2025-01-06')
  const [classId = ''] = await app.write(async (tx) => {
    const ids = await addClasses(tx, [
      { kind, title: 'Trung cấp lý luận chính trị', openerUnitId: units.district, openedOn: '2025-02-03', closedOn: '2026-03-01' },
    ])
    const [ofClass = ''] = ids
    const sendings = await recordSendings(
      tx,
      personIds.map((personId) => ({
        personId,
        kind,
        unitId: units.north,
        sentOn: '2025-01-06',
        studyFrom: '2025-02-03',
        classId: ofClass,
        decisionId,
      })),
    )
    await recordEnrolments(
      tx,
      personIds.map((personId, index) => ({
        personId,
        classId: ofClass,
        unitId: units.north,
        titleText: 'Công chức',
        openedOn: '2025-02-03',
        closedOn: '2026-03-01',
        sendingId: sendings[index] ?? '',
        decisionId,
      })),
    )
    await recordQualifications(
      tx,
      personIds.map((personId) => ({ personId, kind: 'theory', level: 'TC', rank: 2, state: 'studying', from: '2025-02-03', decisionId })),
    )
    return ids
  })
  return { classId, personIds, decisionId }
}

async function file(personId = '') {
  const { facts } = await app.call(readPerson, { personId })
  return {
    sendings: facts.sendings.map(({ outcome, outcomeOn }) => [outcome, outcomeOn]),
    qualifications: facts.qualifications.map(({ level, state, from, to }) => [level, state, from, to]),
    enrolled: facts.enrolments.length,
  }
}
const studying = { sendings: [[null, null]], qualifications: [['TC', 'studying', '2025-02-03', null]], enrolled: 1 }
const completed = {
  sendings: [['completed', '2026-03-10']],
  qualifications: [
    ['TC', 'studying', '2025-02-03', '2026-03-10'],
    ['TC', 'finished', '2026-03-10', null],
  ],
  enrolled: 1,
}

test('those who pass hold the qualification, those who fail or leave gave up the study, who defers goes on', async () => {
  const { classId, personIds } = await makeClass(4)
  const states = ['completed', 'failed', 'withdrawn', 'deferred'] as const
  const results = personIds.map((personId, index) => ({ personId, state: states[index] ?? 'completed', grade: index === 0 ? 'Khá' : null }))

  expect(await app.call(setResults, { classId, on: '2026-03-10', results, basis })).toEqual({ set: 4, qualifications: 1 })

  expect(await file(personIds[0])).toEqual(completed)
  const givenUp = [
    ['TC', 'studying', '2025-02-03', '2026-03-10'],
    ['TC', 'abandoned', '2026-03-10', null],
  ]
  expect(await file(personIds[1])).toEqual({ sendings: [['failed', '2026-03-10']], qualifications: givenUp, enrolled: 1 })
  expect(await file(personIds[2])).toEqual({ sendings: [['dropped', '2026-03-10']], qualifications: givenUp, enrolled: 1 })
  expect(await file(personIds[3])).toEqual(studying)
  const read = await app.call(readResults, { classId })
  expect(read.states).toEqual({ enrolled: 0, completed: 1, failed: 1, deferred: 1, withdrawn: 1 })
  expect(read.rows.find(({ personId }) => personId === personIds[0])).toMatchObject({
    state: 'completed',
    stateOn: '2026-03-10',
    stateWhy: basis,
    grade: 'Khá',
  })
})

test('who deferred completes in a later class what the first sending was for', async () => {
  const { classId, personIds } = await makeClass(1)
  const [personId = ''] = personIds
  await app.call(setResults, { classId, on: '2026-03-10', results: [{ personId, state: 'deferred' }], basis: 'quyết định bảo lưu' })
  const later = { openedOn: '2026-04-01', closedOn: '2026-09-01' }
  const [laterId = ''] = await app.write((tx) =>
    addClasses(tx, [{ kind: 'LLCT_TC', title: 'Trung cấp, khóa sau', openerUnitId: units.district, ...later }]),
  )
  await app.call(enrol, { classId: laterId, personIds: [personId], basis: 'học tiếp' })

  await app.call(setResults, { classId: laterId, on: '2026-09-10', results: [{ personId, state: 'completed' }], basis })

  expect(await file(personId)).toEqual({
    sendings: [['completed', '2026-09-10']],
    qualifications: [
      ['TC', 'studying', '2025-02-03', '2026-09-10'],
      ['TC', 'finished', '2026-09-10', null],
    ],
    enrolled: 2,
  })
})

test('a mistaken result is corrected with a reason and takes back what it wrote', async () => {
  const { classId, personIds } = await makeClass(1)
  const [personId = ''] = personIds
  const pass = { classId, on: '2026-03-10', results: [{ personId, state: 'completed' as const }], basis }
  const fail = { ...pass, on: '2026-03-12', results: [{ personId, state: 'failed' as const }] }
  await app.call(setResults, pass)
  const entries = async () => (await sql<{ count: number }>`select count(*)::int as count from audit.entry`.execute(app.db)).rows
  const before = await entries()

  await expect(app.call(setResults, fail)).rejects.toMatchObject({ problem: { refusals: [{ code: 'result-known' }] } })
  expect(await entries()).toEqual(before)
  expect(await file(personId)).toEqual(completed)

  await app.call(setResults, { ...fail, correction: 'nhập nhầm người' })
  expect(await file(personId)).toMatchObject({
    sendings: [['failed', '2026-03-12']],
    qualifications: [
      ['TC', 'studying', '2025-02-03', '2026-03-12'],
      ['TC', 'abandoned', '2026-03-12', null],
    ],
  })
  await app.call(setResults, { ...pass, correction: 'phúc khảo' })
  expect(await file(personId)).toEqual(completed)
})

test('without the paper that said so, the trainee is in the class as before', async () => {
  const { classId, personIds, decisionId } = await makeClass(1)
  const [personId = ''] = personIds
  const paper = await makeDecision(app, '90-QĐ/TCT', '2026-03-10')
  await app.call(setResults, { classId, on: '2026-03-10', results: [{ personId, state: 'completed' }], decisionId: paper })
  expect(await file(personId)).toEqual(completed)

  await app.call(withdrawDecision, { decisionId: paper, on: '2026-04-01', why: 'ký sai thẩm quyền' })
  expect(await file(personId)).toEqual(studying)
  expect((await app.call(readResults, { classId })).states).toMatchObject({ enrolled: 1, completed: 0 })

  await app.call(setResults, { classId, on: '2026-03-10', results: [{ personId, state: 'completed' }], basis })
  await app.call(withdrawDecision, { decisionId, on: '2026-04-02', why: 'cử sai đối tượng' })
  expect(await file(personId)).toEqual({ sendings: [], qualifications: [], enrolled: 0 })
})

test('whoever was never in the class leaves no qualification of it behind', async () => {
  const { classId, personIds } = await makeClass(1)
  const [personId = ''] = personIds
  await app.call(setResults, { classId, on: '2026-03-10', results: [{ personId, state: 'completed' }], basis })
  await app.call(issueCertificates, { classId, pattern: '{số}/{năm}', issuedOn: '2026-03-11', basis })
  const [enrolment] = (await app.call(readPerson, { personId })).facts.enrolments

  await app.call(retractFact, { personId, table: 'training.enrolment', factId: enrolment?.id ?? '', reason: 'nhầm người' })

  expect(await file(personId)).toEqual({ ...studying, enrolled: 0 })
  expect((await app.call(readPerson, { personId })).facts.certificates).toEqual([])
})

test('too few sessions attended is answered for; a class whose level is open says it', async () => {
  const { classId, personIds } = await makeClass(1, 'BD_NN')
  const [personId = ''] = personIds
  await app.write(async (tx) => {
    const days = ['2025-03-03', '2025-03-04']
    await tx
      .insertInto('training.class_session')
      .values(days.map((on_day) => ({ class_id: classId, on_day, part: 'morning', periods: 5, entry_id: crypto.randomUUID() })))
      .execute()
  })
  const pass = { classId, on: '2026-03-10', results: [{ personId, state: 'completed' as const }], basis }
  await expect(app.call(setResults, pass)).rejects.toMatchObject({
    problem: { refusals: [{ code: 'attendance-low', share: 80, verified: false, overridable: true }] },
  })
  const override = [{ code: 'attendance-low', reason: 'học bù đủ' }]
  await expect(app.call(setResults, { ...pass, override, level: 'B9' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'level-unknown' }] },
  })
  await app.call(setResults, { ...pass, override, level: 'B1', language: 'en', expiresOn: '2028-03-10' })
  const { facts } = await app.call(readPerson, { personId })
  expect(facts.qualifications).toContainEqual(expect.objectContaining({ kind: 'language', level: 'B1', language: 'en', state: 'finished' }))
})

test('of two officers who record one result at once, the other is told', async () => {
  const { classId, personIds } = await makeClass(1)
  const [personId = ''] = personIds
  const pass = { classId, on: '2026-03-10', results: [{ personId, state: 'completed' as const }], basis }
  const done = await Promise.allSettled([app.call(setResults, pass), app.call(setResults, { ...pass, on: '2026-03-11' })])
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { problem: { refusals: [{ code: 'result-known' }] } },
  })
  await expect(app.call(setResults, { ...pass, results: [{ personId: crypto.randomUUID(), state: 'completed' }] })).rejects.toMatchObject({
    status: 404,
  })
})
