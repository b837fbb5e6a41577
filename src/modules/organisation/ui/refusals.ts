import { formatDay } from '#lib/days.ts'
import type { RefusalSentence } from '#web/kit/refusal-text.ts'

/** Why units or a reorganisation are refused; also what the command line says. */
export const refusals: Record<string, RefusalSentence> = {
  'reorganisation-empty': () => ({ vi: 'Phương án chưa có việc nào.', en: 'The reorganisation has no acts.' }),
  'act-incomplete': ({ act }) => ({
    vi: `Việc thứ ${act} chưa đủ: kiểm tra đơn vị, nơi tiếp nhận, tên và loại mới.`,
    en: `Act ${act} is incomplete: look at its units, receiving unit, new name and kind.`,
  }),
  'unit-unknown': () => ({ vi: 'Có đơn vị không tồn tại.', en: 'A unit is not known.' }),
  'unit-exists': () => ({ vi: 'Đơn vị lập mới trùng với đơn vị đã có.', en: 'A new unit has the identity of an existing one.' }),
  'unit-begins-that-day': ({ vi, en, on }) => ({ vi: `${vi} mới có từ chính ngày ${day(on)}.`, en: `${en} begins only on ${day(on)}.` }),
  'unit-changes-later': ({ vi, en, on, day: later }) => ({
    vi: `${vi} đã có thay đổi vào ngày ${day(later)}, sau ngày ${day(on)}; hãy hủy thay đổi đó trước.`,
    en: `${en} already changes on ${day(later)}, after ${day(on)}; reverse that first.`,
  }),
  'unit-ends-twice': ({ vi, en }) => ({ vi: `${vi} kết thúc hai lần trong phương án.`, en: `${en} ends twice.` }),
  'unit-ends-and-stays': ({ vi, en }) => ({
    vi: `${vi} vừa kết thúc vừa tiếp nhận hoặc thay đổi.`,
    en: `${en} ends, yet receives or changes.`,
  }),
  'unit-kind-ended': ({ ended }) => ({
    vi: `Từ ngày ${day(ended)} pháp luật không còn loại đơn vị này.`,
    en: `From ${day(ended)} the law knows no units of this kind.`,
  }),
  'new-unit-alone': ({ vi, en }) => ({ vi: `${vi} chưa ghi trực thuộc đơn vị nào.`, en: `${en} stands under no unit.` }),
  'code-taken': ({ value, vi, en }) => ({ vi: `Mã ${value} đang là của ${vi}.`, en: `Code ${value} belongs to ${en}.` }),
  'code-given-twice': ({ value }) => ({ vi: `Mã ${value} được cấp cho hai đơn vị.`, en: `Code ${value} is given to two units.` }),
  'child-left': ({ vi, en, parentVi, parentEn }) => ({
    vi: `${parentVi} kết thúc mà ${vi} chưa được chuyển đi đâu.`,
    en: `${parentEn} ends, and ${en} has nowhere to go.`,
  }),
  'parent-not-on-day': ({ vi, en, on }) => ({
    vi: `${vi} không có (hoặc kết thúc) vào ngày ${day(on)} nên không thể làm đơn vị cấp trên.`,
    en: `${en} does not exist (or ends) on ${day(on)} and cannot stand above.`,
  }),
  'parent-cycle': ({ on }) => ({
    vi: `Ngày ${day(on)} có đơn vị trực thuộc chính nó theo vòng.`,
    en: `On ${day(on)} a unit would stand below itself.`,
  }),
  'end-before-start': ({ from, to }) => ({
    vi: `Ngày kết thúc (${day(to)}) không sau ngày bắt đầu (${day(from)}).`,
    en: `The end (${day(to)}) is not after the start (${day(from)}).`,
  }),
  'already-reversed': () => ({ vi: 'Lần sắp xếp này đã được hủy.', en: 'This reorganisation is already reversed.' }),
  'later-reorganisation': ({ on, vi, en }) => ({
    vi: `Đã có lần sắp xếp sau dựa trên đó: ${day(on)}, ${vi}.`,
    en: `A later reorganisation is built on it: ${day(on)}, ${en}.`,
  }),
  'built-on': ({ vi, en, count, units }) => ({
    vi: `${vi}: ${count} bản ghi ở ${namesOf(units, 'vi')}.`,
    en: `${en}: ${count} records in ${namesOf(units, 'en')}.`,
  }),
  'changed-since': ({ count }) => ({
    vi: `${count} bản ghi của lần sắp xếp đã được sửa hoặc thay sau đó.`,
    en: `${count} records of the reorganisation have been corrected or replaced since.`,
  }),
  'unit-code-taken': () => ({
    vi: 'Mã này đang thuộc đơn vị khác trong cùng thời gian.',
    en: 'The code belongs to another unit at that time.',
  }),
  'unit-named-once': () => ({ vi: 'Đơn vị đã có tên trong thời gian đó.', en: 'The unit already has a name at that time.' }),
  'unit-parent-once': () => ({
    vi: 'Đơn vị đã trực thuộc một nơi trong thời gian đó.',
    en: 'The unit already stands under another at that time.',
  }),
  'already-founded': () => ({ vi: 'Hệ thống đã có tài khoản; hãy đăng nhập.', en: 'There is already an account; please sign in.' }),
  'draft-parent-unknown': ({ row, name, parent }) => ({
    vi: `${line(row, 'Dòng')}${name}: không thấy đơn vị "${parent}" trong danh sách.`,
    en: `${line(row, 'Row')}${name}: no unit "${parent}" in the list.`,
  }),
  'draft-kind-unknown': ({ row, name, kind }) => ({
    vi: `${line(row, 'Dòng')}${name}: không rõ loại "${kind}".`,
    en: `${line(row, 'Row')}${name}: the kind "${kind}" is not known.`,
  }),
  'draft-name-twice': ({ name }) => ({ vi: `${name} ghi hai lần.`, en: `${name} stands twice.` }),
  'draft-code-twice': ({ name, value }) => ({
    vi: `${name}: mã ${value} đã dùng ở dòng trên.`,
    en: `${name}: code ${value} is used above.`,
  }),
  'draft-circle': ({ name }) => ({ vi: `${name} trực thuộc chính nó theo vòng.`, en: `${name} stands below itself.` }),
  'draft-file-unreadable': () => ({
    vi: 'Không đọc được tệp: cần bảng tính .xlsx hoặc .xls, dưới 5 MB, không mật khẩu, không macro.',
    en: 'The file cannot be read: an .xlsx or .xls workbook under 5 MB, without password or macros.',
  }),
  'draft-no-names': () => ({ vi: 'Bảng tính không có cột Tên.', en: 'The workbook has no column Tên (name).' }),
}

function day(value: unknown): string {
  return typeof value === 'string' ? formatDay(value) : ''
}

function line(row: unknown, word: string): string {
  return typeof row === 'number' ? `${word} ${row}, ` : ''
}

function namesOf(units: unknown, language: 'vi' | 'en'): string {
  return (units as { vi: string; en: string }[]).map((unit) => unit[language]).join(', ')
}
