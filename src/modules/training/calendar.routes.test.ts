import { beforeAll, expect, test } from 'vitest'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { makeDistrict } from '#tests/persons.ts'
import { readCalendar } from './calendar.contract.ts'
import { createClass } from './class.contract.ts'
import { addSessions, listSessions, removeSession } from './session.contract.ts'

const basis = 'kế hoạch năm'
const month = '2026-11'
let app: TestApp
let places: Awaited<ReturnType<typeof makeDistrict>>
let school: Call
let north: string
let second: string
let south: string

beforeAll(async () => {
  app = await testApp()
  places = await makeDistrict(app)
  school = await app.as('school', places.north)
  const open = async (title: string, openerUnitId: string, more: object = {}) =>
    (await app.call(createClass, { kind: 'LLCT_SC', title, openerUnitId, openedOn: '2026-10-26', closedOn: '2026-11-28', basis, ...more }))
      .classId
  north = await open('Sơ cấp xã Bắc', places.north)
  second = await open('Bồi dưỡng xã Bắc', places.north, { kind: 'BD_CN', openedOn: '2026-11-16' })
  south = await open('Sơ cấp xã Nam', places.south)
  await open('Lớp đã hết', places.north, { openedOn: '2026-09-01', closedOn: '2026-11-01' })
  await open('Lớp chưa rõ ngày hết', places.north, { openedOn: '2026-08-03', closedOn: null })
  const taught = { part: 'morning' as const, periods: 4 }
  const allowed = ['lecturer-busy', 'room-busy'].map((code) => ({ code, reason: 'học ghép' }))
  const at = (classId: string, from: string, more: object) =>
    app.call(addSessions, { classId, from, ...taught, override: allowed, ...more })
  await at(north, '2026-10-30', { lecturer: 'Ma Thị Hòa' })
  await at(north, '2026-11-17', { lecturer: 'TS. Ma Thị Hòa; Lê An', place: 'Hội trường A' })
  await at(second, '2026-11-17', { lecturer: 'Lý Văn Tư', place: 'hội trường A' })
  await at(south, '2026-11-17', { lecturer: 'Ma Thị Hòa', place: 'Hội trường A' })
  await at(south, '2026-11-17', { lecturer: 'Ma Thị Hòa', part: 'afternoon' })
})

test('a month shows the classes that run in it and their sessions in order, each with whom it meets', async () => {
  const { classes, sessions } = await app.call(readCalendar, { month })
  expect(classes.map(({ title, sessions: count }) => [title, count])).toEqual([
    ['Sơ cấp xã Bắc', 1],
    ['Sơ cấp xã Nam', 2],
    ['Bồi dưỡng xã Bắc', 1],
  ])
  expect(sessions.map(({ classId, part, clashes }) => [classId, part, clashes])).toEqual([
    [second, 'morning', [{ what: 'room', with: 'Sơ cấp xã Bắc' }]],
    [
      north,
      'morning',
      [
        { what: 'lecturer', with: 'Sơ cấp xã Nam' },
        { what: 'room', with: 'Bồi dưỡng xã Bắc' },
      ],
    ],
    [south, 'morning', [{ what: 'lecturer', with: 'Sơ cấp xã Bắc' }]],
    [south, 'afternoon', []],
  ])
})

test('a filter hides classes but not the clashes with them', async () => {
  const ofKind = await app.call(readCalendar, { month, kind: ['BD_CN'] })
  expect(ofKind.sessions).toMatchObject([{ classId: second, clashes: [{ what: 'room', with: 'Sơ cấp xã Bắc' }] }])
  const ofUnit = await app.call(readCalendar, { month, unitId: places.south })
  expect(ofUnit.classes.map(({ classId }) => classId)).toEqual([south])
  expect(ofUnit.sessions).toHaveLength(2)
})

test('a school sees its own classes only, and of a clash with another no more than that there is one', async () => {
  const { classes, sessions } = await school(readCalendar, { month })
  expect(classes.map(({ classId }) => classId)).toEqual([north, second])
  expect(sessions.find(({ classId }) => classId === north)?.clashes).toContainEqual({ what: 'lecturer', with: null })
  expect(JSON.stringify({ classes, sessions })).not.toContain('xã Nam')
  await expect(school(readCalendar, { month, unitId: places.south })).rejects.toMatchObject({ status: 404 })
  const reader = await app.as('figures_reader', places.district)
  await expect(reader(readCalendar, { month })).rejects.toMatchObject({ status: 403 })
  await expect(app.call(readCalendar, { month: '2026-13' })).rejects.toMatchObject({ status: 400 })
})

test('a session taken off leaves the calendar, and its clash with it', async () => {
  const [session] = (await app.call(listSessions, { classId: second })).sessions
  await app.call(removeSession, { classId: second, sessionId: session?.sessionId ?? '' })
  const { sessions } = await app.call(readCalendar, { month })
  expect(sessions.find(({ classId }) => classId === north)?.clashes).toEqual([{ what: 'lecturer', with: 'Sơ cấp xã Nam' }])
  expect(sessions).toHaveLength(3)
})
