import type { Language } from '#lib/language.ts'
import type { WrittenSheet } from '#lib/workbook/write.ts'
import type { CertificateRow } from './certificate.contract.ts'
import { shownCode, type CertificateState } from './certificate.ts'

const words = {
  vi: {
    title: 'SỔ CẤP CHỨNG CHỈ, CHỨNG NHẬN',
    name: 'Sổ chứng chỉ',
    headers: [
      'Số vào sổ',
      'Năm',
      'Số hiệu',
      'Họ và tên',
      'Lớp',
      'Đơn vị mở lớp',
      'Ngày cấp',
      'Hết hạn',
      'Tình trạng',
      'Lý do hủy',
      'Mã tra cứu',
    ],
    states: { valid: 'Còn hiệu lực', expired: 'Hết hạn', annulled: 'Đã hủy' } satisfies Record<CertificateState, string>,
  },
  en: {
    title: 'REGISTER OF CERTIFICATES',
    name: 'Certificates',
    headers: [
      'Register no.',
      'Year',
      'Number',
      'Full name',
      'Class',
      'Opened by',
      'Issued on',
      'Expires on',
      'State',
      'Why annulled',
      'Check code',
    ],
    states: { valid: 'Valid', expired: 'Expired', annulled: 'Annulled' } satisfies Record<CertificateState, string>,
  },
}
const widths = [10, 8, 18, 28, 40, 28, 12, 12, 14, 30, 14]

/** The register as offices print it. */
export function certificateSheet(rows: readonly CertificateRow[], language: Language): WrittenSheet {
  const of = words[language]
  const kinds: Record<number, 'number' | 'day'> = { 0: 'number', 6: 'day', 7: 'day' }
  return {
    name: of.name,
    title: [of.title],
    columns: of.headers.map((header, at) => ({ header, width: widths[at] ?? 12, kind: kinds[at] ?? 'text' })),
    rows: rows.map((row) => [
      row.registerNo,
      String(row.year),
      row.number,
      row.name,
      row.classTitle,
      row.opener[language],
      row.issuedOn,
      row.expiresOn,
      of.states[row.state],
      row.annulledWhy,
      shownCode(row.code),
    ]),
  }
}
