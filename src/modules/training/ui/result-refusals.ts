import type { RefusalSentence } from '#web/kit/refusal-text.ts'
import { stateNames } from './result-messages.ts'

const day = (value: unknown) => (typeof value === 'string' ? value.split('-').toReversed().join('/') : '…')
const listed = (value: unknown) =>
  Array.isArray(value) ? value.slice(0, 5).join(', ') + (value.length > 5 ? `… (${value.length})` : '') : ''
const unverified = { vi: ' (chưa đối chiếu bản gốc)', en: ' (not checked against the original)' }
const plain =
  (vi: string, en: string): RefusalSentence =>
  () => ({ vi, en })
const stateName = (value: unknown) => stateNames[value as keyof typeof stateNames] ?? { vi: '', en: '' }

export const resultRefusals: Record<string, RefusalSentence> = {
  'learner-twice': plain('Một học viên có hai kết quả.', 'One trainee is given two results.'),
  'result-before-class': ({ on, openedOn }) => ({
    vi: `Ngày kết quả ${day(on)} trước ngày khai giảng ${day(openedOn)}.`,
    en: `The result is dated ${day(on)}, before the class opened on ${day(openedOn)}.`,
  }),
  'result-known': ({ names }) => ({
    vi: `Đã có kết quả: ${listed(names)}. Muốn sửa, ghi lý do đính chính.`,
    en: `Results are known of: ${listed(names)}. To correct them, say why.`,
  }),
  'result-move': ({ to, names }) => ({
    vi: `Không chuyển được sang “${stateName(to).vi.toLowerCase()}”: ${listed(names)}.`,
    en: `Cannot become “${stateName(to).en.toLowerCase()}”: ${listed(names)}.`,
  }),
  'certificate-falls': ({ names }) => ({
    vi: `Đã cấp chứng chỉ; sửa kết quả thì chứng chỉ bị hủy: ${listed(names)}.`,
    en: `Certificates were issued and fall with the result: ${listed(names)}.`,
  }),
  'attendance-low': ({ names, share, document, verified }) => ({
    vi: `Có mặt dưới ${share}% số buổi: ${listed(names)} (${document}${verified ? '' : unverified.vi}).`,
    en: `At fewer than ${share}% of the sessions: ${listed(names)} (${document}${verified ? '' : unverified.en}).`,
  }),
  'nobody-to-certify': plain('Không có học viên hoàn thành nào chưa được cấp.', 'Nobody who completed the class is without a certificate.'),
  'not-completed': ({ names }) => ({ vi: `Chưa hoàn thành lớp: ${listed(names)}.`, en: `Have not completed the class: ${listed(names)}.` }),
  'certificate-issued': ({ names }) => ({ vi: `Đã được cấp: ${listed(names)}.`, en: `Have a certificate already: ${listed(names)}.` }),
  'certificate-in-future': ({ on }) => ({ vi: `Ngày cấp ${day(on)} sau hôm nay.`, en: `Issued on ${day(on)}, later than today.` }),
  'certificate-before-result': ({ names }) => ({
    vi: `Ngày cấp trước ngày có kết quả của: ${listed(names)}.`,
    en: `Issued before the result of: ${listed(names)}.`,
  }),
  'pattern-without-number': ({ place }) => ({
    vi: `Mẫu số hiệu phải có ${String(place)} để các số khác nhau.`,
    en: `The pattern must hold ${String(place)}, so that the numbers differ.`,
  }),
  'register-no-taken': plain(
    'Số vào sổ vừa được người khác dùng; làm lại.',
    'Someone else has just taken this register number; try again.',
  ),
  'certified-once': plain('Mỗi học viên được cấp một lần cho một lớp.', 'A trainee is given one certificate for a class.'),
  'annulled-in-future': ({ on }) => ({ vi: `Ngày hủy ${day(on)} sau hôm nay.`, en: `Annulled on ${day(on)}, later than today.` }),
}
