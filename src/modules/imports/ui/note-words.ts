import type { Bilingual } from '#lib/language.ts'
import type { Warning } from '#modules/imports/candidate.ts'

const words: Record<Warning['code'], Bilingual> = {
  'id-padded': { vi: 'Đã thêm số 0 đầu của số định danh', en: 'First zeros of the personal ID number were given back' },
  'id-sex-differs': { vi: 'Số định danh nói giới tính khác', en: 'The personal ID number says another sex' },
  'id-birth-differs': { vi: 'Số định danh nói năm sinh khác', en: 'The personal ID number says another birth year' },
  'id-province-unknown': { vi: 'Mã tỉnh trong số định danh không có', en: 'The province in the personal ID number is unknown' },
  'id-same-twice': { vi: 'Số định danh có ở dòng khác', en: 'The personal ID number stands in another row' },
  'old-id': { vi: 'Số CMND cũ', en: 'An old identity card number' },
  'sex-guessed-from-id': { vi: 'Giới tính suy từ số định danh', en: 'Sex taken from the personal ID number' },
  'sex-from-blank': { vi: 'Cột “Nữ” để trống: hiểu là nam', en: 'The column “Female” is blank: taken for a man' },
  'sex-unknown': { vi: 'Không đọc được giới tính', en: 'The sex was not read' },
  'day-month-unclear': { vi: 'Ngày và tháng có thể đổi chỗ', en: 'Day and month may be swapped' },
  'day-month-swapped': { vi: 'Đã đổi lại ngày và tháng', en: 'Day and month were put in order' },
  'two-digit-year': { vi: 'Năm ghi hai chữ số', en: 'A year of two digits' },
  'date-not-read': { vi: 'Không đọc được ngày', en: 'A date was not read' },
  'date-out-of-order': { vi: 'Các ngày không theo thứ tự', en: 'Dates out of order' },
  'date-after-list': { vi: 'Ngày sau ngày của danh sách', en: 'A date after that of the list' },
  'too-young': { vi: 'Tuổi quá nhỏ', en: 'Too young' },
  'ethnic-unknown': { vi: 'Dân tộc không có trong danh mục', en: 'Ethnicity not on the list' },
  'religion-unknown': { vi: 'Tôn giáo không có trong danh mục', en: 'Religion not on the list' },
  'level-unknown': { vi: 'Không nhận ra trình độ', en: 'Level not recognised' },
  'post-unknown': { vi: 'Chức vụ không có trong danh mục', en: 'Post not on the list' },
  'unit-missing': { vi: 'Không ghi đơn vị', en: 'No unit' },
  'unit-differs-from-section': { vi: 'Đơn vị khác với dòng mục', en: 'The unit differs from its section' },
  'birth-missing': { vi: 'Không có ngày sinh', en: 'No birth date' },
  'old-font': { vi: 'Đã chuyển từ font cũ sang Unicode', en: 'Converted from an old font to Unicode' },
  'hidden-row': { vi: 'Dòng đang ẩn', en: 'A hidden row' },
  'formula-value': { vi: 'Giá trị tính bằng công thức', en: 'A value made by a formula' },
  'kind-guessed': { vi: 'Loại hình suy từ tên lớp', en: 'The kind was taken from the name' },
  'decision-missing': { vi: 'Không có số quyết định', en: 'No decision' },
  'decision-undated': {
    vi: 'Không có ngày quyết định: lấy ngày của danh sách',
    en: 'No day of the decision: the day of the list is taken',
  },
  'total-differs': { vi: 'Số dòng khác với dòng tổng', en: 'The total line says another number' },
  'as-above-of-nothing': { vi: 'Ghi “nt” mà dòng trên trống', en: '“As above” of nothing' },
}

/** What should be looked at though it does not stop the row. */
export function noteWords(code: string): Bilingual {
  return words[code as Warning['code']] ?? { vi: code, en: code }
}
