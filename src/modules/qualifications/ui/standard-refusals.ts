import { isRequirement, requirements } from '#law/requirements.ts'
import type { RefusalSentence } from '#web/kit/refusal-text.ts'

const day = (value: unknown) => (typeof value === 'string' ? value.split('-').toReversed().join('/') : '…')
const nameOf = (requirement: unknown) =>
  typeof requirement === 'string' && isRequirement(requirement)
    ? requirements[requirement]
    : { vi: String(requirement), en: String(requirement) }

/** What may be said against a standard of a title. */
export const standardRefusals: Record<string, RefusalSentence> = {
  'standard-level-unknown': ({ requirement }) => ({
    vi: `Chọn một trình độ trong danh mục của tiêu chuẩn “${nameOf(requirement).vi}”.`,
    en: `Choose a level of the list of “${nameOf(requirement).en}”.`,
  }),
  'standard-language-unknown': () => ({ vi: 'Ngôn ngữ này không có trong danh mục.', en: 'There is no such language in the list.' }),
  'standard-periods': () => ({
    vi: 'Số tiết chỉ ghi, và phải ghi, cho tiêu chuẩn bồi dưỡng hằng năm.',
    en: 'Periods are given for yearly training, and for it only.',
  }),
  'standard-once': ({ requirement, from, to }) => ({
    vi: `Chức danh đã có tiêu chuẩn “${nameOf(requirement).vi}” từ ${day(from)} đến ${day(to)}: hãy sửa hoặc cho tiêu chuẩn ấy hết hiệu lực.`,
    en: `The title has a standard of “${nameOf(requirement).en}” from ${day(from)} to ${day(to)} already: change that one or end it.`,
  }),
  'standard-outside-title': ({ from, to }) => ({
    vi: `Thời gian ấy không có chức danh này (chức danh có từ ${day(from)} đến ${day(to)}).`,
    en: `The title does not exist in that period (it is there from ${day(from)} to ${day(to)}).`,
  }),
  'standard-ended': ({ on }) => ({ vi: `Đã hết hiệu lực từ ${day(on)}.`, en: `It ended on ${day(on)} already.` }),
  'weight-follows': ({ from }) => ({
    vi: `Đã có mức ưu tiên áp dụng từ ${day(from)}, sau ngày này.`,
    en: `A weight is set from ${day(from)} on, later than this day.`,
  }),
  'post-weighed-once': () => ({
    vi: 'Chức danh đã có mức ưu tiên trong thời gian ấy.',
    en: 'The title has a weight in that period already.',
  }),
}
