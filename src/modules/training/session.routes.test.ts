import { beforeAll, expect, test } from 'vitest'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { markAttendance, readMatrix } from './attendance.contract.ts'
import { correctClass, createClass, enrol } from './class.contract.ts'
import { addSessions, changeSession, listSessions, removeSession } from './session.contract.ts'

const basis = 'kế hoạch năm'
const course = { kind: 'LLCT_SC' as const, openedOn: '2026-11-02', closedOn: '2026-11-21', periods: 20, basis }

let app: TestApp
let places: Awaited<ReturnType<typeof makeDistrict>>
let personId: string
let outside: Call

beforeAll(async () => {
  app = await testApp()
  places = await makeDistrict(app)
  ;[personId = ''] = await makeOfficials(app, [{ unitId: places.north, fullName: 'Lê Văn Ánh' }])
  outside = await app.as('school', places.south)
})

test('several sessions are entered at once, counted in periods, and a session is changed', async () => {
  const { classId } = await app.call(createClass, { ...course, title: 'Sơ cấp khóa 1', openerUnitId: places.north })
  const taught = { part: 'morning' as const, periods: 4, lecturer: 'TS. Ma Thị Hòa', place: 'Hội trường A' }

  expect(await app.call(addSessions, { classId, from: '2026-11-02', until: '2026-11-13', weekdays: [1, 3], ...taught })).toEqual({
    added: 4,
  })

  const { sessions, periods } = await app.call(listSessions, { classId })
  expect([sessions.map(({ onDay }) => onDay), periods]).toEqual([['2026-11-02', '2026-11-04', '2026-11-09', '2026-11-11'], 16])
  const sessionId = sessions[0]?.sessionId ?? ''
  await app.call(changeSession, { classId, sessionId, ...taught, onDay: '2026-11-03', part: 'evening', topic: 'Triết học' })
  expect((await app.call(listSessions, { classId })).sessions[0]).toMatchObject({
    onDay: '2026-11-03',
    part: 'evening',
    topic: 'Triết học',
  })
  await expect(app.call(addSessions, { classId, from: '2026-11-04', ...taught })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'session-taken', days: ['2026-11-04'] }] },
  })
  await expect(
    app.call(correctClass, {
      ...course,
      classId,
      title: 'Sơ cấp khóa 1',
      openerUnitId: places.north,
      closedOn: '2026-11-11',
      reason: 'đổi ngày',
    }),
  ).rejects.toMatchObject({ problem: { refusals: [{ code: 'session-outside-class', days: ['2026-11-11'] }] } })
})

test('a lecturer in two places is a warning that names the other class only to whoever may know of it', async () => {
  const { classId: north } = await app.call(createClass, { ...course, title: 'Lớp xã Bắc', openerUnitId: places.north })
  const { classId: south } = await app.call(createClass, { ...course, title: 'Lớp xã Nam', openerUnitId: places.south })
  const taught = { from: '2026-11-16', part: 'afternoon' as const, periods: 4, lecturer: 'Lý Thị Tư' }
  await app.call(addSessions, { classId: north, ...taught })

  await expect(app.call(addSessions, { classId: south, ...taught })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'lecturer-busy', class: 'Lớp xã Bắc' }] },
  })
  await expect(outside(addSessions, { classId: south, ...taught })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'lecturer-busy', class: null }] },
  })
  expect((await app.call(listSessions, { classId: south })).sessions).toEqual([])
  const override = [{ code: 'lecturer-busy', reason: 'dạy trực tuyến hai lớp' }]
  expect(await app.call(addSessions, { classId: south, ...taught, override })).toEqual({ added: 1 })
})

test('a session with marks goes only for a reason, and its marks with it', async () => {
  const { classId } = await app.call(createClass, { ...course, title: 'Lớp có điểm danh', openerUnitId: places.north })
  await app.call(enrol, { classId, personIds: [personId], basis })
  await app.call(addSessions, { classId, from: '2026-11-17', part: 'morning', periods: 4 })
  const sessionId = (await app.call(listSessions, { classId })).sessions[0]?.sessionId ?? ''
  await app.call(markAttendance, { classId, marks: [{ sessionId, personId, state: 'absent', markedAt: '2026-11-17T01:00:00Z' }] })

  await expect(app.call(removeSession, { classId, sessionId })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'session-has-marks', marks: 1 }] },
  })
  await app.call(removeSession, { classId, sessionId, override: [{ code: 'session-has-marks', reason: 'nghỉ vì mưa lũ' }] })

  expect(await app.call(readMatrix, { classId })).toMatchObject({ sessions: [], learners: [{ marked: 0 }] })
  expect(await app.call(addSessions, { classId, from: '2026-11-17', part: 'morning', periods: 4 })).toEqual({ added: 1 })
})

test('a school sees and changes the sessions of its own classes; a figures reader sees none', async () => {
  const { classId } = await app.call(createClass, { ...course, title: 'Lớp của xã Bắc', openerUnitId: places.north })
  await expect(outside(listSessions, { classId })).rejects.toMatchObject({ status: 404 })
  await expect(outside(addSessions, { classId, from: '2026-11-03', part: 'morning', periods: 4 })).rejects.toMatchObject({ status: 404 })
  const reader = await app.as('figures_reader', places.district)
  await expect(reader(listSessions, { classId })).rejects.toMatchObject({ status: 403 })
  const school = await app.as('school', places.north)
  expect(await school(addSessions, { classId, from: '2026-11-03', part: 'morning', periods: 4 })).toEqual({ added: 1 })
})
