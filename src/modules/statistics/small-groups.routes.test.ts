import readXlsxFile from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { makeOfficials, type MadeOfficial } from '#tests/persons.ts'
import { listAttention, readHome } from './home.contract.ts'
import { protectedHome } from './protected-home.ts'
import { exportReview, listFigurePeople, readReview } from './review.contract.ts'
import { makeSmallDistrict, type SmallDistrict } from './review.fixture.ts'

const asked = { unit: 'Huyện Thử', from: '2015-01-01', to: '2020-12-31', commune: 'Xã Ở Lại' }

let app: TestApp
let made: SmallDistrict
let reader: Call
beforeAll(async () => {
  app = await testApp()
  made = await makeSmallDistrict(app)
  reader = await app.as('figures_reader', made.unit.district)
})

test('whoever sees only figures is given no number of one to four people, and is told why', async () => {
  const whole = await app.call(readReview, asked)
  const shown = await reader(readReview, asked)
  const numberOf = (figure: string) => [...shown.figures, ...shown.asides].find((one) => one.figure === figure)

  expect(shown.isProtected).toBe(true)
  for (const { figure, value, unit } of [...whole.figures, ...whole.asides].filter((one) => ['times', 'people'].includes(one.unit))) {
    if (value !== null && value > 0 && value < 5)
      expect(numberOf(figure)).toMatchObject({ figure, unit, value: null, keptBack: 'small', parts: {} })
  }
  // 3 by name and 67 by head count: the number stands, what it is made of does not.
  expect(numberOf('learners.LLCT')).toMatchObject({ value: 70, parts: {} })
  // A commune of three people is not broken down into those who meet a standard.
  expect(numberOf('standing.degree')).toMatchObject({ value: null, keptBack: 'small' })
  expect(numberOf('sent.total')).toMatchObject({ value: 7 })
  expect(whole.isProtected).toBe(false)
})

test('no list stands behind a number for them', async () => {
  await expect(reader(listFigurePeople, { ...asked, figure: 'sent.total' })).rejects.toMatchObject({ status: 404 })
  await expect(reader(listAttention, { what: 'retiring-24' })).rejects.toMatchObject({ status: 404 })
})

test('their workbook is the table alone, as they see it', async () => {
  const file = (await reader(exportReview, asked)) as unknown as Buffer
  const sheets = await readXlsxFile(file)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Tổng kết'])
  const cells = sheets[0]?.data.flat()
  expect(cells).toContain('< 5 người')
  expect(cells).toContain('Nhóm dưới 5 người không hiển thị; số nào làm lộ nhóm ấy cũng ẩn. Không kèm danh sách.')
})

test('a unit where fewer than five serve is not counted to them at all', async () => {
  await makeOfficials(
    app,
    Array.from({ length: 4 }, () => ({ unitId: made.unit.merged, from: '2010-01-01', to: '2011-01-01' })),
  )
  const home = await reader(readHome, { unitId: made.unit.merged, on: '2010-06-01' })
  expect(home).toMatchObject({ total: null, bands: [], kinds: [], degrees: [], attention: [], missing: [], isProtected: true })
  for (const name of ['women', 'studying', 'minority', 'party']) expect(home).not.toHaveProperty(name)
})

test('a clerk of the unit, who sees its people, is shown every number of it', async () => {
  const clerk = await app.as('unit_clerk', made.unit.stays)
  expect((await clerk(readReview, { ...asked, unit: made.unit.stays, commune: undefined })).isProtected).toBe(false)
})

test('ages are taken together, and levels left out, until nothing tells a few', async () => {
  const women = (count: number, birth: string): MadeOfficial[] =>
    Array.from({ length: count }, () => ({ unitId: made.unit.other, sex: 'female' as const, birth, from: '2026-01-01' }))
  await makeOfficials(app, [...women(3, '1972-01-01'), ...women(4, '1978-01-01'), ...women(9, '1990-01-01')])
  const home = await app.call(readHome, { unitId: made.unit.other })
  const shown = protectedHome(home)
  expect(home.total).toBeGreaterThanOrEqual(16)
  for (const { men, women: count } of shown.bands) expect([men, count].some((one) => one > 0 && one < 5)).toBe(false)
  expect(protectedHome(shown)).toEqual(shown)
})
