import readXlsxFile from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { recordSendings } from '#modules/training/sending.sql.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { exportReview } from './review.contract.ts'
import type { ExportBasis } from '#modules/people/purposes.ts'
import { makeSmallDistrict, type SmallDistrict } from './review.fixture.ts'

const asked = { unit: 'Huyện Thử', from: '2015-01-01', to: '2020-12-31', commune: 'Xã Ở Lại' }

let app: TestApp
let made: SmallDistrict
beforeAll(async () => {
  app = await testApp({ today: '2026-11-23' })
  made = await makeSmallDistrict(app)
})

test('the workbook has the table first, then a sheet for each figure with its list', async () => {
  const sheets = await exported(app.call, { purpose: 'report', paper: '12-CV/HU' })
  const names = [...sheets.keys()]
  expect(names.slice(0, 2)).toEqual(['Tổng kết', 'sent.LLCT_CC'])
  expect(names).toHaveLength(1 + 19 + 3)

  const table = sheets.get('Tổng kết') ?? []
  expect(table.slice(0, 3).map(([first]) => first)).toEqual([
    'Tổng kết · Huyện Thử · Xã Ở Lại',
    'Thời kỳ 01/01/2015 – 31/12/2020',
    'Xem tại ngày 31/12/2020, theo số liệu biết đến nay',
  ])
  expect(table).toContainEqual(['Trung cấp lý luận chính trị', 2, 'lượt người', null, 'sent.LLCT_TC'])
  expect(table).toContainEqual([
    'Học viên lớp lý luận chính trị và cập nhật kiến thức',
    70,
    'lượt người',
    '3 có danh sách, 67 theo sĩ số',
    'learners.LLCT',
  ])

  const list = sheets.get('sent.LLCT_TC') ?? []
  expect(list.slice(-4, -2).map(([, name, , , ethnicity]) => [name, ethnicity])).toEqual([
    ['Nguyễn Văn An', 'Tày'],
    ['Ma Đức Bình', 'Tày'],
  ])
})

test('an export is one entry of the audit log, with what was asked', async () => {
  const count = async () =>
    (
      await app.db
        .selectFrom('audit.entry')
        .select(['operation', 'input', 'subject_id'])
        .where('operation', '=', 'statistics.review.export')
        .execute()
    ).at(-1)
  await exported(app.call)
  expect(await count()).toMatchObject({ subject_id: made.unit.district, input: { unit: 'Huyện Thử', commune: 'Xã Ở Lại' } })
})

test('without a purpose and its paper the lists leave out the sensitive columns', async () => {
  const list = (await exported(app.call, { purpose: 'report' })).get('sent.LLCT_TC') ?? []
  expect(list.flat()).toContain('Ma Đức Bình')
  expect(list.flat()).not.toContain('Tày')
})

test('every sheet ends with the seal of the log, who made it and when', async () => {
  const sheets = await exported(app.call)
  for (const rows of sheets.values())
    expect(rows.at(-1)?.[0]).toMatch(/^Dấu nhật ký ngày 23\/11\/2026: \d+ · [\da-f]{16} · account1, lập lúc 23\/11\/2026, 12:00$/)
})

test('columns that the one who exports may not see are not in the workbook', async () => {
  const clerk = await app.as('unit_clerk', made.unit.district)
  const list = (await exported(clerk)).get('sent.LLCT_TC') ?? []
  expect(list.flat()).toContain('Ma Đức Bình')
  expect(list.flat()).not.toContain('Dân tộc')
  expect(list.flat()).not.toContain('Tày')
})

test('a text that begins like a formula stays a text', async () => {
  await app.write(async (tx) => {
    const [personId = ''] = await addPeople(tx, [{ fullName: '=HYPERLINK("http://x") Zoe' }])
    await recordSendings(tx, [{ personId, kind: 'LLCT_TC', unitId: made.unit.stays, titleText: '=1+1', sentOn: '2016-01-05' }])
  })
  const list = (await exported(app.call)).get('sent.LLCT_TC') ?? []
  expect(list.flat()).toContain('=1+1')
})

/** The workbook's sheets as another library reads them. */
async function exported(call: TestApp['call'], basis: ExportBasis = {}): Promise<Map<string, unknown[][]>> {
  const file = (await call(exportReview, { ...asked, ...basis })) as Buffer // a file: its bytes
  return new Map((await readXlsxFile(file)).map(({ sheet, data }) => [sheet, data]))
}
