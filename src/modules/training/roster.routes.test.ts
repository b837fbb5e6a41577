import { beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { createClass, readClass } from './class.contract.ts'
import { enterRoster, previewRoster } from './roster.contract.ts'

const basis = 'công văn cử học viên'
let app: TestApp
let places: Awaited<ReturnType<typeof makeDistrict>>
let an: string

beforeAll(async () => {
  app = await testApp()
  places = await makeDistrict(app)
  ;[an = ''] = await makeOfficials(app, [
    { unitId: places.north, fullName: 'Nguyễn Văn An', birth: '1983-05-02' },
    { unitId: places.north, fullName: 'Lê Thị Bình', birth: '1990-01-01' },
    { unitId: places.south, fullName: 'Lê Thị Bình', birth: '1990-02-02' },
  ])
})

const course = (seats: number | null = null) => ({
  kind: 'LLCT_SC' as const,
  title: `Sơ cấp ${crypto.randomUUID().slice(0, 4)}`,
  openerUnitId: places.district,
  openedOn: '2026-11-20',
  seats,
  basis,
})
const list = (...rows: string[]) => ['Họ và tên\tNgày sinh\tĐơn vị', ...rows].join('\n')

test('each row of a pasted list says whom it means', async () => {
  const { classId } = await app.call(createClass, course())
  await app.call(enterRoster, { classId, personIds: [an], basis })
  const { rows } = await app.call(previewRoster, {
    classId,
    text: list(
      'Nguyễn Văn An\t02/05/1983\tXã Đồi Bắc',
      'Lê Thị Bình\t1990\t',
      'Lê Thị Bình\t1990\tXã Đồi Nam',
      'Lê Thị Bình\t02/02/1990\t',
      'Ma Văn Chiến\t1975\tDoi Tay',
      'Ma Văn Chiến\t1975\tXã Đồi Tây',
      'Nông Thị Dung\t31/02/1980\tXã Đồi Tây',
    ),
  })
  expect(rows.map(({ state, candidates }) => [state, candidates.length])).toEqual([
    ['in', 1],
    ['several', 2],
    ['found', 1],
    ['twice', 1],
    ['new', 0],
    ['twice', 0],
    ['unreadable', 0],
  ])
  expect(rows[4]).toMatchObject({ unitId: places.west, birth: '1975' })
})

test('over the seats is a warning with its reason, and nobody is entered twice', async () => {
  const { classId } = await app.call(createClass, course(1))
  const newcomers = [
    { row: 1, name: 'Ma Văn Chiến', birth: '1975', unitId: places.west, title: 'Trưởng thôn' },
    { row: 2, name: 'Lý Thị Sen', unitId: places.west, number: '008175000123' },
  ]
  await expect(app.call(enterRoster, { classId, newcomers, basis })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'over-seats', seats: 1, after: 2, overridable: true }] },
  })
  const override = [{ code: 'over-seats', reason: 'huyện đồng ý thêm chỗ' }]
  expect(await app.call(enterRoster, { classId, newcomers, basis, override })).toEqual({ enrolled: 2, added: 2 })
  expect((await app.call(readClass, { classId })).learners).toMatchObject([
    { name: 'Ma Văn Chiến', unit: { vi: 'Xã Đồi Tây' }, title: 'Trưởng thôn' },
    { name: 'Lý Thị Sen' },
  ])
  await expect(app.call(enterRoster, { classId, personIds: [an, an], basis, override })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'learner-twice' }] },
  })
  await expect(app.call(enterRoster, { classId, newcomers: newcomers.slice(1), basis, override })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'number-taken', rows: [2] }] },
  })
})

test('five hundred rows are found and entered at once', async () => {
  const { classId } = await app.call(createClass, course())
  const made = await makeOfficials(
    app,
    Array.from({ length: 250 }, (_, at) => ({
      unitId: places.south,
      fullName: `Hoàng Văn ${nameOf(at)}`,
      birth: `19${70 + (at % 30)}-03-04`,
    })),
  )
  const rows = Array.from({ length: 500 }, (_, at) =>
    at < 250 ? `Hoàng Văn ${nameOf(at)}\t04/03/19${70 + (at % 30)}\tXã Đồi Nam` : `Triệu Thị ${nameOf(at)}\t1980\tXã Đồi Tây`,
  )
  const preview = await app.call(previewRoster, { classId, text: list(...rows) })
  expect([
    preview.rows.filter(({ state }) => state === 'found').length,
    preview.rows.filter(({ state }) => state === 'new').length,
  ]).toEqual([250, 250])
  const newcomers = preview.rows.flatMap(({ row, name, birth, unitId, state }) =>
    state === 'new' && unitId ? [{ row, name, birth, unitId }] : [],
  )
  expect(await app.call(enterRoster, { classId, personIds: made, newcomers, basis })).toEqual({ enrolled: 500, added: 250 })
}, 30_000)

test('a school finds its own people only, and enters nobody into another unit', async () => {
  const school = await app.as('school', places.north)
  const { classId } = await school(createClass, { ...course(), openerUnitId: places.north })
  const { rows } = await school(previewRoster, {
    classId,
    text: list('Lê Thị Bình\t02/02/1990\tXã Đồi Nam', 'Nguyễn Văn An\t02/05/1983\t'),
  })
  expect(rows).toMatchObject([
    { state: 'new', unitId: null, candidates: [] },
    { state: 'found', personId: an },
  ])
  const newcomers = [{ row: 1, name: 'Ma Văn Chiến', unitId: places.south }]
  await expect(school(enterRoster, { classId, newcomers, basis })).rejects.toMatchObject({ status: 404 })
  const elsewhere = await app.as('school', places.south)
  await expect(elsewhere(previewRoster, { classId, text: 'Lê Thị Bình' })).rejects.toMatchObject({ status: 404 })
})

function nameOf(at: number): string {
  return `${String.fromCharCode(65 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`
}
