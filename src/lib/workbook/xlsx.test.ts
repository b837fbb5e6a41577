import { describe, expect, test } from 'vitest'
import { WorkbookError, type Workbook } from './cells.ts'
import { parseWorkbook } from './parse.ts'
import { zip } from './zip.fixture.ts'

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://x/relationships/${type}" Target="${target}"/>`

/** A workbook of parts written by hand, as programs other than Excel write them. */
function workbookOf(given: { sheet: string; strings?: string; styles?: string; workbook?: string }): Promise<Workbook> {
  const parts = {
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': given.workbook ?? '<workbook><sheets><sheet name="A &amp; B" sheetId="1" r:id="s"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${[
      relation('s', 'worksheet', 'worksheets/sheet1.xml'),
      relation('c', 'chartsheet', 'chartsheets/sheet1.xml'),
      relation('t', 'sharedStrings', '../xl/sharedStrings.xml'),
      relation('f', 'styles', 'styles.xml'),
    ].join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml': given.sheet,
    ...(given.strings ? { 'xl/sharedStrings.xml': given.strings } : {}),
    ...(given.styles ? { 'xl/styles.xml': given.styles } : {}),
  }
  return parseWorkbook(zip(Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) }))))
}

function valuesOf({ sheets }: Workbook) {
  return sheets[0]?.rows.map(({ row, cells }) => [row, ...Array.from(cells, (cell) => cell?.value ?? null)])
}

const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

describe('a workbook written by another program', () => {
  test('has its texts in the cells, in runs, between CDATA marks or with signs XML cannot hold', async () => {
    const workbook = await workbookOf({
      strings: `<sst><si><t>Lê &lt;An&gt; &#273;</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Ma </t></r><r><t>Văn</t></r><rPh><t>ma</t></rPh></si></sst>`,
      sheet: sheetOf(
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t='s'><v>1</v></c><c r="C1" t="inlineStr"><is><t>Hà_x000D_Nội</t></is></c></row>` +
          `<row r="2"><c t="inlineStr"><is><r><t>Tứ </t></r><r><t><![CDATA[Quận & <b>]]></t></r></is></c><c t="s"><v>9</v></c></row>`,
      ),
    })
    expect(workbook.sheets[0]?.name).toBe('A & B')
    expect(valuesOf(workbook)).toEqual([
      [1, 'Lê <An> đ', 'Ma Văn', 'Hà\rNội'],
      [2, 'Tứ Quận & <b>'],
    ])
  })

  test('may put a prefix before every name, leave out addresses and list rows out of order', async () => {
    const workbook = await workbookOf({
      sheet:
        '<?xml version="1.0"?><!-- a > b --><x:worksheet xmlns:x="http://x"><x:sheetData><x:row r="3"><x:c r="A3"><x:v>3</x:v></x:c></x:row>' +
        '<x:row r="2" hidden="true"><x:c/><x:c><x:v>2</x:v></x:c></x:row><x:row r="3"><x:c r="C3"><x:v>1.5</x:v></x:c></x:row></x:sheetData>' +
        '<x:mergeCells><x:mergeCell ref="A2:A3"/></x:mergeCells></x:worksheet>',
    })
    expect(valuesOf(workbook)).toEqual([
      [2, null, 2],
      [3, 3, null, 1.5],
    ])
    expect(workbook.sheets[0]).toMatchObject({
      merges: [{ top: 2, bottom: 3, left: 0, right: 0 }],
      rows: [{ isHidden: true }, { isHidden: false }],
    })
  })

  test('has days where the format of the cell is one, and names the font', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="1"/><xf numFmtId="14" fontId="0"/></cellXfs></styleSheet>'
    const cells = '<c r="A1" s="0"><v>43830</v></c><c r="B1" s="1"><v>43830</v></c><c r="C1" s="2"><v>43830</v></c>'
    const { sheets } = await workbookOf({ styles, sheet: sheetOf(`<row r="1">${cells}</row>`) })
    const day = new Date('2019-12-31T00:00:00Z')
    expect(sheets[0]?.rows[0]?.cells).toEqual([
      { value: 43830, font: 'Arial' },
      { value: day, font: '.VnTime' },
      { value: day, font: 'Arial' },
    ])
  })

  test('counts days from 1904 where it says so, and its charts are no lists', async () => {
    const workbook =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="C" sheetId="1" r:id="c"/><sheet name="S" state="veryHidden" sheetId="2" r:id="s"/></sheets></workbook>'
    const read = await workbookOf({ workbook, sheet: sheetOf('<row r="1"><c r="A1" t="b"><v>1</v></c></row>') })
    expect(read).toMatchObject({ dateSystem: 1904, sheets: [{ name: 'S', isHidden: true, rows: [{ cells: [{ value: true }] }] }] })
  })

  test.each([
    ['a sheet that ends in the middle', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>'],
    ['a tag that never ends', `<worksheet><sheetData x="${'x'.repeat(5_000_000)}`],
    ['a cell beyond the last column', sheetOf('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')],
  ])('is damaged with %s', async (_, sheet) => {
    await expect(workbookOf({ sheet })).rejects.toMatchObject({ problem: { code: 'workbook-damaged' } })
  })

  test('is too large with more rows than a list has', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(200_001)
    await expect(workbookOf({ sheet: sheetOf(rows) })).rejects.toBeInstanceOf(WorkbookError)
  })
})

test('cells that hold the same are one object, so that a long list takes little memory', async () => {
  const { sheets } = await workbookOf({
    strings: '<sst><si><t>Tày</t></si></sst>',
    sheet: sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c></row>'),
  })
  const [one, other] = sheets[0]?.rows ?? []
  expect(one?.cells[0]).toBe(other?.cells[0])
})
