import { expect, test } from 'vitest'
import { readPerson } from '#modules/people/file.contract.ts'
import { testApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { classSpine, classWindow, correctClass, createClass, enrol, readClass } from './class.contract.ts'

const basis = 'kế hoạch năm'

test('a class known by its trainees and one known by its head count are told apart', async () => {
  const app = await testApp()
  const { district, north } = await makeDistrict(app)
  const personIds = await makeOfficials(app, [
    { unitId: north, fullName: 'Lê Văn Ánh' },
    { unitId: north, fullName: 'Nguyễn Văn An' },
  ])
  const { classId } = await app.call(createClass, {
    kind: 'LLCT_SC',
    title: 'Sơ cấp lý luận chính trị khóa 1',
    openerUnitId: district,
    openedOn: '2019-03-04',
    closedOn: '2019-04-01',
    basis,
  })
  await app.call(createClass, {
    kind: 'BD_CD',
    title: 'Chuyên đề 2019',
    openerUnitId: district,
    openedOn: '2019-03-20',
    headCount: 120,
    basis,
  })

  expect(await app.call(enrol, { classId, personIds, basis })).toEqual({ enrolled: 2 })

  expect(await app.call(classSpine, {})).toMatchObject({
    total: 2,
    listed: 2,
    headCount: 120,
    byMonth: [{ month: '2019-03', classes: 2, learners: 122 }],
  })
  expect((await app.call(classWindow, {})).rows).toMatchObject([
    { listed: 0, headCount: 120 },
    { listed: 2, headCount: null },
  ])
  const read = await app.call(readClass, { classId })
  expect(read.learners.map(({ name, unit }) => [name, unit?.vi])).toEqual([
    ['Nguyễn Văn An', 'Xã Đồi Bắc'],
    ['Lê Văn Ánh', 'Xã Đồi Bắc'],
  ])
  expect((await app.call(readPerson, { personId: personIds[0] ?? '' })).facts.enrolments).toMatchObject([
    { classTitle: 'Sơ cấp lý luận chính trị khóa 1', opener: { vi: 'Huyện Sông Trong' } },
  ])
})

test('nobody is entered twice, nor in a class of a head count only', async () => {
  const app = await testApp()
  const { district, north } = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [{ unitId: north, fullName: 'Lê Văn Ánh' }])
  const counted = { kind: 'BD_CD' as const, title: 'Chuyên đề 2019', openerUnitId: district, openedOn: '2019-03-20', headCount: 120, basis }
  const { classId } = await app.call(createClass, counted)

  await expect(app.call(enrol, { classId, personIds: [personId], basis })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'class-head-count-only' }] },
  })
  await app.setToday('2026-11-24')
  await app.call(correctClass, { classId, ...counted, headCount: null, reason: 'đã có danh sách' })
  await app.call(enrol, { classId, personIds: [personId], basis })
  await expect(app.call(enrol, { classId, personIds: [personId], basis })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'already-enrolled', names: ['Lê Văn Ánh'] }] },
  })
  await expect(app.call(correctClass, { classId, ...counted, reason: 'thử lại' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'class-has-list' }] },
  })
})

test('a class closes after it opens, and its opener exists on that day', async () => {
  const app = await testApp()
  const { district } = await makeDistrict(app)
  const opened = { kind: 'BD_CD' as const, title: 'Chuyên đề', openerUnitId: district, basis }
  await expect(app.call(createClass, { ...opened, openedOn: '2019-03-20', closedOn: '2019-03-20' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'end-before-start' }] },
  })
  await expect(app.call(createClass, { ...opened, openedOn: '2005-03-20' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'unit-not-on-day' }] },
  })
})

test('a school sees its classes with their trainees, but opens no file', async () => {
  const app = await testApp()
  const { district, north } = await makeDistrict(app)
  const personIds = await makeOfficials(app, [{ unitId: north, fullName: 'Lê Văn Ánh' }])
  const { classId } = await app.call(createClass, {
    kind: 'LLCT_SC',
    title: 'Sơ cấp lý luận chính trị',
    openerUnitId: district,
    openedOn: '2019-03-04',
    basis,
  })
  await app.call(enrol, { classId, personIds, basis })

  const school = await app.as('school', district)

  expect((await school(readClass, { classId })).learners).toMatchObject([{ name: 'Lê Văn Ánh', canOpen: false }])
  await expect(school(readPerson, { personId: personIds[0] ?? '' })).rejects.toMatchObject({ status: 403 })
})
