import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { parseWorkbook } from '#lib/workbook/parse.ts'
import { cellText } from '#lib/workbook/cells.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { exportSheet, markAttendance, readMatrix, readRoll } from './attendance.contract.ts'
import { createClass, enrol } from './class.contract.ts'
import { addSessions } from './session.contract.ts'

let app: TestApp
let places: Awaited<ReturnType<typeof makeDistrict>>
let classId: string
let sessionIds: string[]
let an: string
let binh: string
let stranger: string

beforeAll(async () => {
  app = await testApp()
  places = await makeDistrict(app)
  ;[an = '', binh = '', stranger = ''] = await makeOfficials(app, [
    { unitId: places.north, fullName: 'Nguyễn Văn An' },
    { unitId: places.south, fullName: 'Lê Thị Bình' },
    { unitId: places.south, fullName: 'Trần Văn Cường' },
  ])
  const course = { kind: 'LLCT_SC' as const, title: 'Sơ cấp', openerUnitId: places.north, openedOn: '2026-11-22', basis: 'kế hoạch' }
  classId = (await app.call(createClass, course)).classId
  await app.call(enrol, { classId, personIds: [an, binh], basis: 'kế hoạch' })
  await app.call(addSessions, { classId, from: '2026-11-22', until: '2026-11-23', part: 'morning', periods: 5 })
  sessionIds = (await app.call(readRoll, { classId })).sessions.map(({ sessionId }) => sessionId)
})

const mark = (personId: string, state: 'present' | 'absent' | 'excused', time: string, at = 0) => ({
  sessionId: sessionIds[at] ?? '',
  personId,
  state,
  markedAt: `2026-11-22T${time}.000Z`,
})

test('a batch sent twice is written once, and two devices at once lose nothing', async () => {
  const school = await app.as('school', places.north)
  const batch = { classId, marks: [mark(an, 'present', '01:00:00'), mark(binh, 'absent', '01:00:01')] }
  const nothingElse = { outdone: [], gone: [], goneSessions: [] }
  expect(await school(markAttendance, batch)).toEqual({ taken: 2, ...nothingElse })
  expect(await school(markAttendance, batch)).toEqual({ taken: 2, ...nothingElse })
  const written = () => app.db.selectFrom('training.attendance').select(['state', 'closed_why']).orderBy('id').execute()
  expect(await written()).toHaveLength(2)

  // The other device, marked in between and sent later, does not win; marked afterwards it does, and what was is kept.
  expect(
    await app.call(markAttendance, { classId, marks: [mark(an, 'absent', '00:59:00'), mark(binh, 'excused', '02:00:00')] }),
  ).toMatchObject({
    taken: 1,
    outdone: [{ personId: an, name: 'Nguyễn Văn An', state: 'present', markedBy: 'account2' }],
  })
  expect(await written()).toMatchObject([{ state: 'present' }, { state: 'absent', closed_why: 'corrected' }, { state: 'excused' }])

  const race = await Promise.all(
    (['present', 'absent'] as const).map((state, at) => app.call(markAttendance, { classId, marks: [mark(binh, state, `03:00:0${at}`)] })),
  )
  expect(race.reduce((sum, { taken, outdone }) => sum + taken + outdone.length, 0)).toBe(2)
  expect((await app.call(readRoll, { classId, sessionId: sessionIds[0] ?? '' })).learners).toMatchObject([
    { name: 'Nguyễn Văn An', state: 'present' },
    { name: 'Lê Thị Bình', state: 'absent' },
  ])
})

test('whoever is not in the class is not marked, and a stranger’s name is not told', async () => {
  await app.call(markAttendance, { classId, marks: [mark(an, 'present', '01:00:00', 1)] })
  await sql`update training.enrolment set recorded = tstzrange(lower(recorded), now()) where person_id = ${binh}::uuid`.execute(app.db)
  const answer = await app.call(markAttendance, {
    classId,
    marks: [
      mark(binh, 'present', '01:00:00', 1),
      mark(stranger, 'present', '01:00:00', 1),
      { ...mark(an, 'absent', '01:00:00'), sessionId: crypto.randomUUID() },
    ],
  })
  expect(answer).toMatchObject({
    taken: 0,
    gone: [
      { personId: binh, name: 'Lê Thị Bình' },
      { personId: stranger, name: null },
    ],
  })
  expect(answer.goneSessions).toHaveLength(1)
})

test('the attendance of a class is a table and a sheet to sign; nobody else has either', async () => {
  expect((await app.call(readMatrix, { classId })).learners).toMatchObject([{ name: 'Nguyễn Văn An', marks: 'pp', attended: 2, marked: 2 }])
  // A file answers with its bytes.
  const { sheets } = await parseWorkbook((await app.call(exportSheet, { classId })) as Uint8Array)
  const cells = (sheets[0]?.rows ?? []).map((row) => row.cells.map(cellText))
  expect(cells).toContainEqual(expect.arrayContaining(['1', 'Nguyễn Văn An', 'x', 'x', '2']))

  const elsewhere = await app.as('school', places.south)
  await expect(elsewhere(readMatrix, { classId })).rejects.toMatchObject({ status: 404 })
  await expect(elsewhere(readRoll, { classId })).rejects.toMatchObject({ status: 404 })
  await expect(elsewhere(exportSheet, { classId })).rejects.toMatchObject({ status: 404 })
  await expect(elsewhere(markAttendance, { classId, marks: [mark(an, 'absent', '04:00:00')] })).rejects.toMatchObject({ status: 404 })
  const clerk = await app.as('unit_clerk', places.north)
  await expect(clerk(markAttendance, { classId, marks: [mark(an, 'absent', '04:00:00')] })).rejects.toMatchObject({ status: 403 })
})
