import { levelName } from '#law/qualifications.ts'
import type { RefusalSentence } from '#web/kit/refusal-text.ts'
import { standardRefusals } from './standard-refusals.ts'

const day = (value: unknown) => (typeof value === 'string' ? value.split('-').toReversed().join('/') : '…')
const plain =
  (vi: string, en: string): RefusalSentence =>
  () => ({ vi, en })

export const refusals: Record<string, RefusalSentence> = {
  ...standardRefusals,
  'level-unknown': plain('Trình độ này không có trong danh mục.', 'There is no such level in the list.'),
  'language-missing': plain('Chọn ngôn ngữ.', 'Choose the language.'),
  'diploma-in-future': ({ on }) => ({
    vi: `Ngày cấp bằng ${day(on)} sau hôm nay.`,
    en: `The diploma is dated ${day(on)}, later than today.`,
  }),
  'qualification-held': ({ kind, level }) => {
    const name = levelName(String(kind), String(level))
    return { vi: `Hồ sơ đã ghi ${name.vi} cùng loại, cùng chuyên ngành.`, en: `${name.en} of the same kind and field is recorded already.` }
  },
  'accepted-field-once': plain(
    'Ngành này đã được chấp nhận cho chức danh trong thời gian ấy.',
    'This field is accepted for the title in that period already.',
  ),
  'not-being-studied': plain('Trình độ này không ở trạng thái đang học.', 'This qualification is not being studied.'),
}
