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
}
