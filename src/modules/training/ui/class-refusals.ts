import { formatDay } from '#web/format.ts'
import type { RefusalSentence } from '#web/kit/refusal-text.ts'
import { partNames } from './session-words.ts'

const day = (value: unknown) => (typeof value === 'string' ? formatDay(value) : '…')
const days = (value: unknown) =>
  Array.isArray(value) ? value.slice(0, 5).map(day).join(', ') + (value.length > 5 ? `… (${value.length})` : '') : ''
const part = (value: unknown) => (typeof value === 'string' && value in partNames ? partNames[value as keyof typeof partNames] : null)
const plain =
  (vi: string, en: string): RefusalSentence =>
  () => ({ vi, en })

/** Sentences about sessions, rosters, attendance and feedback of a class. */
export const classRefusals: Record<string, RefusalSentence> = {
  'over-seats': ({ seats, after }) => ({
    vi: `Lớp có ${seats} chỗ; sau khi ghi sẽ có ${after} học viên.`,
    en: `The class has ${seats} seats; it would then have ${after} trainees.`,
  }),
  'roster-empty': plain('Chưa chọn ai để ghi vào lớp.', 'Nobody is chosen to be entered.'),
  'learner-twice': plain('Một người đứng hai lần trong danh sách.', 'One person stands twice in the list.'),
  'number-taken': ({ rows }) => ({
    vi: `Số định danh đã thuộc về người khác (dòng ${Array.isArray(rows) ? rows.join(', ') : ''}).`,
    en: `The personal ID number belongs to somebody else (row ${Array.isArray(rows) ? rows.join(', ') : ''}).`,
  }),
  'birth-to-come': ({ names }) => ({
    vi: `Ngày sinh sau hôm nay: ${Array.isArray(names) ? names.slice(0, 5).join(', ') : ''}.`,
    en: `Born after today: ${Array.isArray(names) ? names.slice(0, 5).join(', ') : ''}.`,
  }),
  'session-no-day': plain('Từ ngày đến ngày đã chọn không có thứ nào như vậy.', 'No day of the period falls on these days of the week.'),
  'session-too-many': ({ most }) => ({ vi: `Mỗi lần thêm tối đa ${most} buổi.`, en: `At most ${most} sessions are added at once.` }),
  'session-outside-class': ({ days: which, from }) => ({
    vi: `Ngoài thời gian của lớp (khai giảng ${day(from)}): ${days(which)}.`,
    en: `Outside the days of the class (opening ${day(from)}): ${days(which)}.`,
  }),
  'session-taken': ({ days: which }) => ({
    vi: `Lớp đã có buổi học vào đúng buổi ấy${which ? `: ${days(which)}` : ''}.`,
    en: `The class already has a session at that time${which ? `: ${days(which)}` : ''}.`,
  }),
  'periods-over-class': ({ periods, most }) => ({
    vi: `Các buổi cộng lại ${periods} tiết, quá thời lượng ${most} tiết của lớp.`,
    en: `The sessions add up to ${periods} periods, more than the ${most} of the class.`,
  }),
  'lecturer-busy': ({ lecturer, day: on, part: when, class: title }) => ({
    vi: `Giảng viên ${lecturer} đã dạy ${title ?? 'một lớp khác'}, buổi ${part(when)?.vi ?? ''} ${day(on)}.`,
    en: `Lecturer ${lecturer} teaches ${title ?? 'another class'} on ${day(on)}, ${part(when)?.en ?? ''}.`,
  }),
  'room-busy': ({ place, day: on, part: when, class: title }) => ({
    vi: `${place} đã dành cho ${title ?? 'một lớp khác'}, buổi ${part(when)?.vi ?? ''} ${day(on)}.`,
    en: `${place} is taken by ${title ?? 'another class'} on ${day(on)}, ${part(when)?.en ?? ''}.`,
  }),
  'session-has-marks': ({ marks }) => ({
    vi: `Buổi này đã điểm danh ${marks} lượt; bỏ buổi thì các lượt ấy cũng bỏ.`,
    en: `This session has ${marks} marks of attendance; they go with it.`,
  }),
  'feedback-no-learners': plain('Lớp chưa có học viên nào để hỏi.', 'The class has no trainees to ask.'),
  'feedback-too-early': ({ on }) => ({
    vi: `Lớp khai giảng ngày ${day(on)}; chưa hỏi được.`,
    en: `The class opens on ${day(on)}; it cannot be asked yet.`,
  }),
  'feedback-until-past': ({ on }) => ({ vi: `Hạn ${day(on)} đã qua.`, en: `${day(on)} is past.` }),
  'feedback-closed': plain('Phiếu phản hồi của lớp đã hết hạn.', 'Feedback on this class is closed.'),
  'feedback-full': plain('Đã nhận đủ số phiếu bằng số học viên của lớp.', 'As many answers as trainees have been given.'),
}
