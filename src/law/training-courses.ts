import { type Citation, inForceOn } from './citation.ts'
import { levelsOf, type QualificationKind } from './qualifications.ts'
import type { TrainingKindCode } from './training-kinds.ts'

export type CourseEnd = { kind: QualificationKind; level: string }

/** What a course ends in when it is completed; absent where the course alone does not say the level. */
export const courseEnds: Partial<Record<TrainingKindCode, CourseEnd>> = {
  DT_TC: { kind: 'degree', level: 'TC' },
  DT_CD: { kind: 'degree', level: 'CD' },
  DT_DH: { kind: 'degree', level: 'DH' },
  DT_SDH_THS: { kind: 'degree', level: 'THS' },
  DT_SDH_TS: { kind: 'degree', level: 'TS' },
  LLCT_SC: { kind: 'theory', level: 'SC' },
  LLCT_TC: { kind: 'theory', level: 'TC' },
  LLCT_CC: { kind: 'theory', level: 'CC' },
  LLCT_CN: { kind: 'theory', level: 'CN' },
  QLNN_CS: { kind: 'state_management', level: 'CS' },
  QLNN_CV: { kind: 'state_management', level: 'CV' },
  QLNN_CVC: { kind: 'state_management', level: 'CVC' },
  QLNN_CVCC: { kind: 'state_management', level: 'CVCC' },
  BD_QPAN_1: { kind: 'defence', level: '1' },
  BD_QPAN_2: { kind: 'defence', level: '2' },
  BD_QPAN_3: { kind: 'defence', level: '3' },
  BD_QPAN_4: { kind: 'defence', level: '4' },
}

/** Courses that end in a qualification whose level each paper says. */
export const openCourseEnds: Partial<Record<TrainingKindCode, QualificationKind>> = {
  DT_NC: 'degree',
  DT_SDH_CK: 'degree',
  BD_NN: 'language',
  BD_TH: 'it',
  BD_TDT: 'ethnic_language',
}

/** The course for what is asked, whatever the level. */
const courseOf: Readonly<Record<string, TrainingKindCode>> = {
  field: 'DT_DH', // a field of study is met by a degree in it alone
  language: 'BD_NN',
  ethnic_language: 'BD_TDT',
  it: 'BD_TH',
  hours: 'BD_VTVL',
}

/** The two grades of medical specialist end one kind of course; elementary training for a trade has none of its own. */
const sameCourse: Readonly<Record<string, TrainingKindCode>> = {
  'degree SC': 'DT_TC',
  'degree CKI': 'DT_SDH_CK',
  'degree CKII': 'DT_SDH_CK',
  'state_management CN': 'DT_DH',
}

/** The kind of course that ends in what a standard asks; null where no course does. */
export function courseFor(requirement: string, level: string | null): TrainingKindCode | null {
  const own = courseOf[requirement]
  if (own) return own
  const shared = sameCourse[`${requirement} ${level}`]
  if (shared) return shared
  const found = Object.entries(courseEnds).find(([, end]) => end.kind === requirement && end.level === level)
  return found ? (found[0] as TrainingKindCode) : null // the keys are kinds of course
}

/** Leaders and managers make up the year's periods by updating courses, others by what their position asks. */
export function courseForHours(isLeader: boolean): TrainingKindCode {
  return isLeader ? 'BD_CN' : 'BD_VTVL'
}

/** Whether the course, completed, gives at least this level of what is asked. */
export function courseMeets(kind: TrainingKindCode, requirement: string, level: string | null): boolean {
  const end = courseEnds[kind]
  if (!end || level === null) return courseFor(requirement, level) === kind
  const rankOf = (code: string) => levelsOf[end.kind][code]?.rank ?? 0
  return end.kind === requirement && rankOf(end.level) >= rankOf(level)
}

/** How long a course usually is, from the first day to the certificate; `partTimeMonths` where that differs. */
export type CourseLength = Citation & { kinds: readonly TrainingKindCode[]; months: number; partTimeMonths?: number; periods?: number }

const memory = { source: null, from: '2018-01-01', to: null, verified: false } as const
const defence = { document: 'NĐ 13/2014/NĐ-CP', article: 'Điều 2', source: 'S17', from: '2014-04-10', to: null, verified: true } as const
const byRank = { document: 'NĐ 89/2021/NĐ-CP', source: 'S11', from: '2021-12-10', to: null, verified: false } as const

/** The longest that the rule allows, where a rule is known; the courses by rank kept theirs after 1/7/2025 as far as we know. */
export const courseLengths: readonly CourseLength[] = [
  { ...memory, document: 'Luật Giáo dục nghề nghiệp 2014', kinds: ['DT_TC'], months: 24 },
  { ...memory, document: 'Luật Giáo dục nghề nghiệp 2014', kinds: ['DT_CD'], months: 36 },
  { ...memory, document: 'QĐ 1981/QĐ-TTg', kinds: ['DT_DH', 'DT_NC', 'LLCT_CN'], months: 48 },
  { ...memory, document: 'QĐ 1981/QĐ-TTg', kinds: ['DT_SDH_THS', 'DT_SDH_CK'], months: 24 },
  { ...memory, document: 'QĐ 1981/QĐ-TTg', kinds: ['DT_SDH_TS'], months: 48 },
  { ...memory, document: 'Chương trình sơ cấp LLCT', kinds: ['LLCT_SC'], months: 1 },
  { ...memory, document: 'Chương trình trung cấp LLCT', kinds: ['LLCT_TC'], months: 6, partTimeMonths: 18 },
  { ...memory, document: 'Chương trình cao cấp LLCT', kinds: ['LLCT_CC'], months: 8, partTimeMonths: 18 },
  { ...byRank, kinds: ['QLNN_CS', 'QLNN_CV'], months: 1 },
  { ...byRank, kinds: ['QLNN_CVC', 'QLNN_CVCC'], months: 2 },
  { ...defence, kinds: ['BD_QPAN_1'], months: 2, periods: 176 },
  { ...defence, kinds: ['BD_QPAN_2'], months: 1, periods: 120 },
  { ...defence, kinds: ['BD_QPAN_3'], months: 1, periods: 96 },
  { ...defence, kinds: ['BD_QPAN_4'], months: 1, periods: 32 },
]

/** From the call for names to the first day, in months; our own reckoning, no rule. */
export const noticeMonths = 2

const further: CourseLength = { ...memory, document: 'NĐ 89/2021/NĐ-CP', kinds: [], months: 1 }

export function courseLengthOn(kind: TrainingKindCode, day: string): CourseLength {
  return (
    inForceOn(
      courseLengths.filter(({ kinds }) => kinds.includes(kind)),
      day,
    ) ?? further
  )
}

/** Months from the day a need is known to the certificate, at the shorter of the ways to study. */
export function leadMonths(kind: TrainingKindCode, day: string): number {
  return noticeMonths + courseLengthOn(kind, day).months
}
