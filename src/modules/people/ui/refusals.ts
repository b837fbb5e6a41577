import { formatDay } from '#lib/days.ts'
import type { RefusalSentence } from '#web/kit/refusal-text.ts'

const day = (value: unknown) => (typeof value === 'string' ? value.split('-').toReversed().join('/') : '…')
const names = (value: unknown, language: 'vi' | 'en') =>
  typeof value === 'object' && value !== null && language in value ? String(value[language as keyof typeof value]) : ''
const unverified = (value: unknown, language: 'vi' | 'en') =>
  value === false ? { vi: ' (chưa đối chiếu bản gốc)', en: ' (not checked against the original)' }[language] : ''
const plain =
  (vi: string, en: string): RefusalSentence =>
  () => ({ vi, en })

export const refusals: Record<string, RefusalSentence> = {
  'basis-missing': plain('Chọn quyết định trong sổ hoặc ghi căn cứ khác.', 'Choose a decision of the register or say another basis.'),
  'decision-unknown': plain('Không có quyết định này trong sổ.', 'There is no such decision in the register.'),
  'decision-withdrawn': ({ decision, on }) => ({
    vi: `Quyết định ${decision} đã bị thu hồi ngày ${day(on)}.`,
    en: `Decision ${decision} was withdrawn on ${day(on)}.`,
  }),
  'end-before-start': ({ from, to }) => ({
    vi: `Ngày kết thúc (${day(to)}) không sau ngày bắt đầu (${day(from)}).`,
    en: `The end (${day(to)}) is not after the start (${day(from)}).`,
  }),
  'already-ended': ({ on }) => ({ vi: `Đã kết thúc từ ngày ${day(on)}.`, en: `It ended on ${day(on)} already.` }),
  'main-post-held': ({ title, unit, from, to, mayEndFormer }) => ({
    vi: `Đang giữ chức danh chính ${title} · ${names(unit, 'vi')} (${day(from)} – ${day(to)}); mỗi lúc chỉ một chức danh chính.${mayEndFormer ? ' Có thể chọn cho chức danh ấy kết thúc cùng ngày.' : ''}`,
    en: `The main post ${title} · ${names(unit, 'en')} (${day(from)} – ${day(to)}) is held; there is one main post at a time.${mayEndFormer ? ' It may end on the same day.' : ''}`,
  }),
  'main-post-once': plain('Mỗi lúc chỉ một chức danh chính.', 'There is one main post at a time.'),
  'identity-once': plain('Mỗi lúc chỉ một số của loại giấy tờ này.', 'There is one number of this kind at a time.'),
  'identity-taken': plain('Số này đã ghi cho người khác.', 'This number is recorded for someone else.'),
  'identity-later-known': ({ from }) => ({
    vi: `Đã ghi số mới hơn, từ ngày ${day(from)}.`,
    en: `A later number is recorded, from ${day(from)}.`,
  }),
  'profile-once': plain('Hồ sơ vừa được người khác sửa; tải lại trang.', 'Someone else has just corrected this file; load the page again.'),
  'fact-changed': plain(
    'Điều này vừa được người khác sửa, cho kết thúc hoặc xóa; tải lại trang.',
    'Someone else has corrected, ended or taken this back meanwhile; load the page again.',
  ),
  'title-missing': plain(
    'Chọn chức danh trong danh mục hoặc ghi theo văn bản.',
    'Choose a title of the list or write it as the paper does.',
  ),
  'title-unknown': ({ title }) => ({ vi: `Không có chức danh mã ${title}.`, en: `There is no title with the code ${title}.` }),
  'title-not-in-force': ({ title, from, to }) => ({
    vi: `Ngày ấy chưa có hoặc không còn chức danh ${names(title, 'vi')} (${day(from)} – ${day(to)}).`,
    en: `The title ${names(title, 'en')} does not exist on that day (${day(from)} – ${day(to)}).`,
  }),
  'unit-not-on-day': ({ on }) => ({
    vi: `Ngày ${typeof on === 'string' ? formatDay(on) : ''} đơn vị chưa thành lập hoặc đã kết thúc.`,
    en: `The unit does not exist on ${typeof on === 'string' ? formatDay(on) : ''}.`,
  }),
  'nothing-changed': plain('Không có gì thay đổi.', 'Nothing has changed.'),
  'birth-in-future': ({ birth }) => ({
    vi: `Ngày sinh ${day(birth)} sau hôm nay.`,
    en: `The birth date ${day(birth)} is later than today.`,
  }),
  'too-young': ({ age, on }) => ({
    vi: age === undefined ? `Khi ấy (${day(on)}) chưa đủ 16 tuổi.` : `Mới ${age} tuổi.`,
    en: age === undefined ? `Younger than 16 at that time (${day(on)}).` : `Only ${age} years old.`,
  }),
  'party-dates-order': ({ joined, official }) => ({
    vi: `Ngày chính thức (${day(official)}) không sau ngày vào Đảng (${day(joined)}) đủ 12 tháng.`,
    en: `Full membership (${day(official)}) is not twelve months after joining (${day(joined)}).`,
  }),
  'party-too-young': ({ joined }) => ({
    vi: `Vào Đảng (${day(joined)}) khi chưa đủ 18 tuổi.`,
    en: `Joined the Party (${day(joined)}) before the age of 18.`,
  }),
  'possible-duplicate': ({ persons }) => {
    const found = Array.isArray(persons) ? persons.map((one: { name?: string }) => one.name).join(', ') : ''
    return {
      vi: `Đã có người cùng tên, cùng ngày sinh: ${found}. Nêu lý do nếu là người khác.`,
      en: `There is someone of the same name and birth date: ${found}. Say why it is another person.`,
    }
  },
  'after-retirement': ({ month, document, verified }) => ({
    vi: `Đã quá tháng đủ tuổi nghỉ hưu (${day(month)}) theo ${document}${unverified(verified, 'vi')}.`,
    en: `Past the month of retirement (${day(month)}) by ${document}${unverified(verified, 'en')}.`,
  }),
  'id-not-valid': plain('Số giấy tờ không đúng số chữ số.', 'The number does not have the right digits.'),
  'id-digits-lost': plain(
    'Số đã mất chữ số khi qua Excel; cần nhập lại từ giấy tờ.',
    'The number lost digits in Excel; type it from the card again.',
  ),
  'id-padded': plain('Số thiếu số 0 ở đầu.', 'The number lacks its first zeros.'),
  'id-sex-differs': plain('Số định danh chỉ giới tính khác với lý lịch.', 'The ID number tells another sex than the file.'),
  'id-birth-differs': plain('Số định danh chỉ năm sinh khác với lý lịch.', 'The ID number tells another birth year than the file.'),
  'id-province-unknown': plain('Ba số đầu không phải mã tỉnh nào.', 'The first three digits are no province.'),
  'two-spellings': ({ name, other }) => ({
    vi: `Tên từng ghi là "${other}", nay là "${name}".`,
    en: `The name was once written "${other}", now "${name}".`,
  }),
  'secondment-long': ({ months, document, from, to }) => ({
    vi: `Biệt phái ${day(from)} – ${day(to)} dài hơn ${months} tháng (${document}).`,
    en: `The secondment ${day(from)} – ${day(to)} is longer than ${months} months (${document}).`,
  }),
  'merge-same-person': plain('Hai hồ sơ là một.', 'Both are the same file.'),
  'merge-name-differs': ({ name, other }) => ({ vi: `Tên khác nhau: ${name} và ${other}.`, en: `The names differ: ${name} and ${other}.` }),
  'merge-birth-differs': ({ birth, other }) => ({
    vi: `Ngày sinh khác nhau: ${day(birth)} và ${day(other)}.`,
    en: `The birth dates differ: ${day(birth)} and ${day(other)}.`,
  }),
  'merge-sex-differs': plain('Giới tính khác nhau.', 'The sexes differ.'),
  'merge-built-on': ({ changed }) => ({
    vi: `${changed} điều chuyển sang đã được sửa hoặc kết thúc từ khi gộp; không tách lại được.`,
    en: `${changed} facts moved have been changed since the merge; it cannot be undone.`,
  }),
  'purpose-missing': plain('Nêu mục đích khi xuất dữ liệu nhạy cảm.', 'Say the purpose of exporting sensitive data.'),
  'paper-missing': plain('Nêu số văn bản căn cứ khi xuất dữ liệu nhạy cảm.', 'Name the paper on which sensitive data are exported.'),
}
