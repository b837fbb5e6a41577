import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readPerson } from '#modules/people/file.contract.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDecision, makeDistrict, makeOfficials } from '#tests/persons.ts'
import { cancelSending, listSendings, recordResult, recordSending } from './sending.contract.ts'

async function sent(app: TestApp, over: Record<string, unknown> = {}) {
  const { north, south } = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [{ unitId: north, birth: '1983-05-02' }])
  const decisionId = await makeDecision(app)
  const sending = {
    personId,
    kind: 'LLCT_TC' as const,
    unitId: north,
    sentOn: '2018-09-12',
    studyFrom: '2018-10-01',
    institution: 'Trường Chính trị tỉnh',
    decisionId,
    ...over,
  }
  return { personId, north, south, decisionId, sending }
}

test('a completed course of political theory writes the level into the file, by the sending decision', async () => {
  const app = await testApp()
  const { personId, sending } = await sent(app)
  const { id: sendingId } = await app.call(recordSending, sending)

  await app.setToday('2026-11-24')
  const result = await app.call(recordResult, {
    personId,
    sendingId,
    outcome: 'completed',
    on: '2020-04-30',
    result: 'Khá',
    basis: 'bảng điểm',
  })

  const { facts, closed } = await app.call(readPerson, { personId })
  expect(facts.sendings).toMatchObject([{ outcome: 'completed', outcomeOn: '2020-04-30', to: '2020-04-30' }])
  expect(facts.qualifications).toMatchObject([
    {
      id: result.qualificationId,
      kind: 'theory',
      level: 'TC',
      state: 'finished',
      from: '2020-04-30',
      result: 'Khá',
      origin: { paper: { code: '215-QĐ/HU' } },
    },
  ])
  expect(closed.sendings).toMatchObject([{ outcome: null, origin: { closed: { why: 'completed' } } }])
})

test('a course that was failed writes no qualification', async () => {
  const app = await testApp()
  const { personId, sending } = await sent(app)
  const { id: sendingId } = await app.call(recordSending, sending)
  expect(await app.call(recordResult, { personId, sendingId, outcome: 'failed', on: '2020-04-30', basis: 'bảng điểm' })).toMatchObject({
    qualificationId: null,
  })
})

test('a raised professional level must say which one', async () => {
  const app = await testApp()
  const { personId, sending } = await sent(app, { kind: 'DT_NC' })
  const { id: sendingId } = await app.call(recordSending, sending)
  const result = { personId, sendingId, outcome: 'completed' as const, on: '2020-04-30', basis: 'bằng tốt nghiệp' }
  await expect(app.call(recordResult, result)).rejects.toMatchObject({ problem: { refusals: [{ code: 'level-missing' }] } })
  await app.call(recordResult, { ...result, level: 'THS', fieldText: 'Luật' })
  expect((await app.call(readPerson, { personId })).facts.qualifications).toMatchObject([
    { kind: 'degree', level: 'THS', fieldText: 'Luật', fieldCode: 'LUAT' },
  ])
})

test('who does not serve in the unit, or is sent to the same course already, is sent only when someone answers for it', async () => {
  const app = await testApp()
  const { south, sending } = await sent(app)
  await app.call(recordSending, sending)
  const entries = async () => (await sql<{ count: number }>`select count(*) from audit.entry`.execute(app.db)).rows
  const before = await entries()

  const again = { ...sending, unitId: south, sentOn: '2019-01-05' }
  await expect(app.call(recordSending, again)).rejects.toMatchObject({
    problem: { refusals: [{ code: 'not-serving-there' }, { code: 'already-sent' }] },
  })
  expect(await entries()).toEqual(before)

  await app.call(recordSending, {
    ...again,
    override: [
      { code: 'not-serving-there', reason: 'đang biệt phái' },
      { code: 'already-sent', reason: 'học lại' },
    ],
  })
  expect(await app.call(listSendings, {})).toMatchObject({ total: 2, people: 1 })
})

test('a sending with an outcome is not cancelled; a cancelled one has no outcome', async () => {
  const app = await testApp()
  const { personId, sending } = await sent(app)
  const { id: sendingId } = await app.call(recordSending, sending)
  await app.setToday('2026-11-24')
  const { id } = await app.call(cancelSending, { personId, sendingId, basis: 'không đi học' })
  await expect(
    app.call(recordResult, { personId, sendingId: id, outcome: 'completed', on: '2020-04-30', basis: 'x' }),
  ).rejects.toMatchObject({ problem: { refusals: [{ code: 'sending-cancelled' }] } })
})
