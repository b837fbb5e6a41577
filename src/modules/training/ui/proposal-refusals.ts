import type { RefusalSentence } from '#web/kit/refusal-text.ts'

const vnd = (value: unknown) => new Intl.NumberFormat('vi-VN').format(Number(value))
const enVnd = (value: unknown) => new Intl.NumberFormat('en-GB').format(Number(value))
const plain =
  (vi: string, en: string): RefusalSentence =>
  () => ({ vi, en })

/** Why a proposal may not be asked for, changed or used. */
export const proposalRefusals: Record<string, RefusalSentence> = {
  'proposal-working': plain('Đang lập một đề xuất cho kế hoạch này.', 'A proposal for this plan is being worked out.'),
  'proposal-no-lines': plain(
    'Kế hoạch chưa có dòng nào, nên chưa có lớp để cử đi học.',
    'The plan has no line yet, so there is nothing to send anybody to.',
  ),
  'proposal-not-working': plain('Không có đề xuất nào đang được lập.', 'No proposal is being worked out.'),
  'proposal-not-done': plain('Đề xuất chưa lập xong.', 'The proposal is not finished.'),
  'proposal-changed': plain(
    'Người khác vừa sửa đề xuất này. Tải lại để xem bản mới rồi làm tiếp.',
    'Somebody else has just changed this proposal. Load it again and go on.',
  ),
  'proposal-condition': plain('Chưa đủ điều kiện dự lớp này.', 'The conditions of this class are not met.'),
  'proposal-busy': plain(
    'Trong thời gian đó người này đang đi học hoặc biệt phái.',
    'The person is away studying or seconded at that time.',
  ),
  'proposal-other-kind': plain('Lớp này không đáp ứng nhu cầu ấy.', 'This class does not meet that need.'),
  'proposal-clash': plain('Người này đã được xếp một lớp khác cùng thời gian.', 'The person is in another class at the same time.'),
  'proposal-seat': ({ seats }) => ({ vi: `Lớp đã đủ ${seats} người.`, en: `All ${seats} seats are taken.` }),
  'proposal-share': plain('Đơn vị đã dùng hết chỉ tiêu của lớp này.', 'The unit has used up its seats in this class.'),
  'proposal-away': ({ away, limit }) => ({
    vi: `Có ngày đơn vị vắng ${away} người, mức đã đặt là ${limit}.`,
    en: `On some day ${away} of the unit would be away; the limit set is ${limit}.`,
  }),
  'proposal-money': ({ spent, budget }) => ({
    vi: `Sẽ cần ${vnd(spent)} đồng, kinh phí chỉ có ${vnd(budget)} đồng.`,
    en: `It would cost ${enVnd(spent)} đồng; there are ${enVnd(budget)}.`,
  }),
}
