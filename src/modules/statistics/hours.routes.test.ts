import readXlsxFile from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { addClasses, recordEnrolments } from '#modules/training/class.sql.ts'
import { addPlan } from '#modules/training/plan.sql.ts'
import { writeLine } from '#modules/training/plan-line.sql.ts'
import { recordSpendings } from '#modules/training/spending.sql.ts'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { exportFulfilment, exportHours } from './done-export.contract.ts'
import { makeTrainedProvince, type TrainedProvince } from './form.fixture.ts'
import { readFulfilment } from './fulfilment.contract.ts'
import { listHoursPeople, readHours } from './hours.contract.ts'

const asked = { unit: 'Tỉnh Thử', year: 2019 }

let app: TestApp
let made: TrainedProvince
beforeAll(async () => {
  app = await testApp({ today: '2026-11-23' })
  made = await makeTrainedProvince(app)
  const { person, unit } = made
  await app.write(async (tx) => {
    const open = (periods: number, closedOn: string, planLineId: string | null = null) => ({
      kind: 'BD_VTVL',
      title: `Lớp ${periods} tiết`,
      openerUnitId: unit.department,
      openedOn: '2019-03-04',
      closedOn,
      periods,
      planLineId,
    })
    const planId = await addPlan(tx, {
      unitId: unit.province,
      year: 2019,
      title: 'Kế hoạch 2019',
      budget: 50_000_000,
      awayPercent: null,
      note: null,
    })
    const line = {
      title: 'Vị trí việc làm',
      whom: null,
      fieldText: null,
      mode: null,
      institution: null,
      startsOn: null,
      endsOn: null,
      place: null,
      budgetLine: null,
      periods: 40,
      kind: 'BD_VTVL',
      seats: 10,
      unitSeats: [],
    }
    const lineId = await writeLine(tx, planId, { ...line, costs: [{ item: 'tuition', per: 'seat', amount: 1_000_000 }] }, null)
    await recordSpendings(tx, [{ lineId, item: 'tuition', amount: 2_500_001, paidOn: '2019-04-01', voucher: 'PC 12', note: null }])
    const [whole = '', part = '', late = ''] = await addClasses(tx, [
      open(40, '2019-03-09', lineId),
      open(16, '2019-03-07'),
      open(30, '2019-12-31'),
    ])
    const sit = (personId: string, classId: string, state: 'completed' | 'enrolled' | 'failed' = 'completed') => ({
      personId,
      classId,
      unitId: unit.commune,
      openedOn: '2019-03-04',
      state,
    })
    await recordEnrolments(tx, [
      sit(person.an, whole),
      sit(person.binh, part),
      sit(person.binh, late, 'enrolled'), // will bring the rest
      sit(person.chi, part),
      sit(person.dung, late, 'completed'),
      sit(person.giang, whole, 'failed'),
      sit(person.minh, whole), // holds no post
    ])
  })
})

test('the year is told in four bands against the minimum of the law of the day', async () => {
  const { bands, total, least, onTheWay } = await app.call(readHours, asked)
  expect(bands.map(({ band, from, to, people }) => [band, from, to, people])).toEqual([
    ['none', 0, 0, 2], // one in no class, one who failed
    ['some', 1, 19, 2],
    ['most', 20, 39, 1],
    ['reached', 40, null, 1],
  ])
  expect([total, onTheWay, least]).toEqual([6, 1, { periods: 40, document: 'NĐ 101/2017/NĐ-CP', verified: false }])
})

test('each band opens its people', async () => {
  const { bands } = await app.call(readHours, asked)
  for (const { band, people } of bands) {
    const { rows } = await app.call(listHoursPeople, { ...asked, band })
    expect([band, rows.length]).toEqual([band, people])
  }
  const reader = await app.as('figures_reader', made.unit.province)
  await expect(reader(listHoursPeople, asked)).rejects.toMatchObject({ status: 404 })
  expect((await reader(readHours, asked)).bands.every(({ people }) => people === null || people === 0 || people >= 5)).toBe(true)
})

test('a plan stands beside what became of it, and a kind of course by what each one cost, to the đồng', async () => {
  const { lines, kinds, total } = await app.call(readFulfilment, { year: 2019 })
  expect(lines).toMatchObject([{ planTitle: 'Kế hoạch 2019', seats: 10, sent: 3, completed: 2, planned: 10_000_000, spent: 2_500_001 }])
  expect(kinds).toMatchObject([{ kind: 'BD_VTVL', sent: 3, spent: 2_500_001, each: 833_334 }])
  expect(total).toEqual({ seats: 10, sent: 3, completed: 2, planned: 10_000_000, spent: 2_500_001 })
  const stranger = await app.as('leader', made.unit.other)
  expect((await stranger(readFulfilment, { year: 2019 })).lines).toEqual([])
})

test('the workbook of the periods lists everybody of the bands, and no one to whom figures alone are shown', async () => {
  const sheets = await sheetsOf(app.call(exportHours, asked))
  expect(sheets.get('Số tiết trong năm')?.slice(-8, -2)).toEqual([
    ['Số tiết', 'Số người'],
    ['0', 2],
    ['1–19', 2],
    ['20–39', 1],
    ['từ 40 trở lên', 1],
    ['Cộng', 6],
  ])
  const people = sheets.get('Danh sách')?.filter(([at]) => typeof at === 'number') ?? []
  expect(people.map(([, name, , , attended, attending]) => [name, attended, attending])).toEqual(
    expect.arrayContaining([
      ['Nguyễn Văn An', 40, 0],
      ['Ma Đức Bình', 16, 30],
      ['Hoàng Thị Dung', 30, 0],
    ]),
  )
  expect(people).toHaveLength(6)
  const reader: Call = await app.as('figures_reader', made.unit.province)
  const shown = await sheetsOf(reader(exportHours, asked))
  expect([...shown.keys()]).toEqual(['Số tiết trong năm'])
  expect(shown.get('Số tiết trong năm')?.flat()).not.toContain(1)
  const entries = await app.db.selectFrom('audit.entry').select('subject_id').where('operation', '=', 'statistics.hours.export').execute()
  expect(entries.map(({ subject_id }) => subject_id)).toEqual([made.unit.province, made.unit.province])
})

test('the workbook of the plans adds up to the đồng, and tells a stranger nothing', async () => {
  const sheets = await sheetsOf(app.call(exportFulfilment, { year: 2019 }))
  expect(sheets.get('Thực hiện kế hoạch')?.find(([first]) => first === 'Cộng')).toEqual([
    'Cộng',
    null,
    null,
    null,
    10,
    3,
    2,
    10_000_000,
    2_500_001,
    7_499_999,
  ])
  expect(
    sheets
      .get('Chi phí theo loại')
      ?.find((row) => row.includes(833_334))
      ?.slice(1),
  ).toEqual([10, 3, 2, 10_000_000, 2_500_001, 833_334])
  const stranger: Call = await app.as('leader', made.unit.other)
  const theirs = await sheetsOf(stranger(exportFulfilment, { year: 2019 }))
  expect(theirs.get('Thực hiện kế hoạch')?.flat()).not.toContain('Vị trí việc làm')
})

/** The workbook's sheets as another library reads them. */
async function sheetsOf(file: Promise<unknown>): Promise<Map<string, unknown[][]>> {
  const bytes = (await file) as Buffer // a file: its bytes
  return new Map((await readXlsxFile(bytes)).map(({ sheet, data }) => [sheet, data]))
}
