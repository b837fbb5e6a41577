import type { RefusalSentence } from '#web/kit/refusal-text.ts'

const day = (value: unknown) => (typeof value === 'string' ? value.split('-').toReversed().join('/') : '…')
const unverified = { vi: ' (chưa đối chiếu bản gốc)', en: ' (not checked against the original)' }
const plain =
  (vi: string, en: string): RefusalSentence =>
  () => ({ vi, en })

export const commitmentRefusals: Record<string, RefusalSentence> = {
  'committed-once': plain('Lần cử đi học này đã có cam kết.', 'This sending has its commitment already.'),
  'commitment-rule-unknown': ({ on }) => ({
    vi: `Chưa có quy định về cam kết cho ngày cử ${day(on)}; ghi số tháng cam kết theo văn bản.`,
    en: `No rule on commitments is known for a sending on ${day(on)}; enter the months as the paper says.`,
  }),
  'commitment-too-short': ({ months, least, document, verified }) => ({
    vi: `${String(months)} tháng, ít hơn ${String(least)} tháng (${String(document)}${verified ? '' : unverified.vi}).`,
    en: `${String(months)} months, fewer than ${String(least)} (${String(document)}${verified ? '' : unverified.en}).`,
  }),
  'cost-is-pay': ({ line }) => ({
    vi: `Dòng ${String(line)}: tiền lương, phụ cấp không tính vào chi phí đền bù.`,
    en: `Line ${String(line)}: pay and allowances are not paid back.`,
  }),
  'cost-item-unknown': ({ line }) => ({
    vi: `Dòng ${String(line)}: khoản chi không có trong danh mục.`,
    en: `Line ${String(line)}: there is no such item in the list.`,
  }),
  'costs-missing': plain('Chưa ghi chi phí đào tạo đã chi.', 'What the study cost has not been entered yet.'),
  'nothing-owed': plain('Đã phục vụ đủ thời gian cam kết, không phải đền bù.', 'The committed time has been served: nothing is owed.'),
  'study-has-ended': ({ on }) => ({
    vi: `Khóa học đã kết thúc ngày ${day(on)}; chọn trường hợp thôi việc hoặc buộc thôi việc sau đào tạo.`,
    en: `The study ended on ${day(on)}; choose leaving or dismissal afterwards.`,
  }),
  'repayment-recorded': plain('Đã ghi mức đền bù của cam kết này.', 'A repayment has been recorded for this commitment.'),
  'repayment-in-future': ({ on }) => ({ vi: `Ngày ${day(on)} sau hôm nay.`, en: `${day(on)} is later than today.` }),
  'repayment-settled': plain('Khoản đền bù này đã nộp hoặc đã được miễn.', 'This repayment has been paid or waived.'),
  'waiver-without-paper': plain('Miễn đền bù phải có quyết định.', 'A waiver needs its decision.'),
}
