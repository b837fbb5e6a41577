import readXlsxFile from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { partsOf, textOf } from '#lib/workbook/zip.ts'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { exportForm } from './form-export.contract.ts'
import { makeTrainedProvince, type TrainedProvince } from './form.fixture.ts'

const asked = { form: 'bieu-10', unit: 'Tỉnh Thử', year: 2018 }

let app: TestApp
let made: TrainedProvince
beforeAll(async () => {
  app = await testApp({ today: '2026-11-23' })
  made = await makeTrainedProvince(app)
})

test('the workbook is the official form: head, bands, numbers of the columns, rows and signatures', async () => {
  const form = (await sheets(app.call)).get('Biểu số 10-BTCTW') ?? []
  const texts = form.map((row) => row.map((value) => value ?? ''))
  expect(texts[0]?.filter(Boolean)).toEqual(['TỈNH THỬ', 'THỐNG KÊ KẾT QUẢ ĐÀO TẠO, BỒI DƯỠNG CÁN BỘ NĂM 2018', 'Biểu số 10-BTCTW'])
  expect(texts[1]?.filter(Boolean)).toEqual(['BAN TỔ CHỨC', 'Đvt: Người'])
  expect(texts[4]?.slice(0, 8)).toEqual(['TT', 'Chương trình, hình thức', 'Tổng số', 'Cấp tỉnh', '', 'Cấp huyện', '', 'Cấp xã'])
  expect(texts[6]).toEqual(['1', '2', '3 = 4 + 6 + 8', '4', '5', '6', '7', '8', '9 = 10 + 11', '10', '11'])
  expect(texts[7]).toEqual(['I', 'Đào tạo', 5, 1, '', 2, 1, 2, '', '', ''])
  expect(texts.find(([, label]) => label === 'Nghiệp vụ xây dựng Đảng')).toEqual([
    '1',
    'Nghiệp vụ xây dựng Đảng',
    1,
    1,
    '',
    '',
    '',
    '',
    1,
    1,
    '',
  ])
  expect(texts.find(([, label]) => label === 'Đào tạo cao đẳng')).toEqual(['', 'Đào tạo cao đẳng', 1, '', '', '', '', 1, '', '', ''])
  expect(texts.flat()).toEqual(
    expect.arrayContaining(['NGƯỜI LẬP BIỂU', 'TRƯỞNG BAN', 'Ngoài biểu – 60 lượt học viên của 1 lớp chỉ biết sĩ số, không rõ người.']),
  )
})

test('each number links to the rows of those it counts', async () => {
  const file = await exported(app.call)
  const people = (await sheets(app.call)).get('Danh sách') ?? []
  const links = await linksOf(file)
  const theory = links.find(([cell]) => cell === cellOf('I.2.CC'))
  expect(theory?.[1]).toMatch(/Danh sách/)
  const at = Number(/A(\d+)/.exec(theory?.[1] ?? '')?.[1]) - 1
  expect(people[at]?.slice(1, 3)).toEqual(['Cao cấp – Tập trung', 'Ma Đức Bình'])
  expect(links.length).toBeGreaterThan(30)
})

test('whoever sees only figures gets the form without lists; each export is an entry of the log', async () => {
  const reader = await app.as('figures_reader', made.unit.province)
  expect([...(await sheets(reader)).keys()]).toEqual(['Biểu số 10-BTCTW'])
  const entries = await app.db.selectFrom('audit.entry').select('subject_id').where('operation', '=', 'statistics.forms.export').execute()
  expect(entries.at(-1)?.subject_id).toBe(made.unit.province)
})

/** Row I.2.CC is the 19th of the form, column 3 the third of the sheet. */
function cellOf(_row: 'I.2.CC'): string {
  return 'C26'
}

/** The links of the first sheet, cell by cell. */
async function linksOf(file: Buffer): Promise<(string | undefined)[][]> {
  const part = partsOf(file).find(({ name }) => name === 'xl/worksheets/sheet1.xml')
  let xml = ''
  if (part) for await (const text of textOf(file, part)) xml += text
  return [...xml.matchAll(/<hyperlink [^>]*ref="([A-Z]+\d+)"[^>]*location="([^"]+)"/g)].map(([, cell, to]) => [cell, to])
}

async function exported(call: Call): Promise<Buffer> {
  return (await call(exportForm, asked)) as Buffer // a file: its bytes
}

/** The workbook's sheets as another library reads them. */
async function sheets(call: Call): Promise<Map<string, unknown[][]>> {
  return new Map((await readXlsxFile(await exported(call))).map(({ sheet, data }) => [sheet, data]))
}
