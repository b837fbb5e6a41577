import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import type { RefusalSentence } from '#web/kit/refusal-text.ts'
import { boardRefusals } from './board-refusals.ts'
import { commitmentRefusals } from './commitment-refusals.ts'
import { resultRefusals } from './result-refusals.ts'
import { proposalRefusals } from './proposal-refusals.ts'
import { planRefusals } from './plan-refusals.ts'
import { classRefusals } from './class-refusals.ts'

const day = (value: unknown) => (typeof value === 'string' ? value.split('-').toReversed().join('/') : '…')
const listed = (value: unknown) =>
  Array.isArray(value) ? value.slice(0, 5).join(', ') + (value.length > 5 ? `… (${value.length})` : '') : ''
const kindName = (value: unknown) =>
  typeof value === 'string' && isTrainingKind(value) ? trainingKinds[value].name : { vi: String(value), en: String(value) }
const plain =
  (vi: string, en: string): RefusalSentence =>
  () => ({ vi, en })
const unverified = { vi: ' (chưa đối chiếu bản gốc)', en: ' (not checked against the original)' }

export const refusals: Record<string, RefusalSentence> = {
  ...boardRefusals,
  ...resultRefusals,
  ...commitmentRefusals,
  ...planRefusals,
  ...proposalRefusals,
  ...classRefusals,
  'training-kind-unknown': plain('Loại khóa học này không có trong danh mục.', 'There is no such kind of course in the list.'),
  'already-sent': ({ kind }) => ({
    vi: `Đang được cử học ${kindName(kind).vi.toLowerCase()}, chưa có kết quả.`,
    en: `Sent to the same course (${kindName(kind).en}) already, without an outcome yet.`,
  }),
  'training-too-old': ({ age, limit, document, verified }) => ({
    vi: `${age} tuổi, quá ${limit} tuổi khi cử đào tạo sau đại học lần đầu (${document}${verified ? '' : unverified.vi}).`,
    en: `${age} years old, over ${limit} for a first postgraduate course (${document}${verified ? '' : unverified.en}).`,
  }),
  'training-too-young': ({ age, limit, document, verified }) => ({
    vi: `${age} tuổi, chưa đủ ${limit} tuổi để học hệ không tập trung (${document}${verified ? '' : unverified.vi}).`,
    en: `${age} years old, under ${limit} for part-time study (${document}${verified ? '' : unverified.en}).`,
  }),
  'sending-cancelled': plain('Việc cử đi học này đã hủy.', 'This sending has been cancelled.'),
  'outcome-known': plain('Đã có kết quả học, không hủy được.', 'It has an outcome and cannot be cancelled.'),
  'outcome-in-future': ({ on }) => ({
    vi: `Ngày có kết quả ${day(on)} sau hôm nay.`,
    en: `The outcome is dated ${day(on)}, later than today.`,
  }),
  'level-missing': plain(
    'Chọn trình độ đạt được: loại khóa này không nói rõ.',
    'Choose the level reached: this kind of course does not say it.',
  ),
  'class-has-list': ({ listed: count }) => ({
    vi: `Lớp đã có danh sách ${count} học viên; không ghi số lượng riêng.`,
    en: `The class lists ${count} trainees; it takes no head count beside.`,
  }),
  'class-head-count-only': ({ headCount }) => ({
    vi: `Lớp đang ghi theo số lượng (${headCount}); bỏ số lượng trước khi ghi từng học viên.`,
    en: `The class is known by its head count (${headCount}); drop that before entering trainees.`,
  }),
  'class-once': plain('Lớp vừa được người khác sửa; tải lại trang.', 'Someone else has just corrected this class; load the page again.'),
  'attended-once': plain(
    'Người khác vừa ghi điểm danh buổi này; tải lại trang.',
    'Someone else has just taken this attendance; load the page again.',
  ),
  'class-feedback-code': plain('Lớp đã có mã lấy ý kiến; tải lại trang.', 'The class has a feedback code already; load the page again.'),
  'need-said-once': plain(
    'Người khác vừa ghi ý kiến về nhu cầu này; tải lại trang.',
    'Someone else has just said something of this need; load the page again.',
  ),
  'enrolled-once': plain('Mỗi người ghi một lần trong một lớp.', 'A person is entered once in a class.'),
  'already-enrolled': ({ names }) => ({ vi: `Đã có trong lớp: ${listed(names)}.`, en: `In the class already: ${listed(names)}.` }),
  'not-serving-then': ({ names }) => ({
    vi: `Ngày khai giảng hồ sơ chưa ghi nơi công tác của: ${listed(names)}.`,
    en: `On the opening day the files name no unit of: ${listed(names)}.`,
  }),
}
