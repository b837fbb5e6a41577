import { levelName } from '#law/qualifications.ts'
import { fieldOfStudy } from '#law/fields-of-study.ts'
import { ratingName } from '#law/ratings.ts'
import type { Language } from '#lib/language.ts'
import { formatDay } from '#lib/days.ts'
import type { ToldCondition } from '#modules/training/board.contract.ts'
import type { ConditionCode } from '#modules/training/candidate.ts'

type Values = ToldCondition['found']
type Words = Record<ConditionCode, { name: string; asked: (asked: Values) => string; found: (found: Values) => string }>

const number = (value: Values[string] | undefined) => (typeof value === 'number' ? value : null)
const text = (value: Values[string] | undefined) => (typeof value === 'string' && value !== '' ? value : null)
const list = (value: Values[string] | undefined) => (Array.isArray(value) ? value : [])
const day = (value: Values[string] | undefined) => (text(value) ? formatDay(text(value) ?? '') : '…')
const month = (value: Values[string] | undefined) => (text(value) ?? '').split('-').toReversed().join('/')
const fields = (value: Values[string] | undefined, language: Language) =>
  list(value)
    .map((code) => fieldOfStudy(code)?.name[language] ?? code)
    .join(', ')
const level = (kind: string, value: Values[string] | undefined, language: Language) =>
  text(value) ? levelName(kind, text(value) ?? '')[language] : null
const ageText = ({ least, most }: Values) => (number(least) === null ? null : least === most ? String(least) : `${least}–${most}`)
const grades = ({ years, grades: given }: Values, language: Language, none: string) =>
  list(years)
    .map((year, at) => `${year}: ${list(given)[at] ? ratingName(list(given)[at] ?? '', Number(year))[language] : none}`)
    .join(' · ')

const vi: Words = {
  rule: {
    name: 'Điều kiện theo quy định',
    asked: () => 'Chưa biết quy định nào có hiệu lực vào ngày cử',
    found: () => '',
  },
  age: {
    name: 'Tuổi',
    asked: ({ most, male, female, onlyPartTime }) =>
      number(most) !== null
        ? `không quá ${most} tuổi khi cử lần đầu`
        : number(male) === null
          ? 'chưa rõ quy định về tuổi với hệ không tập trung'
          : `nữ từ ${female}, nam từ ${male} tuổi${onlyPartTime ? ', nếu học không tập trung' : ''}`,
    found: (found) => (ageText(found) === null ? 'chưa rõ ngày sinh' : `${ageText(found)} tuổi`),
  },
  service: {
    name: 'Thời gian công tác',
    asked: ({ years }) => `từ đủ ${years} năm`,
    found: ({ months, isAtLeast }) => {
      const count = number(months)
      return count === null ? 'chưa ghi' : `${isAtLeast ? 'ít nhất ' : ''}${Math.floor(count / 12)} năm ${count % 12} tháng`
    },
  },
  ratings: {
    name: 'Xếp loại',
    asked: ({ years, grade }) => `${years} năm liền kề từ ${ratingName(text(grade) ?? '', 2026).vi.toLocaleLowerCase('vi')} trở lên`,
    found: (found) => grades(found, 'vi', 'chưa ghi'),
  },
  field: {
    name: 'Ngành học',
    asked: ({ fields: codes }) =>
      list(codes).length > 0 ? `phù hợp vị trí: ${fields(codes, 'vi')}` : 'phù hợp vị trí việc làm (chưa ghi ngành)',
    found: ({ fieldText }) => text(fieldText) ?? 'lớp chưa ghi ngành',
  },
  commitment: {
    name: 'Cam kết phục vụ',
    asked: ({ months, factor }) =>
      number(months) === null ? `bằng văn bản, gấp ${factor} lần thời gian học` : `bằng văn bản, ít nhất ${months} tháng sau khóa học`,
    found: () => 'bản cam kết lưu ngoài hệ thống',
  },
  party: {
    name: 'Đảng viên',
    asked: ({ standing }) => (list(standing).includes('probationary') ? 'chính thức hoặc dự bị' : 'chính thức'),
    found: ({ standing }) =>
      ({ full: 'đảng viên chính thức', probationary: 'đảng viên dự bị', member: 'đảng viên, chưa rõ chính thức' })[text(standing) ?? ''] ??
      'hồ sơ không ghi',
  },
  degree: {
    name: 'Trình độ chuyên môn',
    asked: ({ level: least, exception }) =>
      `từ ${(level('degree', least, 'vi') ?? '').toLocaleLowerCase('vi')} trở lên${exception ? '; trung học phổ thông với một số dân tộc thiểu số' : ''}`,
    found: ({ level: held, generalEducation }) => level('degree', held, 'vi') ?? text(generalEducation) ?? 'chưa ghi',
  },
  office: {
    name: 'Chức vụ',
    asked: () => 'giữ hoặc được quy hoạch chức vụ thuộc đối tượng',
    found: ({ title }) => text(title) ?? 'chưa ghi chức danh',
  },
  scheme: {
    name: 'Đối tượng cử học',
    asked: () => 'chủ yếu cán bộ, công chức xã vùng dân tộc, vùng khó khăn hoặc theo đề án được duyệt',
    found: ({ level: of }) => (text(of) === 'commune' ? 'công tác ở xã' : 'không công tác ở xã'),
  },
  step: {
    name: 'Chương trình trước',
    asked: ({ level: below }) => `thường đã qua chương trình ${(level('state_management', below, 'vi') ?? '').toLocaleLowerCase('vi')}`,
    found: ({ level: held }) => level('state_management', held, 'vi') ?? 'chưa ghi',
  },
  held: {
    name: 'Trình độ của khóa',
    asked: ({ kind, level: of }) => `khóa học kết thúc bằng ${(level(text(kind) ?? '', of, 'vi') ?? '').toLocaleLowerCase('vi')}`,
    found: ({ kind, level: of, field }) =>
      text(of) ? `đã có ${[level(text(kind) ?? '', of, 'vi'), text(field)].filter(Boolean).join(' ')}` : 'chưa có',
  },
  studying: {
    name: 'Khóa cùng loại',
    asked: () => '',
    found: ({ what, title, from }) => (text(what) ? `đang học${text(title) ? ` ${title}` : ''}, từ ${day(from)}` : 'không đang học'),
  },
  clash: {
    name: 'Lịch học',
    asked: ({ from, to }) => (text(to) ? `${day(from)} – trước ${day(to)}` : 'lớp chưa ghi ngày bế giảng'),
    found: ({ what, title, from, to }) =>
      text(what)
        ? `${what === 'nomination' ? 'đã được đề nghị' : 'đã được cử'}: ${text(title) ?? 'khóa khác'}, ${day(from)}${text(to) ? ` – trước ${day(to)}` : ''}`
        : 'không trùng',
  },
  retirement: {
    name: 'Nghỉ hưu',
    asked: ({ until }) => `còn công tác đến ${day(until)}`,
    found: ({ month: first, latest }) =>
      text(first) ? `${month(first)}${text(latest) && latest !== first ? ` – ${month(latest)}` : ''}` : 'chưa rõ ngày sinh',
  },
}

const en: Words = {
  rule: { name: 'Conditions of the law', asked: () => 'No rule is known that was in force on the day of sending', found: () => '' },
  age: {
    name: 'Age',
    asked: ({ most, male, female, onlyPartTime }) =>
      number(most) !== null
        ? `at most ${most} when first sent`
        : number(male) === null
          ? 'the age for part-time study is not known'
          : `women from ${female}, men from ${male}${onlyPartTime ? ', if part-time' : ''}`,
    found: (found) => ageText(found) ?? 'birth date not known',
  },
  service: {
    name: 'Service',
    asked: ({ years }) => `${years} full years`,
    found: ({ months, isAtLeast }) => {
      const count = number(months)
      return count === null ? 'not recorded' : `${isAtLeast ? 'at least ' : ''}${Math.floor(count / 12)} years ${count % 12} months`
    },
  },
  ratings: {
    name: 'Ratings',
    asked: ({ years, grade }) => `${years} latest years ${ratingName(text(grade) ?? '', 2026).en.toLowerCase()} or better`,
    found: (found) => grades(found, 'en', 'not recorded'),
  },
  field: {
    name: 'Field',
    asked: ({ fields: codes }) => (list(codes).length > 0 ? `fits the post: ${fields(codes, 'en')}` : 'fits the post (no field recorded)'),
    found: ({ fieldText }) => text(fieldText) ?? 'the class names no field',
  },
  commitment: {
    name: 'Commitment to serve',
    asked: ({ months, factor }) =>
      number(months) === null ? `in writing, ${factor} times the study` : `in writing, at least ${months} months after the course`,
    found: () => 'the signed paper is kept elsewhere',
  },
  party: {
    name: 'Party member',
    asked: ({ standing }) => (list(standing).includes('probationary') ? 'full or probationary' : 'full'),
    found: ({ standing }) =>
      ({ full: 'full member', probationary: 'probationary member', member: 'member, standing not known' })[text(standing) ?? ''] ??
      'not recorded',
  },
  degree: {
    name: 'Degree',
    asked: ({ level: least, exception }) =>
      `${(level('degree', least, 'en') ?? '').toLowerCase()} or better${exception ? '; upper secondary for some ethnic minorities' : ''}`,
    found: ({ level: held, generalEducation }) => level('degree', held, 'en') ?? text(generalEducation) ?? 'not recorded',
  },
  office: {
    name: 'Office',
    asked: () => 'holds, or is planned for, an office of those named',
    found: ({ title }) => text(title) ?? 'no post recorded',
  },
  scheme: {
    name: 'Who is meant',
    asked: () => 'mainly officials of communes of minority or hard areas, or under an approved scheme',
    found: ({ level: of }) => (text(of) === 'commune' ? 'serves in a commune' : 'does not serve in a commune'),
  },
  step: {
    name: 'Programme before',
    asked: ({ level: below }) => `usually after the programme ${(level('state_management', below, 'en') ?? '').toLowerCase()}`,
    found: ({ level: held }) => level('state_management', held, 'en') ?? 'not recorded',
  },
  held: {
    name: 'Level of the course',
    asked: ({ kind, level: of }) => `the course ends in ${(level(text(kind) ?? '', of, 'en') ?? '').toLowerCase()}`,
    found: ({ kind, level: of, field }) =>
      text(of) ? `holds ${[level(text(kind) ?? '', of, 'en'), text(field)].filter(Boolean).join(' ')}` : 'not held',
  },
  studying: {
    name: 'A course of the kind',
    asked: () => '',
    found: ({ what, title, from }) => (text(what) ? `studies${text(title) ? ` ${title}` : ''} since ${day(from)}` : 'none under way'),
  },
  clash: {
    name: 'Dates',
    asked: ({ from, to }) => (text(to) ? `${day(from)} – before ${day(to)}` : 'the class has no closing day'),
    found: ({ what, title, from, to }) =>
      text(what)
        ? `${what === 'nomination' ? 'nominated' : 'sent'}: ${text(title) ?? 'another course'}, ${day(from)}${text(to) ? ` – before ${day(to)}` : ''}`
        : 'no clash',
  },
  retirement: {
    name: 'Retirement',
    asked: ({ until }) => `serves until ${day(until)}`,
    found: ({ month: first, latest }) =>
      text(first) ? `${month(first)}${text(latest) && latest !== first ? ` – ${month(latest)}` : ''}` : 'birth date not known',
  },
}

export const conditionWords: Record<Language, Words> = { vi, en }
