import type { Bilingual } from '#lib/language.ts'
import { educationLevels } from '#law/education-levels.ts'
import { stateManagementLevels } from '#law/state-management-levels.ts'
import { theoryLevels } from '#law/theory-levels.ts'
import type { ColumnRole, FieldName } from '#modules/imports/candidate.ts'

const fields: Record<FieldName, Bilingual> = {
  name: { vi: 'Họ và tên', en: 'Full name' },
  otherName: { vi: 'Tên khác', en: 'Other name' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  birth: { vi: 'Ngày sinh', en: 'Birth date' },
  personalId: { vi: 'Số định danh (CCCD)', en: 'Personal ID number' },
  oldId: { vi: 'Số CMND cũ', en: 'Old identity card number' },
  officialNumber: { vi: 'Số hiệu CBCCVC', en: "Official's number" },
  ethnic: { vi: 'Dân tộc', en: 'Ethnicity' },
  religion: { vi: 'Tôn giáo', en: 'Religion' },
  nativePlace: { vi: 'Quê quán', en: 'Native place' },
  birthplace: { vi: 'Nơi sinh', en: 'Birthplace' },
  residence: { vi: 'Nơi ở', en: 'Residence' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  post: { vi: 'Chức vụ', en: 'Post' },
  postFrom: { vi: 'Giữ chức vụ từ', en: 'Post held since' },
  officialKind: { vi: 'Đối tượng', en: 'Kind of official' },
  recruitedOn: { vi: 'Ngày tuyển dụng', en: 'Recruited on' },
  partyJoinedOn: { vi: 'Ngày vào Đảng', en: 'Joined the Party on' },
  partyFullOn: { vi: 'Ngày chính thức', en: 'Full Party member since' },
  partyMember: { vi: 'Đảng viên', en: 'Party member' },
  generalEducation: { vi: 'Giáo dục phổ thông', en: 'General education' },
  degree: { vi: 'Trình độ chuyên môn', en: 'Professional level' },
  studyField: { vi: 'Chuyên ngành', en: 'Field of study' },
  theory: { vi: 'Lý luận chính trị', en: 'Political theory' },
  stateManagement: { vi: 'Quản lý nhà nước', en: 'State management' },
  languages: { vi: 'Ngoại ngữ', en: 'Foreign languages' },
  ethnicLanguage: { vi: 'Tiếng dân tộc', en: 'Ethnic minority language' },
  it: { vi: 'Tin học', en: 'IT' },
  defence: { vi: 'Quốc phòng và an ninh', en: 'Defence and security knowledge' },
  rank: { vi: 'Ngạch', en: 'Rank' },
  note: { vi: 'Ghi chú', en: 'Note' },
  decisionNumber: { vi: 'Số quyết định', en: 'Number of the decision' },
  decisionOn: { vi: 'Ngày quyết định', en: 'Date of the decision' },
  decisionIssuer: { vi: 'Cơ quan ban hành', en: 'Issued by' },
  trainingKind: { vi: 'Loại hình đào tạo, bồi dưỡng', en: 'Kind of training' },
  className: { vi: 'Tên lớp', en: 'Name of the class' },
  school: { vi: 'Cơ sở đào tạo', en: 'Training institution' },
  mode: { vi: 'Hình thức', en: 'Mode of study' },
  from: { vi: 'Từ', en: 'From' },
  to: { vi: 'Đến', en: 'To' },
  outcome: { vi: 'Kết quả', en: 'Result' },
  certificate: { vi: 'Chứng chỉ', en: 'Certificate' },
  opener: { vi: 'Đơn vị mở', en: 'Opened by' },
  place: { vi: 'Địa điểm', en: 'Place' },
  headCount: { vi: 'Số học viên', en: 'Number of trainees' },
}

const others: Record<string, Bilingual> = {
  fullName: fields.name,
  ethnicity: fields.ethnic,
  partyJoined: fields.partyJoinedOn,
  partyOfficial: fields.partyFullOn,
  state_management: fields.stateManagement,
  language: fields.languages,
  ethnic_language: fields.ethnicLanguage,
  cccd: fields.personalId,
  cmnd: fields.oldId,
  official: fields.officialNumber,
  institution: fields.school,
  studyFrom: fields.from,
  studyTo: fields.to,
  result: fields.outcome,
  ordinal: { vi: 'Số thứ tự', en: 'Ordinal number' },
  ignore: { vi: 'Bỏ qua', en: 'Ignore' },
  'name.family': { vi: 'Họ và đệm', en: 'Family and middle name' },
  'name.given': { vi: 'Tên (riêng)', en: 'Given name' },
  'birth.male': { vi: 'Ngày sinh (nam)', en: 'Birth date (men)' },
  'birth.female': { vi: 'Ngày sinh (nữ)', en: 'Birth date (women)' },
  'birth.day': { vi: 'Sinh ngày', en: 'Day of birth' },
  'birth.month': { vi: 'Sinh tháng', en: 'Month of birth' },
  'birth.year': { vi: 'Năm sinh', en: 'Year of birth' },
  'sex.male': { vi: 'Nam (đánh dấu x)', en: 'Male (marked x)' },
  'sex.female': { vi: 'Nữ (đánh dấu x)', en: 'Female (marked x)' },
  'post-and-unit': { vi: 'Chức vụ, đơn vị', en: 'Post and unit' },
  period: { vi: 'Thời gian (từ – đến)', en: 'Period (from – to)' },
  classCount: { vi: 'Số lớp', en: 'Number of classes' },
  decision: { vi: 'Quyết định (số, ngày)', en: 'Decision (number, date)' },
  ...marked('degree', fields.degree, educationLevels),
  ...marked('theory', fields.theory, theoryLevels),
  ...marked('stateManagement', fields.stateManagement, stateManagementLevels),
}

/** What a field of a row, a change or a column is called. */
export function fieldWords(field: string): Bilingual {
  return fields[field as FieldName] ?? others[field] ?? { vi: field, en: field }
}

/** Every role a column may be given, the frequent ones first. */
export const columnRoles: readonly ColumnRole[] = [
  'ignore',
  'ordinal',
  ...(Object.keys(fields) as FieldName[]),
  ...(Object.keys(others).filter(
    (role) => role.includes('.') || ['post-and-unit', 'period', 'decision', 'classCount'].includes(role),
  ) as ColumnRole[]),
]

/** Levels told by an x under their own heading. */
function marked(field: string, of: Bilingual, levels: Record<string, { name: Bilingual }>): Record<string, Bilingual> {
  return Object.fromEntries(
    Object.entries(levels).map(([level, { name }]) => [
      `${field}.${level}`,
      { vi: `${of.vi}: ${name.vi} (x)`, en: `${of.en}: ${name.en} (x)` },
    ]),
  )
}
