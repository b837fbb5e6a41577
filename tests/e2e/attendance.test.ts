import { afterAll, beforeAll, expect, test } from 'vitest'
import { markAttendance, readRoll } from '#modules/training/attendance.contract.ts'
import { createClass, enrol } from '#modules/training/class.contract.ts'
import { addSessions } from '#modules/training/session.contract.ts'
import { sessionCookie } from '#server/http.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { sessionOf } from '#tests/ask.ts'
import { expectNoViolations, openPage, screens, shoot } from '#tests/page.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'

let app: TestApp
let address: string
let classId: string
let personIds: string[]
let token: string

beforeAll(async () => {
  app = await testApp()
  const { north } = await makeDistrict(app)
  personIds = await makeOfficials(
    app,
    ['Nguyễn Văn An', 'Ma Thị Bình', 'Lê Đức Cường'].map((fullName) => ({ unitId: north, fullName })),
  )
  const course = { kind: 'LLCT_SC' as const, title: 'Sơ cấp lý luận chính trị', openerUnitId: north, openedOn: '2026-11-23' }
  classId = (await app.call(createClass, { ...course, basis: 'kế hoạch' })).classId
  await app.call(enrol, { classId, personIds, basis: 'kế hoạch' })
  await app.call(addSessions, { classId, from: '2026-11-23', part: 'morning', periods: 5 })
  token = await sessionOf(app, { role: 'school', unitId: north, personId: null })
  address = await app.app.listen({ port: 0, host: '127.0.0.1' })
}, 60_000)
afterAll(() => app.app.close())

test('attendance is taken without a network, outlives a reload, is sent later and then forgotten', async () => {
  const page = await openPage({ viewport: screens.phone, hasTouch: true })
  const context = page.context()
  await context.addCookies([{ name: sessionCookie, value: token, url: address }])
  await page.goto(`${address}/classes/${classId}/attendance`)
  await page.getByText('Mất mạng vẫn điểm danh được').waitFor()
  await expectNoViolations(page)

  await context.setOffline(true)
  await page.getByLabel('Tìm tên').fill('binh')
  await page.getByRole('group', { name: 'Ma Thị Bình' }).getByText('Vắng').tap()
  await page.getByLabel('Tìm tên').fill('')
  await page.getByRole('button', { name: 'Ghi có mặt cho 2 người chưa điểm danh' }).tap()
  await page.getByText('3 lượt chưa gửi').waitFor()
  await page.reload()
  await page.getByText('3 lượt chưa gửi').waitFor()
  await page.getByRole('heading', { level: 1, name: '2 có mặt · 1 vắng · 0 có phép · 0 chưa điểm danh' }).waitFor()
  await shoot(page, 'attendance-offline', 'phone')

  // Meanwhile somebody else has marked later: that stands, and it is said.
  await app.setToday('2026-11-24')
  const sessionId = (await app.call(readRoll, { classId })).sessionId ?? ''
  await app.call(markAttendance, {
    classId,
    marks: [{ sessionId, personId: personIds[0] ?? '', state: 'excused', markedAt: '2026-11-24T04:00:00Z' }],
  })
  await context.setOffline(false)
  await page.getByText('Nguyễn Văn An: giữ lượt "Có phép"').waitFor({ timeout: 20_000 })
  await page.getByText('Đã gửi hết', { exact: true }).waitFor()
  expect((await app.call(readRoll, { classId })).learners).toMatchObject([{ state: 'excused' }, { state: 'absent' }, { state: 'present' }])
  await shoot(page, 'attendance-sent', 'phone')

  await page.getByRole('link', { name: 'Sơ cấp lý luận chính trị' }).tap()
  await page.getByRole('tab', { name: 'Điểm danh' }).waitFor()
  await page.waitForFunction(async () => (await caches.keys()).length === 0)
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('attendance')))).toEqual([
    'kecan.attendance.clock',
  ])
  await context.close()
}, 90_000)
