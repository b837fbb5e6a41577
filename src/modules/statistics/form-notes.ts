import type { Language } from '#lib/language.ts'
import type { FormAnswer } from './form.contract.ts'

const texts = {
  vi: {
    begun:
      'Tính người được cử đi học, hoặc có tên trong danh sách lớp khai giảng, trong kỳ; không tính việc cử đã hủy và người đã rút khỏi lớp.',
    completed: 'Tính người hoàn thành khóa học trong kỳ.',
    people:
      'Người: một người học hai chương trình được tính ở mỗi dòng một lần; học hai lần cùng một chương trình là một người, hai lượt, xếp theo lần sau cùng. Dòng tổng là tổng các dòng con.',
    level: 'Cấp và chức vụ lãnh đạo, quản lý lấy theo nơi công tác, chức vụ giữ vào ngày được cử hoặc ngày khai giảng.',
    place: 'Ngoài nước, liên kết: nhận theo tên cơ sở, nơi học hoặc tên lớp có ghi; còn lại là trong nước.',
    classes:
      'Lớp: lớp do các đơn vị mở trong kỳ và lớp nơi khác mở có người của đơn vị trong danh sách; lớp chỉ biết sĩ số thì tính lớp, không tính người.',
    noDistrict: 'Từ 01/7/2025 không còn cấp huyện; các cột cấp huyện giữ theo mẫu.',
    unverified: 'Đề mục cột, dòng chưa đối chiếu văn bản gốc.',
    rank: 'Dấu – : phần mềm không có số liệu này (ngạch công chức không được ghi).',
  },
  en: {
    begun:
      'Counted are those sent to study, or listed in a class that opened, within the period; not sendings that were cancelled nor those who withdrew.',
    completed: 'Counted are those who completed a course within the period.',
    people:
      'People: whoever attends two programmes counts once in each row; twice in one programme is one person and two times, placed by the latest. A total is the sum of the rows below it.',
    level: 'Level and leadership are those of the post held on the day of sending or of the opening.',
    place: 'Abroad, joint: told by the name of the institution, the place or the class; all else is in the country.',
    classes:
      'Classes: those the units opened in the period, and those opened elsewhere in which people of the units are listed; a class known by its head count only counts as a class and for no people.',
    noDistrict: 'Since 1/7/2025 there is no district level; its columns stay as the form has them.',
    unverified: 'The headings were not checked against the original.',
    rank: 'A dash: there are no such figures (ranks of civil servants are not recorded).',
  },
}

/** How the numbers came about; the same words on the page and in the workbook. */
export function formNotes(
  { basis, days, isVerified, rows }: Pick<FormAnswer, 'basis' | 'days' | 'isVerified' | 'rows'>,
  language: Language,
): string[] {
  const words = texts[language]
  const hasUnrecorded = rows.some(({ cells }) => cells.every(({ people, keptBack }) => people === null && keptBack === undefined))
  return [
    words[basis],
    words.people,
    words.level,
    words.place,
    words.classes,
    ...(days.to >= '2025-07-01' ? [words.noDistrict] : []),
    ...(hasUnrecorded ? [words.rank] : []),
    ...(isVerified ? [] : [words.unverified]),
  ]
}
