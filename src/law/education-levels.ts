import type { Bilingual } from '#lib/language.ts'
import { cleanText } from '#lib/vietnamese-names.ts'
import { fieldOfStudyOf } from './fields-of-study.ts'
import { type StudyMode, studyModeOf } from './study-modes.ts'
import { firstFound, saysAbandoned, saysStudying, wordsOf } from './words.ts'

export type EducationLevel = 'CDT' | 'SC' | 'TC' | 'CD' | 'DH' | 'CKI' | 'THS' | 'CKII' | 'TS' | 'TSKH'

/** Professional education; `rank` answers "university or better" (rank 4 or more). */
export const educationLevels: Record<EducationLevel, { name: Bilingual; rank: number }> = {
  CDT: { name: { vi: 'Chưa qua đào tạo', en: 'None' }, rank: 0 },
  SC: { name: { vi: 'Sơ cấp', en: 'Elementary' }, rank: 1 },
  TC: { name: { vi: 'Trung cấp', en: 'Intermediate' }, rank: 2 },
  CD: { name: { vi: 'Cao đẳng', en: 'College' }, rank: 3 },
  DH: { name: { vi: 'Đại học', en: 'University' }, rank: 4 },
  CKI: { name: { vi: 'Chuyên khoa I', en: 'Specialist I' }, rank: 5 },
  THS: { name: { vi: 'Thạc sĩ', en: 'Master' }, rank: 5 },
  CKII: { name: { vi: 'Chuyên khoa II', en: 'Specialist II' }, rank: 6 },
  TS: { name: { vi: 'Tiến sĩ', en: 'Doctor' }, rank: 6 },
  TSKH: { name: { vi: 'Tiến sĩ khoa học', en: 'Doctor of science' }, rank: 7 },
}

const patterns: readonly (readonly [RegExp, EducationLevel])[] = [
  [/\b(tien (si|sy) khoa hoc|tskh)\b/, 'TSKH'],
  [/\b(tien (si|sy)|ts|nghien cuu sinh|ncs)\b/, 'TS'],
  [/\b(chuyen khoa|ck) ?(ii|2|cap ii|cap 2)\b/, 'CKII'],
  [/\b(chuyen khoa|ck) ?(i|1|cap i|cap 1)\b/, 'CKI'],
  [/\b(thac (si|sy)|ths|th s|cao hoc|(sau|tren) (dai hoc|dh))\b/, 'THS'],
  [/\b(dai hoc|dh|cu nhan|cn|ky su|ks|bac (si|sy)|bs|duoc (si|sy) dai hoc|kien truc su|dhsp)\b/, 'DH'],
  [/\b(cao dang|cd|cdsp)\b/, 'CD'],
  [/\b(trung cap|tc|trung hoc chuyen nghiep|thcn|y (si|sy)|tccn)\b/, 'TC'],
  [/\b(so cap|sc|cong nhan ky thuat|cnkt|so hoc)\b/, 'SC'],
  [/\b(chua qua dao tao|chua dao tao|cdt)\b/, 'CDT'],
]

export type ReadDegree = {
  level: EducationLevel
  field: string | null
  fieldCode: string | null
  mode: StudyMode | null
  state: 'finished' | 'studying' | 'abandoned'
  year: number | null
}

export function educationLevelOf(text: string): EducationLevel | null {
  return firstFound(text, patterns)
}

/** 'ĐH Luật' is university, field Luật; 'Kỹ sư Lâm nghiệp (đang học)' is being studied. Null when no level is named. */
export function readDegree(text: string): ReadDegree | null {
  const level = educationLevelOf(text)
  if (level === null || isTheoryDiploma(text)) return null
  const field = fieldText(text)
  return {
    level,
    field,
    fieldCode: fieldOfStudyOf(field ?? text)?.code ?? null,
    mode: studyModeOf(text),
    state: stateOf(text),
    year: yearIn(text),
  }
}

/** A cell may hold several, one to a line or parted by ';'. */
export function readDegrees(text: string): ReadDegree[] {
  return withLeveledLines(text)
    .split(
      /[\n;]+|\s\+\s|[,/](?=\s*(?:đang học\s+)?(?:ĐH|CĐ|TC|Th|Đại học|Cao đẳng|Trung cấp|Cử nhân|Kỹ sư|Tiến)\b)|,(?=\s*(?:ĐH|CĐ|TC|Th|Đại học|Cao đẳng|Trung cấp|Cử nhân|Kỹ sư|Tiến)\b)/u,
    )
    .map(readDegree)
    .filter((degree) => degree !== null)
}

/** 'ĐH' and 'Luật' on two lines of a cell are one degree: a line without a level belongs to the one above. */
function withLeveledLines(text: string): string {
  return text.split('\n').reduce((lines, line) => (educationLevelOf(line) === null ? `${lines} ${line}` : `${lines}\n${line}`))
}

/** The best finished level; null when nothing is finished. */
export function highestLevel(degrees: readonly { level: EducationLevel; state: string }[]): EducationLevel | null {
  const finished = degrees.filter(({ state }) => state === 'finished').map(({ level }) => level)
  return finished.sort((a, b) => educationLevels[b].rank - educationLevels[a].rank)[0] ?? null
}

/** '12/12', 'Lớp 10/10', '7/10', 'THPT': the class reached and the system it was reached in. */
export function readGeneralEducation(text: string): { grade: number; system: 10 | 12 } | null {
  if (/^(?:lớp\s*)?12$/iu.test(text.trim())) return { grade: 12, system: 12 }
  const found = /(\d{1,2})\s*\/\s*(10|12)\b/.exec(text)
  if (found !== null) {
    const system = found[2] === '10' ? 10 : 12
    const grade = Number(found[1])
    return grade >= 1 && grade <= system ? { grade, system } : null
  }
  return firstFound<{ grade: number; system: 10 | 12 }>(text, [
    [/\b(thpt|trung hoc pho thong|ptth|cap 3|cap iii)\b/, { grade: 12, system: 12 }],
    [/\b(thcs|trung hoc co so|cap 2|cap ii)\b/, { grade: 9, system: 12 }],
    [/\b(tieu hoc|cap 1|cap i)\b/, { grade: 5, system: 12 }],
  ])
}

/** 'Trung cấp LLCT' in the column of degrees is no professional degree. */
function isTheoryDiploma(text: string): boolean {
  return /^(so cap|sc|trung cap|tc|cao cap|cc) ?(ly luan|llct)\b/.test(wordsOf(text))
}

function stateOf(text: string): ReadDegree['state'] {
  if (saysAbandoned(text)) return 'abandoned'
  return saysStudying(text) ? 'studying' : 'finished'
}

function yearIn(text: string): number | null {
  const year = /\b(19[5-9]\d|20[0-4]\d)\b/.exec(text)?.[1]
  return year === undefined ? null : Number(year)
}

const levelWords =
  /^(?:trình độ\s+)?(?:tiến s[ĩỹ] khoa học|tskh|tiến s[ĩỹ]|thạc s[ĩỹ]|th\.?s|ts\.?|cao học|đại học|đh|cử nhân|cn|kỹ sư|ks|cao đẳng|cđ|trung cấp|tc|sơ cấp|sc|nghiên cứu sinh|ncs|chuyên khoa (?:i{1,2}|[12])|ck ?(?:i{1,2}|[12]))(?![\p{L}])[\s.:,–-]*/iu

function fieldText(text: string): string | null {
  const bare = text
    .normalize('NFC')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b(?:19|20)\d\d\b/g, ' ')
    .replace(/(?:đang học|đang hoàn thiện|chính quy|tại chức|vừa làm vừa học|từ xa|liên thông|văn bằng 2|đ\/h)/giu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const field = bare
    .replace(levelWords, '')
    .replace(levelWords, '')
    .replace(/^(?:chuyên ngành|ngành|chuyên môn)\s*:?\s*/iu, '')
    .trim()
  return field === '' || wordsOf(field) === wordsOf(bare) ? ownField(bare) : field
}

/** 'Bác sĩ', 'Y sĩ', 'Dược sĩ' are a level and a field in one word. */
function ownField(text: string): string | null {
  if (/^(?:ĐH|CĐ)SP/u.test(text)) return cleanText(`Sư phạm ${text.slice(4)}`)
  return /\b(bac (si|sy)|y (si|sy)|duoc (si|sy)|kien truc su)\b/.test(wordsOf(text)) ? text : null
}
