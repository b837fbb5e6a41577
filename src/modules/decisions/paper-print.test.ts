import PizZip from 'pizzip'
import { expect, test } from 'vitest'
import { templateOf } from './docx/write-templates.node.ts'
import { noOwnTemplates, paperFamilies, paperKinds, type AnnexRow, type Paper } from './paper-data.ts'
import { ownedByProgram, renderPaper } from './paper-print.node.ts'
import { samplePaper } from './paper-sample.ts'
import { fontsOf, pagesOf } from '#tests/pdf-text.ts'

const every = paperKinds.flatMap((kind) => paperFamilies.map((family) => ({ kind, family })))

/** The words of the paper in order, a line a paragraph. */
function wordsOf(docx: Buffer): string[] {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
  const paragraphs = Array.from(xml.matchAll(/<w:p[ >].*?<\/w:p>/gs), ([whole]) =>
    Array.from(whole.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), ([, text = '']) => text).join(''),
  )
  return paragraphs.map((text) => text.replaceAll('&quot;', '"').replaceAll('\u00A0', ' ')).filter((text) => text.trim() !== '')
}

function word(paper: Paper, family: (typeof paperFamilies)[number] = 'state') {
  return renderPaper({ ...paper, family, format: 'docx', templates: noOwnTemplates })
}

test('the state decision reads in the order of NĐ 30/2020', async () => {
  const words = wordsOf(await word(samplePaper('sending', 'state')))

  expect(words.slice(0, 9)).toEqual([
    'ỦY BAN NHÂN DÂN XÃ YÊN SƠN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 15/QĐ-UBND',
    'Yên Sơn, ngày 05 tháng 01 năm 2026',
    'QUYẾT ĐỊNH',
    'Về việc cử cán bộ, công chức đi học lớp Trung cấp lý luận chính trị hệ không tập trung',
    'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ YÊN SƠN',
    'Căn cứ Luật Tổ chức chính quyền địa phương;',
  ])
  expect(words).toContain('QUYẾT ĐỊNH:')
  expect(words.join('\n')).toContain('- Như Điều 3;\n- Sở Nội vụ (báo cáo);\n- Chủ tịch, các Phó Chủ tịch UBND xã;\n- Lưu: VT, VHXH.')
  expect(words.join('\n')).toContain('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLò Văn An\nDANH SÁCH CÁN BỘ, CÔNG CHỨC')
  expect(words).toContain('(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2026 của Chủ tịch Ủy ban nhân dân xã Yên Sơn)')
  expect(words.at(-1)).toBe('Tổng kinh phí: 32.200.000 đồng (Ba mươi hai triệu hai trăm nghìn đồng).')
})

test('the Party decision has the Party title, its number with a dash and T/M', async () => {
  const words = wordsOf(await word(samplePaper('sending', 'party'), 'party')).join('\n')

  expect(words).toContain(
    'ĐẢNG BỘ TỈNH TUYÊN QUANG\nĐẢNG ỦY XÃ YÊN SƠN\nĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 15-QĐ/ĐU\nYên Sơn, ngày 05 tháng 01 năm 2026',
  )
  expect(words).toContain('- Xét đề nghị của Ban Xây dựng Đảng,\nBAN THƯỜNG VỤ ĐẢNG ỦY XÃ YÊN SƠN\nQUYẾT ĐỊNH\nĐiều 1. ')
  expect(words).toContain('T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nHoàng Văn Thắng')
  expect(words).not.toContain('CỘNG HÒA')
})

test('a paper without number and day leaves room for both', async () => {
  const { data } = samplePaper('repayment', 'state') as Extract<Paper, { kind: 'repayment' }>
  const words = wordsOf(await word({ kind: 'repayment', data: { ...data, code: null, issuedOn: null } }))

  expect(words).toContain('Số:       /QĐ-UBND')
  expect(words).toContain('Yên Sơn, ngày      tháng      năm 2026')
  expect(words).toContain('S = 60.000.000 / 72 × (72 − 30) = 35.000.000 đồng')
  expect(words.at(-1)).toBe('Số tiền phải đền bù: 35.000.000 đồng (Ba mươi lăm triệu đồng).')
})

const hostile: AnnexRow = {
  fullName: '#panic("x") *Nguyễn* $1$ {tag} {#danh_sach}',
  bornOn: '01/02/1980',
  postAndUnit: 'Nguyê\u0303n Thị Hươ\u0300ng'.normalize('NFD'),
  course: '#read("/etc/passwd")',
  className: '</w:t>',
  notes: '\\ _a_ @b <c> // d\u0007',
}

test('a name that looks like code or a tag is printed as it is, and letters of two signs as one', async () => {
  const { data } = samplePaper('sending', 'state') as Extract<Paper, { kind: 'sending' }>
  const paper: Paper = { kind: 'sending', data: { ...data, annex: { title: 'Danh sách', rows: [hostile] } } }

  const words = wordsOf(await word(paper))
  const pdf = await renderPaper({ ...paper, family: 'state', format: 'pdf', templates: noOwnTemplates })

  expect(words).toContain(hostile.fullName)
  expect(words).toContain('Nguyễn Thị Hường')
  expect(words).toContain('#read("/etc/passwd")')
  expect(words).toContain('&lt;/w:t&gt;')
  const annex = pagesOf(pdf)[1]?.lines.join(' ').replace(/\s+/g, ' ')
  expect(annex).toContain('#panic("x") *Nguyễn* $1$ {tag}')
  expect(annex).toContain('{#danh_sach}')
  expect(annex).toContain('Nguyễn Thị Hường')
  expect(annex).toContain('</w:t>')
})

test.each(every)('the PDF $kind-$family carries Tinos, and its text is copied as it reads', async ({ kind, family }) => {
  const pdf = await renderPaper({ ...samplePaper(kind, family), family, format: 'pdf', templates: noOwnTemplates })
  const pages = pagesOf(pdf)
  const title = family === 'state' ? 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' : 'ĐẢNG CỘNG SẢN VIỆT NAM'

  expect(fontsOf(pdf).every((font) => font.startsWith('Tinos-'))).toBe(true)
  // In one line, of letters that are all known.
  expect(pages[0]?.lines).toContain(title)
  expect(pages.flatMap(({ lines }) => lines).join('')).not.toContain('\uFFFD')
  expect(pages[0]?.lines).toContain('Yên Sơn, ngày 05 tháng 01 năm 2026')
  expect(pages[0]?.lines.at(-1) === (family === 'state' ? 'Lò Văn An' : 'Hoàng Văn Thắng')).toBe(true)
})

test('a long list goes over many sheets across, each with the head of the table and its number, none on the first', async () => {
  const { data } = samplePaper('sending', 'state') as Extract<Paper, { kind: 'sending' }>
  const rows = Array.from({ length: 300 }, (_, index) => ({ ...hostile, fullName: `Nguyễn Văn ${index + 1}` }))
  const pdf = await renderPaper({
    kind: 'sending',
    data: { ...data, annex: { title: 'Danh sách', rows } },
    family: 'state',
    format: 'pdf',
    templates: noOwnTemplates,
  })
  const [decision, first, ...others] = pagesOf(pdf)

  expect(others.length).toBeGreaterThan(5)
  expect([decision, first].map((page) => page?.lines.some((line) => /^\d$/.test(line)))).toEqual([false, true])
  expect(decision?.lines[0]).not.toMatch(/^\d+$/)
  expect(first?.lines[0]).toBe('DANH SÁCH')
  for (const [index, page] of others.entries()) {
    expect(page.width).toBeGreaterThan(page.height)
    expect(page.lines[0]).toBe(String(index + 2))
    expect(page.lines[1]).toBe('STT')
  }
  expect(others.at(-1)?.lines.join(' ')).toContain('Danh sách gồm 300 người.')
})

test.each(every)('the Word template $kind-$family is what its layout says, in Times New Roman on A4', async ({ kind, family }) => {
  const [kept, made] = await Promise.all([ownedByProgram(kind, family, 'docx'), templateOf(kind, family)])
  const part = (file: Buffer, name: string) => new PizZip(file).file(name)?.asText() ?? ''

  const document = part(kept, 'word/document.xml')
  expect(document === part(made, 'word/document.xml')).toBe(true)
  expect(part(kept, 'word/styles.xml').includes('w:ascii="Times New Roman"')).toBe(true)
  expect(document.match(/w:pgSz w:w="\d+" w:h="\d+"/)?.[0]).toMatch(/"11906" w:h="16838"|"16838" w:h="11906"/)
  // 20 mm above and below, 30 mm at the left and 15 mm at the right.
  if (kind !== 'certificate')
    expect(document.match(/<w:pgMar [^>]*/)?.[0]).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"')
})
