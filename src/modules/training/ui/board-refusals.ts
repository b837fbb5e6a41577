import type { RefusalSentence } from '#web/kit/refusal-text.ts'

const day = (value: unknown) => (typeof value === 'string' ? value.split('-').toReversed().join('/') : '…')
const listed = (value: unknown) =>
  Array.isArray(value) ? value.slice(0, 5).join(', ') + (value.length > 5 ? `… (${value.length})` : '') : ''
const plain =
  (vi: string, en: string): RefusalSentence =>
  () => ({ vi, en })

/** Why an act at a nomination board is refused. */
export const boardRefusals: Record<string, RefusalSentence> = {
  'board-changed': ({ by }) => ({
    vi: by
      ? `${String(by)} vừa thay đổi bảng này. Bảng đã được tải lại; xin xem rồi làm lại.`
      : 'Bảng này vừa thay đổi và đã được tải lại; xin xem rồi làm lại.',
    en: by
      ? `${String(by)} has just changed this board. It has been read again: look, and do it again.`
      : 'This board has just changed and been read again: look, and do it again.',
  }),
  'board-empty': plain('Chưa có ai trong danh sách đề nghị.', 'Nobody is nominated yet.'),
  'class-over': ({ on }) => ({ vi: `Lớp đã bế giảng trước ngày ${day(on)}.`, en: `The class was over before ${day(on)}.` }),
  'already-nominated': ({ names }) => ({
    vi: `Đã có trong danh sách đề nghị: ${listed(names)}.`,
    en: `Nominated already: ${listed(names)}.`,
  }),
  'nominated-once': plain('Mỗi người chỉ được đề nghị một lần vào một lớp.', 'A person is nominated once for a class.'),
  'serves-nowhere': ({ names }) => ({
    vi: `Hồ sơ chưa ghi nơi công tác hiện nay của: ${listed(names)}.`,
    en: `The files name no present unit of: ${listed(names)}.`,
  }),
  'unit-twice': plain('Một đơn vị được ghi hai lần.', 'A unit is named twice.'),
  'units-not-on-day': ({ names }) => ({
    vi: `Không còn hoặc chưa có vào ngày khai giảng: ${listed(names)}.`,
    en: `Not there on the opening day: ${listed(names)}.`,
  }),
  'seats-over-class': ({ shared, seats }) => ({
    vi: `Phân bổ ${String(shared)} chỉ tiêu trong khi lớp chỉ có ${String(seats)} chỗ.`,
    en: `${String(shared)} seats are shared out; the class has ${String(seats)}.`,
  }),
  'more-than-seats': ({ people, seats }) => ({
    vi: `${String(people)} người cho ${String(seats)} chỗ: rút bớt, hoặc sửa số chỗ của lớp.`,
    en: `${String(people)} people for ${String(seats)} seats: take some back, or correct the seats of the class.`,
  }),
  'warnings-stand': ({ names }) => ({
    vi: `Còn điều kiện chưa đạt mà chưa ai nêu lý do: ${listed(names)}.`,
    en: `Conditions not met that nobody has answered for: ${listed(names)}.`,
  }),
  'nothing-to-answer-for': plain('Điều kiện này đã đạt hoặc không hỏi đến nữa.', 'This condition is met, or asked no more.'),
  'over-quota': ({ names }) => ({ vi: `Vượt chỉ tiêu của đơn vị: ${listed(names)}.`, en: `Over the unit's seats: ${listed(names)}.` }),
  'sent-after-start': ({ on }) => ({
    vi: `Quyết định ký sau ngày khai giảng ${day(on)}.`,
    en: `The decision is dated after the class began on ${day(on)}.`,
  }),
  'committed-once': plain('Cam kết phục vụ của lần cử này đã được ghi.', 'The service owed for this sending is recorded already.'),
}
