import { costItems, isCostItem } from '#law/training-costs.ts'
import { formatDay, formatInstant } from '#web/format.ts'
import type { RefusalSentence } from '#web/kit/refusal-text.ts'
import { statusWords } from './plan-words.ts'

const day = (value: unknown) => (typeof value === 'string' ? formatDay(value) : '…')
const vnd = (value: unknown) => new Intl.NumberFormat('vi-VN').format(Number(value))
const enVnd = (value: unknown) => new Intl.NumberFormat('en-GB').format(Number(value))
const listed = (value: unknown) => (Array.isArray(value) ? value.join(', ') : '')
const statusOf = (value: unknown) => statusWords[value as keyof typeof statusWords] ?? { vi: String(value), en: String(value) }
const itemOf = (value: unknown) => (typeof value === 'string' && isCostItem(value) ? costItems[value].name : { vi: '', en: '' })
const plain =
  (vi: string, en: string): RefusalSentence =>
  () => ({ vi, en })

/** Why a need, a plan, its line or a payment may not be so. */
export const planRefusals: Record<string, RefusalSentence> = {
  'need-year-past': ({ year }) => ({ vi: `Năm ${year} đã qua.`, en: `The year ${year} is over.` }),
  'need-of-nobody-serving': plain('Hôm nay người này không công tác ở đơn vị nào.', 'Today the person serves in no unit.'),
  'need-struck': ({ by, reason }) => ({
    vi: `${by} đã gạch nhu cầu này: ${reason}. Khôi phục trước đã.`,
    en: `${by} has struck this need: ${reason}. Restore it first.`,
  }),
  'need-not-there': plain('Người này không có nhu cầu ấy trong năm.', 'The person has no such need in the year.'),
  'need-derived': plain(
    'Nhu cầu này đã có trong danh sách theo quy định, không phải thêm.',
    'The rules make it a need already; nothing is to be added.',
  ),
  'need-said-already': ({ by, reason }) => ({
    vi: `Đã có đề nghị của ${by}: ${reason}.`,
    en: `${by} has asked for it already: ${reason}.`,
  }),
  'need-own-application': plain(
    'Đây là đăng ký của cán bộ: đồng ý hoặc gạch, chỉ người đăng ký mới rút.',
    'It is the official’s own application: support or strike it; only the official withdraws it.',
  ),
  'application-answered': ({ by }) => ({
    vi: `${by} đã có ý kiến về đăng ký này, không rút được nữa.`,
    en: `${by} has answered this application; it can no longer be withdrawn.`,
  }),
  'no-needs-of-kind': plain('Không đơn vị nào còn nhu cầu mở về khóa này.', 'No unit has an open need of this course.'),

  'plan-status': ({ status }) => ({
    vi: `Kế hoạch đang ở trạng thái “${statusOf(status).vi}”.`,
    en: `The plan is “${statusOf(status).en}”.`,
  }),
  'plan-empty': plain('Kế hoạch chưa có dòng nào.', 'The plan has no line yet.'),
  'plan-frozen': ({ status }) => ({
    vi: `Kế hoạch “${statusOf(status).vi.toLowerCase()}” không sửa được${status === 'approved' ? '; mở điều chỉnh trước' : ''}.`,
    en: `A plan that is ${statusOf(status).en.toLowerCase()} stands still${status === 'approved' ? '; open it for adjustment first' : ''}.`,
  }),
  'plan-over-budget': ({ over, budget }) => ({
    vi: `Dự toán vượt kinh phí được giao ${vnd(over)} đồng (được giao ${vnd(budget)}).`,
    en: `The lines exceed the budget by ${enVnd(over)} đồng (of ${enVnd(budget)}).`,
  }),
  'plan-year-begun': ({ year }) => ({ vi: `Năm ${year} đã bắt đầu.`, en: `The year ${year} has begun.` }),
  'plan-paper-missing': plain('Chọn văn bản phê duyệt trong sổ quyết định.', 'Choose the paper of the register that approves it.'),
  'plan-reason-missing': plain('Ghi lý do.', 'Say why.'),
  'plan-changed': ({ by, at }) => ({
    vi: `${by} vừa sửa kế hoạch này lúc ${timeOf(at)}. Điều bạn nhập vẫn còn đây: xem bản mới rồi ghi lại.`,
    en: `${by} changed this plan at ${timeOf(at)}. What you typed is still here: look at the new state and save again.`,
  }),
  'plan-title-taken': plain('Đơn vị đã có kế hoạch cùng tên trong năm ấy.', 'The unit has a plan of that name in that year already.'),
  'plan-not-approved': plain('Chỉ ghi chi khi kế hoạch đã được phê duyệt.', 'Payments are recorded once the plan is approved.'),

  'money-below-zero': ({ amount, item }) => ({
    vi: `Số tiền ${vnd(amount)} nhỏ hơn 0${itemOf(item).vi ? ` (${itemOf(item).vi})` : ''}.`,
    en: `The amount ${enVnd(amount)} is below zero${itemOf(item).en ? ` (${itemOf(item).en})` : ''}.`,
  }),
  'cost-item-twice': ({ item }) => ({ vi: `Khoản “${itemOf(item).vi}” ghi hai lần.`, en: `The item “${itemOf(item).en}” stands twice.` }),
  'seat-unit-twice': plain('Một đơn vị được chia chỉ tiêu hai lần.', 'A unit has seats twice.'),
  'seats-beyond': ({ seats, shared }) => ({
    vi: `Đã chia ${shared} suất cho các đơn vị, nhiều hơn ${seats} suất của dòng.`,
    en: `${shared} seats are shared among units, more than the line’s ${seats}.`,
  }),
  'seat-unit-gone': ({ units, unitsEn, on }) => ({
    vi: `Ngày ${day(on)} không còn (hoặc chưa có) đơn vị: ${listed(units)}.`,
    en: `On ${day(on)} there is no such unit: ${listed(unitsEn)}.`,
  }),
  'line-outside-year': ({ on, year }) => ({
    vi: `Ngày ${day(on)} không thuộc năm ${year} của kế hoạch.`,
    en: `${day(on)} lies outside the plan’s year ${year}.`,
  }),
  'line-has-classes': ({ classes }) => ({
    vi: `Đã mở ${classes} lớp từ dòng này.`,
    en: `${classes} classes have been opened from this line.`,
  }),
  'line-has-spending': ({ spent }) => ({
    vi: `Dòng này đã chi ${vnd(spent)} đồng.`,
    en: `${enVnd(spent)} đồng have been paid for this line.`,
  }),

  'payment-not-above-zero': plain('Số tiền chi phải lớn hơn 0.', 'A payment is above zero.'),
  'payment-in-future': ({ on }) => ({ vi: `Ngày chi ${day(on)} sau hôm nay.`, en: `The payment is dated ${day(on)}, later than today.` }),
  'payment-outside-year': ({ on, year }) => ({
    vi: `Ngày chi ${day(on)} không thuộc năm ${year}.`,
    en: `The payment of ${day(on)} lies outside ${year}.`,
  }),
  'voucher-known': ({ voucher }) => ({
    vi: `Chứng từ ${voucher} đã được ghi cho dòng này.`,
    en: `Voucher ${voucher} is recorded for this line already.`,
  }),
  'spent-beyond-plan': ({ over, planned }) => ({
    vi: `Vượt dự toán của dòng ${vnd(over)} đồng (dự toán ${vnd(planned)}).`,
    en: `It exceeds the line’s plan by ${enVnd(over)} đồng (of ${enVnd(planned)}).`,
  }),
}

function timeOf(value: unknown): string {
  return typeof value === 'string' ? formatInstant(value) : '…'
}
