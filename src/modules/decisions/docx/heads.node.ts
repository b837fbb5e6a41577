import { type Paragraph, type Table } from 'docx'
import type { PaperFamily } from '#modules/decisions/paper-data.ts'
import { centred, each, line, places, rule } from './parts.node.ts'

/** The place of the state's motto must hold 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' of 13 points in one line. */
const stateWidths: [number, number] = [61, 104]
const partyWidths: [number, number] = [82, 83]

/** National title or Party title, issuing body, number, place and day. */
export function head(family: PaperFamily): (Paragraph | Table)[] {
  return [family === 'state' ? stateHead(...stateWidths) : partyHead(...partyWidths)]
}

function stateHead(left: number, right: number): Table {
  return places(
    [left, right],
    [issuer(13, left), motto(right)],
    [[centred('Số: {so_ky_hieu}', { size: 13, before: 4 })], [centred('{dia_danh}, {ngay_thang}', { italics: true, before: 4 })]],
  )
}

function partyHead(left: number, right: number): Table {
  const names = [...each('co_quan_cap_tren', centred('{co_quan_cap_tren}')), centred('{co_quan}', { bold: true })]
  return places(
    [left, right],
    [names, partyTitle(right)],
    [[centred('*'), centred('Số {so_ky_hieu}')], [centred('{dia_danh}, {ngay_thang}', { italics: true, before: 4 })]],
  )
}

export function issuer(size: number, width: number): (Paragraph | Table)[] {
  return [...each('co_quan_cap_tren', centred('{co_quan_cap_tren}', { size })), centred('{co_quan}', { size, bold: true }), rule(22, width)]
}

export function motto(width: number): Paragraph[] {
  return [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 13, bold: true }),
    centred('Độc lập - Tự do - Hạnh phúc', { bold: true }),
    rule(66, width),
  ]
}

export function partyTitle(width: number): Paragraph[] {
  return [centred('ĐẢNG CỘNG SẢN VIỆT NAM', { size: 15, bold: true }), rule(73, width)]
}

/** The name of the kind and the subject under it. */
export function title(family: PaperFamily, subject: string): Paragraph[] {
  if (family === 'state')
    return [centred('{ten_loai}', { bold: true, before: 16 }), centred(subject, { bold: true, sides: 10 }), rule(45, 165, 8)]
  return [
    centred('{ten_loai}', { size: 16, bold: true, before: 16 }),
    centred(subject, { bold: true, sides: 10 }),
    centred('-----', { after: 8 }),
  ]
}

/** The annex's own heading, with the paper that it belongs to. */
export function annexTitle(width: number, newPage = false): Paragraph[] {
  return [centred('{phu_luc_ten}', { bold: true, newPage }), centred('({kem_theo})', { italics: true }), rule(45, width, 8)]
}

export function after(): Paragraph {
  return line('', { size: 6 })
}
