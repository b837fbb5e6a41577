import type { Bilingual, Language } from '#lib/language.ts'

type Values = Record<string, unknown>

const sayings: Record<string, (values: Values) => Bilingual> = {
  'workbook-empty': () => ({ vi: 'Tệp rỗng.', en: 'The file is empty.' }),
  'workbook-not-one': () => ({ vi: 'Đây không phải bảng tính Excel (.xlsx hoặc .xls).', en: 'This is no Excel workbook (.xlsx or .xls).' }),
  'workbook-damaged': () => ({
    vi: 'Tệp bị hỏng, không đọc được. Hãy mở bằng Excel, lưu lại rồi tải lên.',
    en: 'The file is damaged. Open it in Excel, save it again and upload that.',
  }),
  'workbook-encrypted': () => ({
    vi: 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lên.',
    en: 'The file is locked with a password. Remove it and upload again.',
  }),
  'workbook-has-macros': () => ({
    vi: 'Tệp có macro. Hãy lưu dạng .xlsx (không macro) rồi tải lên.',
    en: 'The file holds macros. Save it as .xlsx without them.',
  }),
  'workbook-save-as-xlsx': ({ format }) => ({
    vi: `Tệp .${format} chưa đọc được. Hãy lưu dạng .xlsx.`,
    en: `A .${format} file cannot be read. Save it as .xlsx.`,
  }),
  'workbook-too-large': ({ limit }) => ({
    vi: `Tệp quá lớn khi giải nén (giới hạn ${limit}).`,
    en: `The file is too large once unpacked (limit ${limit}).`,
  }),
  'workbook-took-too-long': ({ seconds }) => ({
    vi: `Đọc tệp quá ${seconds} giây, đã dừng.`,
    en: `Reading took over ${seconds} seconds and was stopped.`,
  }),
  'no-rows': () => ({
    vi: 'Không tìm thấy bảng nào có người hay lớp trong tệp.',
    en: 'No table with people or classes was found in the file.',
  }),
  'wrong-kind': () => ({
    vi: 'Tệp không giống loại danh sách đã chọn.',
    en: 'The file does not look like the kind of list that was chosen.',
  }),
  interrupted: () => ({
    vi: 'Máy chủ dừng giữa chừng. Chưa có gì được ghi; hãy làm lại.',
    en: 'The server stopped in the middle. Nothing was written; begin again.',
  }),
  'preview-outdated': ({ count }) => ({
    vi: `Dữ liệu đã thay đổi từ khi xem trước (${count} dòng). Chưa ghi gì; hãy xem lại rồi ghi.`,
    en: `The data changed since the preview (${count} rows). Nothing was written; check the rows and apply again.`,
  }),
  'built-on': ({ count }) => ({
    vi: `Đã có ${count} thông tin khác dựa vào lần nhập này.`,
    en: `${count} other facts were built on this import since.`,
  }),
  'people-with-accounts': () => ({ vi: 'Người trong lần nhập này đã có tài khoản.', en: 'People of this import have accounts.' }),
  'rows-refused': ({ count }) => ({
    vi: `${count} dòng bị từ chối: sửa hoặc bỏ qua từng dòng, kèm lý do.`,
    en: `${count} rows are refused: correct them, or leave each out with a reason.`,
  }),
  'rows-undecided': ({ count }) => ({
    vi: `${count} dòng có thể trùng người đã có: cần quyết định.`,
    en: `${count} rows may mean somebody known already: decide them.`,
  }),
  'nothing-to-apply': () => ({ vi: 'Không có gì mới để ghi.', en: 'There is nothing new to apply.' }),
  'run-status': () => ({ vi: 'Lần nhập đang ở bước khác.', en: 'The import is at another step.' }),
  'not-permitted': () => ({ vi: 'Người tải lên không còn quyền nhập.', en: 'Whoever uploaded it may not import any more.' }),
  'unit-needed': () => ({
    vi: 'Hãy chọn đơn vị của danh sách trong phạm vi của đồng chí.',
    en: 'Choose the unit of the list within your scope.',
  }),
  'day-in-future': () => ({ vi: 'Ngày của danh sách không được sau hôm nay.', en: 'The day of the list may not be later than today.' }),
  'no-file': () => ({ vi: 'Chưa có tệp nào.', en: 'There is no file.' }),
  'reason-needed': () => ({ vi: 'Bỏ qua dòng nào cần ghi lý do.', en: 'A row is left out with a reason.' }),
  'row-refused': () => ({
    vi: 'Dòng đang có lỗi: sửa ô sai hoặc bỏ qua dòng.',
    en: 'The row is refused: correct the cell or leave the row out.',
  }),
  'not-an-option': () => ({
    vi: 'Người được chọn không nằm trong số có thể trùng.',
    en: 'The person chosen is not among those the row may mean.',
  }),
  'only-leave-out': () => ({ vi: 'Dòng lặp lại chỉ có thể bỏ qua.', en: 'A repeated row can only be left out.' }),
  'id-elsewhere': () => ({ vi: 'Số định danh này đang là của người khác.', en: 'This personal ID number belongs to another person.' }),
  'mapping-once': () => ({
    vi: 'Có người vừa ghi nhớ cột của cùng mẫu này; hãy làm lại.',
    en: 'Someone has just remembered the columns of the same form; please try again.',
  }),
  fault: () => ({ vi: 'Có lỗi của hệ thống; chưa có gì được ghi.', en: 'A fault of the system; nothing was written.' }),
}

/** Of constraints that other modules' pages speak of in their own words. */
const ofOthers: typeof sayings = {
  'changed-meanwhile': () => ({
    vi: 'Có người vừa ghi cùng lúc vào đó; hãy làm lại.',
    en: 'Someone else wrote to the same at that moment; please try again.',
  }),
  unavailable: () => ({
    vi: 'Máy chủ dữ liệu đã ngắt giữa chừng; hãy làm lại.',
    en: 'The database went away meanwhile; please try again.',
  }),
  busy: () => ({ vi: 'Hệ thống quá tải giữa chừng; hãy làm lại.', en: 'The system was overloaded meanwhile; please try again.' }),
  'disk-full': () => ({
    vi: 'Máy chủ dữ liệu đã hết chỗ lưu, chưa có gì được ghi; báo người quản trị.',
    en: 'The database has no room left, nothing was written; tell the administrator.',
  }),
  'read-only': () => ({
    vi: 'Máy chủ dữ liệu đang chỉ cho đọc; chưa ghi được.',
    en: 'The database can only be read at present; nothing was written.',
  }),
  'main-post-once': () => ({ vi: 'Một người sẽ có hai chức danh chính cùng lúc.', en: 'Somebody would hold two main posts at once.' }),
  'identity-taken': () => ({ vi: 'Một số định danh đã là của người khác.', en: 'A personal ID number belongs to somebody else already.' }),
}

/** Why a run failed or may not go on, as a sentence. */
export function failureText(failure: { code: string } & Values, language: Language): string {
  const says = sayings[failure.code] ?? ofOthers[failure.code]
  return says ? says(failure)[language] : failure.code
}

export const failureCodes: readonly string[] = Object.keys(sayings)
