import { BorderStyle, type ISectionOptions, PageBorderDisplay, PageBorderOffsetFrom, PageOrientation, type Paragraph, Table } from 'docx'
import { mm } from './lengths.ts'
import type { PaperFamily } from '#modules/decisions/paper-data.ts'
import { issuer, motto, partyTitle } from './heads.node.ts'
import { centred, columns, each, line, signature } from './parts.node.ts'

const red = '9C1C1C'
const frame = { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: red, space: 22 }
const width = 253

/** A sheet across for each person, in a frame. */
export function certificate(family: PaperFamily): ISectionOptions[] {
  const half = width / 2
  const top = columns(
    { width: half, blocks: issuer(13, half) },
    { width: half, blocks: family === 'state' ? motto(half) : partyTitle(half) },
  )
  return [
    {
      properties: {
        page: {
          size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
          margin: { top: mm(18), bottom: mm(16), left: mm(22), right: mm(22), header: mm(5), footer: mm(5) },
          borders: {
            pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.PAGE },
            pageBorderTop: frame,
            pageBorderBottom: frame,
            pageBorderLeft: frame,
            pageBorderRight: frame,
          },
        },
      },
      children: [
        ...each('chung_chi', ...each('la_to_sau', line('', { size: 2, newPage: true })), top, ...middle(), bottom(family === 'state')),
      ],
    },
  ]
}

function middle(): (Paragraph | Table)[] {
  return [
    centred('{tieu_de}', { size: 30, bold: true, color: red, before: 40 }),
    centred('{nguoi_cap}', { bold: true, italics: true, before: 4 }),
    centred('cấp cho', { before: 2 }),
    centred('{ho_ten}', { size: 22, bold: true, before: 4, after: 10 }),
    ...[
      ['ngay_sinh', 'Ngày sinh'],
      ['noi_sinh', 'Nơi sinh'],
      ['chuc_vu_don_vi', 'Chức vụ, đơn vị'],
      ['khoa_hoc', 'Đã hoàn thành'],
      ['lop', 'Lớp'],
      ['thoi_gian', 'Thời gian'],
      ['xep_loai', 'Xếp loại'],
    ].flatMap(([tag = '', label = '']) => each(tag, item(label, tag))),
    line('', { size: 30 }),
  ]
}

function item(label: string, tag: string): Table {
  return columns(
    { width: 40, blocks: [line('')] },
    { width: 48, blocks: [line(`${label}:`, { after: 3 })] },
    { width: width - 88, blocks: [line(`**{${tag}}**`, { after: 3 })] },
  )
}

function bottom(isTitleBold: boolean): Table {
  return columns(
    { width: 38, blocks: [line('{@ma_qr}')] },
    {
      width: width - 38 - 105,
      blocks: [
        line('', { size: 12, before: 30 }),
        line('Số hiệu: **{so_hieu}**', { size: 12 }),
        line('Số vào sổ: **{so_vao_so}**', { size: 12 }),
        line('Mã kiểm tra: **{ma_kiem_tra}**', { size: 12 }),
        line('{dia_chi_kiem_tra}', { size: 9 }),
      ],
    },
    { width: 105, blocks: [centred('{dia_danh}, {ngay_thang}', { italics: true, after: 3 }), ...signature(isTitleBold, 3)] },
  )
}
