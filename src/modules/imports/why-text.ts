import type { Bilingual, Language } from '#lib/language.ts'
import type { RowWhy } from './planned.ts'

type Values = Record<string, unknown>

const sayings: Record<RowWhy['code'], (values: Values) => Bilingual> = {
  'no-name': () => ({ vi: 'Thiếu họ và tên.', en: 'There is no name.' }),
  'no-such-date': ({ text }) => ({ vi: `Không có ngày "${text}".`, en: `There is no such date as "${text}".` }),
  'id-digits-lost': ({ text }) => ({
    vi: `Số định danh "${text}" đã mất chữ số (Excel đổi sang dạng mũ); cần nhập lại dưới dạng chữ.`,
    en: `The personal ID number "${text}" lost its digits to scientific notation; type it again as text.`,
  }),
  'id-not-valid': ({ text }) => ({
    vi: `"${text}" không phải số định danh 12 chữ số hay CMND 9 chữ số.`,
    en: `"${text}" is neither a 12-digit personal ID number nor a 9-digit one.`,
  }),
  'two-sexes': ({ text }) => ({
    vi: `Ngày sinh ghi ở cả cột nam và cột nữ ("${text}").`,
    en: `The birth date stands in both the men's and the women's column ("${text}").`,
  }),
  'formula-without-value': ({ formula }) => ({
    vi: `Ô có công thức "${formula}" mà không có giá trị; hãy mở tệp bằng Excel rồi lưu lại.`,
    en: `The cell holds the formula "${formula}" without a value; open and save the file in Excel.`,
  }),
  'error-value': ({ text }) => ({ vi: `Ô báo lỗi ${text}.`, en: `The cell shows the error ${text}.` }),
  'no-training-kind': () => ({ vi: 'Không rõ cử đi học hay mở lớp loại gì.', en: 'The kind of training is not said.' }),
  'no-class-name': () => ({ vi: 'Thiếu tên lớp.', en: 'There is no name of the class.' }),
  'not-a-number': ({ text }) => ({ vi: `"${text}" không phải là số.`, en: `"${text}" is not a number.` }),
  'several-classes': ({ text }) => ({
    vi: `Dòng này gộp ${text} lớp; hãy ghi mỗi lớp một dòng, với số học viên của lớp đó.`,
    en: `The row adds up ${text} classes; write one row for each, with its own number of trainees.`,
  }),
  'end-before-start': ({ text }) => ({
    vi: `Ngày kết thúc trước ngày bắt đầu ("${text}").`,
    en: `The end comes before the start ("${text}").`,
  }),
  'unit-missing': () => ({
    vi: 'Không ghi đơn vị; hãy chọn đơn vị cho cả danh sách.',
    en: 'No unit is given; choose one for the whole list.',
  }),
  'unit-unknown': ({ text, nearest }) => {
    const names = Array.isArray(nearest) ? nearest.join(', ') : ''
    return {
      vi: `Không có đơn vị "${text}" vào ngày của danh sách${names ? `; gần giống: ${names}` : ''}.`,
      en: `There is no unit "${text}" on the day of the list${names ? `; alike: ${names}` : ''}.`,
    }
  },
  'unit-ambiguous': ({ text, candidates }) => {
    const names = Array.isArray(candidates) ? candidates.join(', ') : ''
    return { vi: `"${text}" có thể là: ${names}.`, en: `"${text}" may mean: ${names}.` }
  },
  'id-elsewhere': () => ({
    vi: 'Số định danh này đang là của một người khác, hoặc của người ngoài phạm vi của đồng chí.',
    en: 'This personal ID number belongs to another person, or to one outside your scope.',
  }),
  'id-twice-in-file': ({ otherRow }) => ({
    vi: `Trùng số định danh với dòng ${otherRow}.`,
    en: `The same personal ID number as in row ${otherRow}.`,
  }),
  'training-kind-unknown': ({ text }) => ({
    vi: `Không nhận ra loại hình đào tạo, bồi dưỡng trong "${text}".`,
    en: `No kind of training is recognised in "${text}".`,
  }),
  'date-after-today': ({ text }) => ({ vi: `Ngày ${text} còn ở phía trước.`, en: `The day ${text} is yet to come.` }),
  'decision-withdrawn': ({ text }) => ({ vi: `Quyết định ${text} đã bị thu hồi.`, en: `Decision ${text} has been withdrawn.` }),
  'class-refused': () => ({ vi: 'Lớp của học viên này không nhận được.', en: "This trainee's class was refused." }),
}

/** Why a row was refused, as a sentence with what to do about it. */
export function whyText(why: { code: string } & Values, language: Language): string {
  const says = sayings[why.code as RowWhy['code']] as (typeof sayings)[RowWhy['code']] | undefined // a code of an older run may be gone
  return says ? says(why)[language] : why.code
}
