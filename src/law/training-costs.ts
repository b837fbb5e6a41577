import type { Bilingual } from '#lib/language.ts'
import { type Citation, isInForce } from './citation.ts'

/** Whether money is paid for each who is sent, or once for a class that the office opens itself. */
export type CostPer = 'seat' | 'line'

export type CostItem = Citation & { name: Bilingual; per: CostPer }

const document = 'TT 36/2018/TT-BTC'
const since = { document, from: '2018-05-15', to: null } as const // the first day from memory
const seen = { ...since, source: 'S18', verified: true } as const
const memory = { ...since, source: null, verified: false } as const

/** What training may be paid for: first what is paid for the person sent, then what a class costs that an office opens. */
export const costItems = {
  tuition: item('seat', 'Học phí và các khoản bắt buộc', 'Tuition and compulsory fees'),
  materials: item('seat', 'Tài liệu học tập', 'Study materials'),
  meals: item('seat', 'Hỗ trợ tiền ăn', 'Part of meals'),
  travel: item('seat', 'Đi lại (lượt đi và về)', 'Travel to and fro'),
  lodging: item('seat', 'Tiền thuê chỗ nghỉ', 'Lodging'),
  extra: item('seat', 'Hỗ trợ thêm cho nữ, người dân tộc thiểu số', 'Extra for women and ethnic-minority officials'),
  lecturers: opening('Thù lao giảng viên, báo cáo viên', 'Pay of lecturers'),
  lecturer_costs: opening('Đi lại, ăn, nghỉ của giảng viên', "Lecturers' travel, meals and lodging"),
  hall: opening('Thuê hội trường, phòng học, thiết bị', 'Hall, rooms, equipment'),
  stationery: opening('Văn phòng phẩm, in tài liệu', 'Stationery and printing'),
  water: opening('Nước uống phục vụ lớp', 'Water'),
  certificates: opening('In và cấp chứng chỉ', 'Certificates'),
  opening: opening('Khai giảng, bế giảng, khen thưởng', 'Opening, closing, awards'),
  management: opening('Chi phí quản lý lớp', 'Management of the class'),
  other: { ...memory, per: 'line', name: { vi: 'Chi khác', en: 'Other' } },
} satisfies Record<string, CostItem>

export type CostItemCode = keyof typeof costItems

export function isCostItem(code: string): code is CostItemCode {
  return Object.hasOwn(costItems, code)
}

/** The items that may be paid on the day, in the order of the circular. */
export function costItemsOn(day: string): CostItemCode[] {
  return (Object.keys(costItems) as CostItemCode[]).filter((code) => isInForce(costItems[code], day))
}

function item(per: CostPer, vi: string, en: string): CostItem {
  return { ...seen, per, name: { vi, en } }
}

function opening(vi: string, en: string): CostItem {
  return { ...memory, per: 'line', name: { vi, en } }
}
