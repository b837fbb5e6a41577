import PizZip from 'pizzip'
import { beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '#tests/app.ts'
import { decideBoard, listIssuers, nominate, printBoard } from './board-acts.contract.ts'
import { makeBoardClass, makeBoardWorld, paper } from './board.fixture.ts'

let app: TestApp
let world: Awaited<ReturnType<typeof makeBoardWorld>>

beforeAll(async () => {
  app = await testApp()
  world = await makeBoardWorld(app)
}, 60_000)

/** The words of the paper, a line a paragraph. */
function wordsOf(file: unknown): string {
  const xml = new PizZip(file as Buffer).file('word/document.xml')?.asText() ?? ''
  const paragraphs = Array.from(xml.matchAll(/<w:p[ >].*?<\/w:p>/gs), ([whole]) =>
    Array.from(whole.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), ([, text = '']) => text).join(''),
  )
  return paragraphs
    .map((text) => text.replaceAll('\u00A0', ' '))
    .filter((text) => text.trim() !== '')
    .join('\n')
}

test('before the number it is a draft, afterwards the decision with its list, in the frame of whoever issues it', async () => {
  const { district, an, cuong } = world
  const classId = await makeBoardClass(app, district)
  await expect(app.call(printBoard, { classId, kind: 'sending', format: 'docx' })).rejects.toMatchObject({ status: 404 })
  const { revision } = await app.call(nominate, { classId, revision: 0, personIds: [cuong, an] })

  const { issuedOn: _, ...draft } = paper
  const drafted = wordsOf(await app.call(printBoard, { classId, kind: 'sending', format: 'docx', ...draft, issuerUnitId: undefined }))
  expect(drafted).toMatch(/Số +-QĐ\/HU/)
  expect(drafted).toContain('Cử 02 đồng chí có tên trong danh sách kèm theo đi học lớp Trung cấp lý luận chính trị khóa')

  const { decisionId, code } = await app.call(decideBoard, { classId, revision, ...paper, issuerUnitId: district })
  const made = wordsOf(await app.call(printBoard, { classId, kind: 'sending', format: 'docx', decisionId }))
  expect(made).toContain(`ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố ${code}\n`)
  expect(made).toContain('T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nMa Văn Hòa')
  expect(made).toContain('Quy định số 350-QĐ/TW')
  expect(made.indexOf('Nguyễn Văn An')).toBeLessThan(made.indexOf('Lê Văn Cường'))
  expect(made).toContain('Công chức, xã Đồi Nam')

  const letter = wordsOf(await app.call(printBoard, { classId, kind: 'call_up', format: 'docx', decisionId }))
  expect(letter).toContain('GIẤY TRIỆU TẬP')
  expect(letter).toContain('từ ngày 07/12/2026 đến hết ngày 06/12/2027')
  const pdf = await app.call(printBoard, { classId, kind: 'sending', format: 'pdf', decisionId })
  expect(
    Buffer.from(pdf as unknown as Uint8Array)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test("the State's decision names the chairman, its decree and the service owed after postgraduate study", async () => {
  const { district, an } = world
  const classId = await makeBoardClass(app, district, { kind: 'DT_SDH_THS', title: 'Thạc sĩ Luật', closedOn: '2028-12-07', mode: 'VLVH' })
  const { revision } = await app.call(nominate, { classId, revision: 0, personIds: [an] })
  const state = {
    ...paper,
    family: 'state' as const,
    issuer: 'UBND huyện Sông Trong',
    symbol: 'QĐ-UBND',
    signerTitle: 'KT. Chủ tịch, Phó Chủ tịch',
  }
  const { decisionId, code } = await app.call(decideBoard, { classId, revision, ...state })

  const words = wordsOf(await app.call(printBoard, { classId, kind: 'sending', format: 'docx', decisionId }))
  expect(words).toContain(`ỦY BAN NHÂN DÂN HUYỆN SÔNG TRONG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: ${code}`)
  expect(words).toContain('Sông Trong, ngày 23 tháng 11 năm 2026')
  expect(words).toContain('Nghị định số 171/2025/NĐ-CP')
  expect(words).toContain('phục vụ ít nhất 72 tháng theo cam kết và quy định tại NĐ 171/2025/NĐ-CP')
  expect((await app.call(listIssuers, { classId })).issuers).toMatchObject([
    { issuer: 'Huyện ủy Sông Trong', family: 'party', nextCode: '02-QĐ/HU', signer: 'Ma Văn Hòa' },
    { issuer: 'UBND huyện Sông Trong', family: 'state', nextCode: '02/QĐ-UBND' },
  ])
})
