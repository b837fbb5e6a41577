import { expect, test } from 'vitest'
import { recordAssignments } from '#modules/people/assignment.sql.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { recordSendings } from '#modules/training/sending.sql.ts'
import { newId } from '#lib/id.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDecision, makeDistrict, makeOfficials } from '#tests/persons.ts'
import { createDecision, listDecisions, readDecision, withdrawDecision } from './decision.contract.ts'

const paper = {
  code: '215-QĐ/HU',
  kind: 'sending' as const,
  issuedOn: '2018-09-12',
  issuer: 'Huyện ủy Yên Sơn',
  subject: 'Cử cán bộ đi học trung cấp lý luận chính trị',
}

/** A paper that sent two persons to study, and one of them to a post. */
async function paperWithFacts({ call, write }: TestApp) {
  const { id: decisionId } = await call(createDecision, paper)
  const unitId = newId()
  await write(async (tx) => {
    await tx.insertInto('organisation.unit').values({ id: unitId }).execute()
    const people = await addPeople(tx, [{ fullName: 'Ma Thị Ánh' }, { fullName: 'Lò Văn An' }])
    await recordSendings(
      tx,
      people.map((personId) => ({ personId, kind: 'LLCT_TC', unitId, sentOn: '2018-09-12', decisionId })),
    )
    await recordAssignments(tx, [
      { personId: people[0] ?? '', kind: 'main', unitId, titleText: 'Phó Chủ tịch', from: '2018-10-01', decisionId },
    ])
  })
  return { decisionId, unitId }
}

test('a paper opens the facts it made, by the order of given names', async () => {
  const app = await testApp()
  const { decisionId } = await paperWithFacts(app)

  const { facts, factCount } = await app.call(readDecision, { decisionId })

  expect(factCount).toBe(3)
  expect(facts.filter((fact) => fact.table === 'training.sending').map((fact) => fact.personName)).toEqual(['Lò Văn An', 'Ma Thị Ánh'])
})

test('a withdrawn paper withdraws its facts, visibly, and they stay answerable as known before', async () => {
  const app = await testApp()
  const { decisionId } = await paperWithFacts(app)
  const known = await app.db.selectFrom('training.sending').select('recorded').where('decision_id', '=', decisionId).execute()

  await app.setToday('2026-12-01')
  const { closed } = await app.call(withdrawDecision, { decisionId, on: '2026-12-01', why: 'Sai đối tượng' })

  expect(closed).toBe(3)
  const { decision, facts, factCount } = await app.call(readDecision, { decisionId })
  expect(decision.withdrawn).toMatchObject({ on: '2026-12-01', why: 'Sai đối tượng' })
  expect(factCount).toBe(0)
  expect(facts.map((fact) => fact.closedWhy)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
  expect(known).toHaveLength(2)
  const kept = await app.db.selectFrom('training.sending').select('recorded').where('decision_id', '=', decisionId).execute()
  expect(kept.every(({ recorded }) => recorded.startsWith('["2026-11-23') && recorded.includes('2026-12-01'))).toBe(true)
})

test('a refused withdrawal changes nothing and leaves no audit entry', async () => {
  const app = await testApp()
  const { decisionId } = await paperWithFacts(app)
  const entries = () =>
    app.db
      .selectFrom('audit.entry')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  const before = await entries()

  await expect(app.call(withdrawDecision, { decisionId, on: '2017-01-01', why: 'x' })).rejects.toMatchObject({
    status: 409,
    problem: { refusals: [{ code: 'withdrawn-before-issue' }] },
  })

  expect(await entries()).toEqual(before)
  expect((await app.call(readDecision, { decisionId })).factCount).toBe(3)
})

test('the same code on the same day is one paper, however it is written', async () => {
  const { call } = await testApp()
  await call(createDecision, paper)
  await expect(call(createDecision, { ...paper, code: '215 - qđ/hu' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'decision-taken' }] },
  })
})

test('two issuers may sign the same code on one day; a paper of an unnamed issuer may be either', async () => {
  const { call, write } = await testApp()
  const [one, other] = [newId(), newId()]
  await write((tx) =>
    tx
      .insertInto('organisation.unit')
      .values([{ id: one }, { id: other }])
      .execute(),
  )
  await call(createDecision, { ...paper, issuerUnitId: one })
  await call(createDecision, { ...paper, issuerUnitId: other })

  for (const issuerUnitId of [one, null])
    await expect(call(createDecision, { ...paper, issuerUnitId })).rejects.toMatchObject({
      problem: { refusals: [{ code: 'decision-taken' }] },
    })
})

test('the register pages through all papers, newest first, each once', async () => {
  const { call } = await testApp()
  for (let i = 1; i <= 7; i++) await call(createDecision, { ...paper, code: `${i}-QĐ/HU`, issuedOn: `2018-0${i}-01` })

  const first = await call(listDecisions, { limit: 4 })
  const second = await call(listDecisions, { limit: 4, after: first.next ?? '' })

  expect([...first.decisions, ...second.decisions].map(({ code }) => code)).toEqual([
    '7-QĐ/HU',
    '6-QĐ/HU',
    '5-QĐ/HU',
    '4-QĐ/HU',
    '3-QĐ/HU',
    '2-QĐ/HU',
    '1-QĐ/HU',
  ])
  expect(second.next).toBeNull()
})

test('outside one’s units a paper is not found', async () => {
  const app = await testApp()
  const { decisionId, unitId } = await paperWithFacts(app)
  const other = newId()
  await app.write((tx) => tx.insertInto('organisation.unit').values({ id: other }).execute())
  const stranger = await app.as('organisation_officer', other)

  await expect(stranger(readDecision, { decisionId })).rejects.toMatchObject({ status: 404 })
  expect((await stranger(listDecisions, {})).decisions).toEqual([])
  expect(unitId).not.toBe(other)
})

test('of a paper that concerns two communes each reads only what concerns its own people', async () => {
  const app = await testApp()
  const { north, south } = await makeDistrict(app)
  const decisionId = await makeDecision(app)
  const [ours = '', theirs = ''] = await makeOfficials(app, [
    { unitId: north, fullName: 'Nông Văn Bắc' },
    { unitId: south, fullName: 'Nông Văn Nam' },
  ])
  await app.write((tx) =>
    recordAssignments(
      tx,
      [ours, theirs].map((personId, index) => ({
        personId,
        kind: 'concurrent' as const,
        unitId: [north, south][index] ?? '',
        titleText: 'Ủy viên',
        titleCode: null,
        from: '2018-10-01',
        to: null,
        decisionId,
      })),
    ),
  )
  const clerk = await app.as('unit_clerk', north)

  const read = await clerk(readDecision, { decisionId })
  expect(read.facts.map((fact) => fact.personName)).toEqual(['Nông Văn Bắc'])
  expect(read.factCount).toBe(1)
  expect((await clerk(listDecisions, {})).decisions[0]?.facts).toBe(1)
  expect((await app.call(readDecision, { decisionId })).facts).toHaveLength(2)
})
