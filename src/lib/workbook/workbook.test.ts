import { readFileSync } from 'node:fs'
import { read, writeXlsx } from 'hucre'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { cellText, columnLetter, columnNumber, type Sheet, WorkbookError } from './cells.ts'
import { inspectWorkbook } from './guard.ts'
import { parseWorkbook } from './parse.ts'
import { writeWorkbook } from './write.ts'
import { zip } from './zip.fixture.ts'

const data = (name: string) => readFileSync(new URL(`../../../tests/data/${name}`, import.meta.url))

async function problemOf(bytes: Uint8Array) {
  try {
    await parseWorkbook(bytes)
  } catch (error) {
    if (error instanceof WorkbookError) return error.problem
    throw error
  }
  return null
}

describe('a file that is no workbook we read', () => {
  test('an empty file, a text, a picture', async () => {
    expect(await problemOf(new Uint8Array())).toEqual({ code: 'workbook-empty' })
    expect(await problemOf(new TextEncoder().encode('Họ và tên;Ngày sinh\n'))).toEqual({ code: 'workbook-not-one' })
    expect(await problemOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))).toEqual({ code: 'workbook-not-one' })
  })

  test('a zip that holds something else', async () => {
    expect(await problemOf(zip([{ name: 'word/document.xml', content: Buffer.from('<x/>') }]))).toEqual({ code: 'workbook-not-one' })
  })

  test('a locked workbook', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }], encryption: { password: 'mat-khau', spinCount: 1000 } })
    expect(await problemOf(bytes)).toEqual({ code: 'workbook-encrypted' })
  })

  test('a workbook with macros', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }], vbaProject: new Uint8Array([1, 2, 3, 4]) })
    expect(await problemOf(bytes)).toEqual({ code: 'workbook-has-macros' })
  })

  test('the two formats that must be saved as .xlsx first', async () => {
    expect(await problemOf(data('kieu-khac.xlsb'))).toEqual({ code: 'workbook-save-as-xlsx', format: 'xlsb' })
    expect(await problemOf(data('kieu-khac.ods'))).toEqual({ code: 'workbook-save-as-xlsx', format: 'ods' })
  })

  test('a workbook cut short, or with its middle overwritten', async () => {
    const good = data('trich-ngang-1.xlsx')
    const overwritten = Buffer.from(good)
    overwritten.fill(0xaa, 2000, 4000)

    expect(await problemOf(good.subarray(0, 6000))).toEqual({ code: 'workbook-damaged' })
    expect(await problemOf(overwritten)).toEqual({ code: 'workbook-damaged' })
    expect(await problemOf(data('trich-ngang-1.xls').subarray(0, 7000))).toEqual({ code: 'workbook-damaged' })
  })

  test('a zip bomb is refused by its table of contents, before a byte of it is unpacked', async () => {
    const bomb = zip([
      { name: 'xl/workbook.xml', content: Buffer.alloc(1000) },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(1000), claims: 1_000_000_000 },
    ])
    expect(await problemOf(bomb)).toEqual({ code: 'workbook-too-large', limit: '200 MB' })

    const manyParts = zip(Array.from({ length: 2001 }, (_, index) => ({ name: `xl/a${index}.xml`, content: Buffer.alloc(1) })))
    expect(await problemOf(manyParts)).toEqual({ code: 'workbook-too-large', limit: '2000 parts' })
  })

  test('a zip bomb that lies about its size is refused, too', async () => {
    const root = '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    const liar = zip([
      { name: '_rels/.rels', content: Buffer.from(root) },
      { name: 'xl/workbook.xml', content: Buffer.alloc(50_000_000, '<sheets></sheets>'), claims: 1000 },
    ])
    expect(await problemOf(liar)).toEqual({ code: 'workbook-too-large', limit: '200 MB' })
  })

  test('the first bytes decide, whatever the name says', () => {
    expect(inspectWorkbook(data('trich-ngang-1.xls')).format).toBe('xls')
    expect(inspectWorkbook(data('trich-ngang-1.xlsx')).format).toBe('xlsx')
  })
})

describe('what is read', () => {
  test.each(['trich-ngang-1.xlsx', 'trich-ngang-loi.xlsx', 'trich-ngang-tcvn3.xlsx', 'cu-di-hoc-tc-llct.xlsx'])(
    'a second reader sees the same cells in %s',
    async (name) => {
      const { sheets } = await parseWorkbook(data(name))
      const second = await readExcelFile(data(name))
      const rows = Array.isArray(second) && second[0] !== undefined && 'data' in second[0] ? second[0].data : second

      expect(sparse(sheets[0])).toEqual(
        (rows as unknown[][]).flatMap((row, index) =>
          row.flatMap((value, column) => {
            const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '').trim()
            return text === '' ? [] : [`${columnLetter(column)}${index + 1}: ${text}`]
          }),
        ),
      )
    },
  )

  test('the .xls of a list holds the same as its .xlsx', async () => {
    const [old, now] = await Promise.all([parseWorkbook(data('trich-ngang-1.xls')), parseWorkbook(data('trich-ngang-1.xlsx'))])
    expect(old.format).toBe('xls')
    expect(sparse(old.sheets[0])).toEqual(sparse(now.sheets[0]))
    expect(old.sheets[0]?.merges).toEqual(expect.arrayContaining(now.sheets[0]?.merges ?? []))
  })

  test('a formula gives the value Excel saved, or none; an error is one; hidden rows and sheets say so', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['a', null, null],
            ['b', null, null],
          ],
          cells: new Map([
            ['0,1', { value: 5, formula: '1+4', formulaResult: 5 }],
            ['0,2', { formula: 'B1*2' }],
            ['1,1', { value: '#N/A', type: 'error' as const }],
          ]),
          rowDefs: new Map([[1, { hidden: true }]]),
        },
        { name: 'B', rows: [['z']], hidden: true },
      ],
    })
    const { sheets } = await parseWorkbook(bytes)
    const [first, second] = sheets[0]?.rows ?? []

    expect(first?.cells[1]).toMatchObject({ value: 5, formula: '1+4' })
    expect(first?.cells[2]).toMatchObject({ value: null, formula: 'B1*2' })
    expect(second).toMatchObject({ isHidden: true, cells: [{ value: 'b' }, { isError: true }] })
    expect(sheets.map(({ isHidden }) => isHidden)).toEqual([false, true])
  })

  test('columns are lettered as Excel letters them', () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
    expect(['A', 'Z', 'AA', 'ZZ', 'AAA'].map(columnNumber)).toEqual([0, 25, 26, 701, 702])
    expect(cellText({ value: 808_501_234_567 })).toBe('808501234567')
    expect(cellText({ value: new Date('1980-09-01T00:00:00Z') })).toBe('01/09/1980')
  })
})

describe('what is written', () => {
  const sheet = {
    name: 'Danh sách: cử đi học [2018/2019] rất dài tên',
    title: ['HUYỆN ỦY YÊN SƠN', 'Danh sách cử đi học'],
    columns: [
      { header: 'TT', width: 5, kind: 'number' as const },
      { header: 'Họ và tên', width: 28 },
      { header: 'Ngày sinh', width: 12, kind: 'day' as const },
      { header: 'Số CCCD', width: 15, kind: 'text' as const },
      { header: 'Tỷ lệ', width: 8, kind: 'percent' as const },
    ],
    rows: [
      [1, 'Nguyễn Thị Ánh', '1985-05-19', '008185001234', 2 / 3],
      [2, '=cmd|x', { y: 1990, m: 5 }, null, null],
    ],
    notes: ['Tại ngày 31/12/2020'],
  }

  test('comes back as it was: days as days, first zeros kept, no text becomes a formula', async () => {
    const { sheets } = await parseWorkbook(await writeWorkbook([sheet]))

    expect(sparse(sheets[0])).toEqual([
      'A1: HUYỆN ỦY YÊN SƠN',
      'A2: Danh sách cử đi học',
      'A4: TT',
      'B4: Họ và tên',
      'C4: Ngày sinh',
      'D4: Số CCCD',
      'E4: Tỷ lệ',
      'A5: 1',
      'B5: Nguyễn Thị Ánh',
      'C5: 1985-05-19',
      'D5: 008185001234',
      `E5: ${2 / 3}`,
      'A6: 2',
      'B6: =cmd|x',
      'C6: 05/1990',
      'A8: Tại ngày 31/12/2020',
    ])
    expect(sheets[0]?.rows[4]?.cells[1]?.formula).toBeUndefined()
  })

  test('prints on A4 across, with its heading on every page and in view', async () => {
    const workbook = await read(await writeWorkbook([sheet]), { readStyles: true })
    const found = workbook.sheets[0]

    expect(found?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1, printTitlesRow: '$4:$4' })
    expect(found?.freezePane).toMatchObject({ rows: 4 })
    expect(workbook.defaultFont?.name).toBe('Times New Roman')
    expect(found?.cells?.get('3,1')?.style?.font).toMatchObject({ bold: true, name: 'Times New Roman' })
    expect(found?.cells?.get('4,2')?.style?.numFmt).toBe('dd/mm/yyyy')
  })

  test('ends with its foot, under the table and on every printed page', async () => {
    const workbook = await read(await writeWorkbook([{ ...sheet, foot: 'Dấu 12.345 · A & B &' }]), { readStyles: true })
    const found = workbook.sheets[0]

    expect(found?.rows.at(-1)?.[0]).toBe('Dấu 12.345 · A & B &')
    expect(found?.headerFooter?.oddFooter).toBe('&L&8 Dấu 12.345 · A && B &&&R&P/&N')
  })

  test('a foot too long for Excel is cut on the printed page, and no half of a sign is left', async () => {
    const foot = `${'x'.repeat(240)}&&&&`
    const workbook = await read(await writeWorkbook([{ ...sheet, foot }]), { readStyles: true })
    const written = workbook.sheets[0]?.headerFooter?.oddFooter ?? ''

    expect(written.length).toBeLessThanOrEqual(255)
    expect(written.replaceAll('&&', '')).toBe(`&L&8 ${'x'.repeat(240)}&R&P/&N`)
    expect(workbook.sheets[0]?.rows.at(-1)?.[0]).toBe(foot)
  })

  test('sheets of one name, or of a name Excel refuses, get names of their own', async () => {
    const { sheets } = await parseWorkbook(await writeWorkbook([sheet, sheet, { ...sheet, name: '' }]))

    expect(sheets.map(({ name }) => name)).toEqual(['Danh sách cử đi học 2018 2019 r', 'Danh sách cử đi học 2018 201 2', 'Sheet'])
  })
})

function sparse(sheet: Sheet | undefined): string[] {
  return (sheet?.rows ?? []).flatMap(({ row, cells }) =>
    cells.flatMap((cell, column) => {
      const text = cell?.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cellText(cell).trim()
      return text === '' ? [] : [`${columnLetter(column)}${row}: ${text}`]
    }),
  )
}
