import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDecision, makeDistrict, makeOfficials } from '#tests/persons.ts'
import { readHistory, readPerson } from './file.contract.ts'
import { correctAssignment, endAssignment, recordAssignment } from './person.contract.ts'

async function ready() {
  const app = await testApp()
  const units = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [{ unitId: units.north, titleText: 'Văn phòng – thống kê' }])
  return { app, ...units, personId }
}

/** Everything a refused command could have touched. */
async function trace(app: TestApp): Promise<unknown> {
  const { rows } =
    await sql`select (select count(*) from audit.entry) as entries, (select count(*) from people.assignment) as posts, (select count(*) from people.assignment where upper_inf(recorded)) as known`.execute(
      app.db,
    )
  return rows
}

test('a second main post is refused and changes nothing, unless the former ends with it', async () => {
  const { app, south, personId } = await ready()
  const before = await trace(app)
  const post = { personId, unitId: south, titleText: 'Phó Chủ tịch UBND', from: '2020-07-01', basis: 'hồ sơ gốc' }

  await expect(app.call(recordAssignment, post)).rejects.toMatchObject({
    status: 409,
    problem: { refusals: [{ code: 'main-post-held', mayEndFormer: true }] },
  })
  expect(await trace(app)).toEqual(before)

  await app.call(recordAssignment, { ...post, endFormer: true })
  const { facts, post: now } = await app.call(readPerson, { personId })
  expect(facts.assignments.map(({ titleText, from, to }) => ({ titleText, from, to }))).toEqual([
    { titleText: 'Văn phòng – thống kê', from: '2015-01-01', to: '2020-07-01' },
    { titleText: 'Phó Chủ tịch UBND', from: '2020-07-01', to: null },
  ])
  expect(now).toMatchObject({ title: 'Phó Chủ tịch UBND', isNow: true })
})

test('a fact says where it comes from', async () => {
  const { app, north, personId } = await ready()
  const post = { personId, kind: 'concurrent' as const, unitId: north, titleText: 'Trưởng ban', from: '2019-01-01' }

  await expect(app.call(recordAssignment, post)).rejects.toMatchObject({ problem: { refusals: [{ code: 'basis-missing' }] } })

  const decisionId = await makeDecision(app, '15-QĐ/ĐU', '2018-12-30')
  await app.call(recordAssignment, { ...post, decisionId })
  const { facts } = await app.call(readPerson, { personId })
  expect(facts.assignments.find(({ kind }) => kind === 'concurrent')?.origin.paper).toMatchObject({
    code: '15-QĐ/ĐU',
    issuedOn: '2018-12-30',
  })
})

test('a post past the age of retirement is recorded only when someone answers for it', async () => {
  const { app, north } = await ready()
  const [personId = ''] = await makeOfficials(app, [{ unitId: north, birth: '1958-03', to: '2018-01-01' }])
  const post = { personId, unitId: north, titleText: 'Công chức', from: '2024-01-01', basis: 'danh sách' }

  await expect(app.call(recordAssignment, post)).rejects.toMatchObject({
    problem: { refusals: [{ code: 'after-retirement', overridable: true, month: '2018-03' }] },
  })

  await app.call(recordAssignment, { ...post, override: [{ code: 'after-retirement', reason: 'kéo dài thời gian công tác' }] })
  const { entries } = await app.call(readHistory, { personId })
  expect(entries[0]).toMatchObject({
    operation: 'people.assignments.record',
    reason: expect.stringContaining('kéo dài thời gian công tác'),
  })
})

test('a post ends on a day after it began, and stays in the file as it was known', async () => {
  const { app, personId } = await ready()
  const file = await app.call(readPerson, { personId })
  const assignmentId = file.facts.assignments[0]?.id ?? ''

  await expect(app.call(endAssignment, { personId, assignmentId, on: '2015-01-01', basis: 'nghỉ' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'end-before-start' }] },
  })
  await app.setToday('2026-11-24')
  await app.call(endAssignment, { personId, assignmentId, on: '2026-01-01', basis: 'nghỉ việc' })

  const after = await app.call(readPerson, { personId })
  expect(after.facts.assignments).toMatchObject([{ to: '2026-01-01' }])
  expect(after.closed.assignments).toMatchObject([{ to: null, origin: { closed: { why: 'ended' } } }])
  const asKnownBefore = await app.call(readPerson, { personId, knownOn: '2026-11-23' })
  expect(asKnownBefore.facts.assignments).toMatchObject([{ to: null }])
})

test('a correction is shown before and after in the history', async () => {
  const { app, south, personId } = await ready()
  const file = await app.call(readPerson, { personId })
  const assignmentId = file.facts.assignments[0]?.id ?? ''

  await app.setToday('2026-11-24')
  await app.call(correctAssignment, {
    personId,
    assignmentId,
    unitId: south,
    titleText: 'Tư pháp – hộ tịch',
    from: '2015-01-01',
    reason: 'ghi nhầm đơn vị',
  })

  const { entries } = await app.call(readHistory, { personId })
  expect(entries[0]?.changes).toMatchObject([
    {
      done: 'corrected',
      lines: [
        { label: { vi: 'Đơn vị' }, before: { vi: 'Xã Đồi Bắc' }, after: { vi: 'Xã Đồi Nam' } },
        { label: { vi: 'Chức danh' }, before: { vi: 'Văn phòng – thống kê' }, after: { vi: 'Tư pháp – hộ tịch' } },
      ],
    },
  ])
})

test('a unit that does not exist on the day takes no post', async () => {
  const { app, north, personId } = await ready()
  await expect(
    app.call(recordAssignment, {
      personId,
      kind: 'concurrent',
      unitId: north,
      titleText: 'Trưởng ban',
      from: '2005-01-01',
      basis: 'hồ sơ',
    }),
  ).rejects.toMatchObject({
    problem: { refusals: [{ code: 'unit-not-on-day' }] },
  })
})
