import type { RefusalSentence } from '#web/kit/refusal-text.ts'

const list = (tags: unknown) => (Array.isArray(tags) ? tags.map((tag) => `{${tag}}`).join(', ') : '')

/** Why a template is not taken. */
export const templateRefusals: Record<string, RefusalSentence> = {
  'template-kind': ({ format }) => ({
    vi: format === 'docx' ? 'Mẫu Word phải là tệp .docx.' : 'Mẫu PDF phải là tệp .typ (Typst).',
    en: format === 'docx' ? 'A Word template must be a .docx file.' : 'A PDF template must be a .typ (Typst) file.',
  }),
  'template-typ': ({ line, message }) => ({
    vi: line ? `Dòng ${line} của mẫu có lỗi: ${message}.` : `Mẫu không dựng được với dữ liệu ví dụ: ${message}.`,
    en: line ? `Line ${line} of the template is wrong: ${message}.` : `The template cannot be set with sample data: ${message}.`,
  }),
  'template-docx': ({ tag, message }) => ({
    vi: tag ? `Thẻ {${tag}} trong mẫu viết chưa đúng: ${message}.` : `Không đọc được các thẻ trong mẫu: ${message}.`,
    en: tag ? `The tag {${tag}} of the template is not well written: ${message}.` : `The tags of the template cannot be read: ${message}.`,
  }),
  'template-unknown-tag': ({ tag }) => ({
    vi: `Thẻ {${tag}} không có ở chỗ này của loại văn bản này. Xem bảng thẻ bên dưới.`,
    en: `There is no tag {${tag}} at this place of this kind of paper. See the list of tags below.`,
  }),
  'template-missing-tag': ({ tags }) => ({
    vi: `Mẫu thiếu thẻ bắt buộc ${list(tags)}.`,
    en: `The template lacks the obligatory tag ${list(tags)}.`,
  }),
  'template-reaches-out': () => ({
    vi: 'Mẫu mang theo macro, đối tượng nhúng hoặc liên kết ra ngoài; chỉ nhận mẫu gồm chữ và hình.',
    en: 'The template carries macros, embedded objects or links to outside; only text and pictures are taken.',
  }),
  'template-too-large': ({ limit }) => ({ vi: `Mẫu quá lớn (giới hạn ${limit}).`, en: `The template is too large (limit ${limit}).` }),
  'template-not-one': () => ({
    vi: 'Tệp hỏng hoặc không phải văn bản Word.',
    en: 'The file is damaged or no Word document.',
  }),
  'template-took-too-long': ({ seconds }) => ({
    vi: `Mẫu dựng quá ${seconds} giây nên không nhận.`,
    en: `Setting the template took more than ${seconds} seconds, so it is not taken.`,
  }),
  'template-once': () => ({
    vi: 'Đồng chí khác vừa thay mẫu này. Hãy xem lại rồi thay.',
    en: 'Somebody else has just replaced this template. Look at it, then replace it.',
  }),
  'template-is-programs': () => ({
    vi: 'Mẫu đang dùng đã là mẫu của chương trình.',
    en: "The template in use is already the program's own.",
  }),
}
