import { educationLevels } from './education-levels.ts'
import { fieldOfStudy } from './fields-of-study.ts'
import { defenceGroups, ethnicLanguages, itLevels, languageLevels, languages } from './skills.ts'
import { stateManagementLevels } from './state-management-levels.ts'
import { theoryLevels } from './theory-levels.ts'
import type { Bilingual } from '#lib/language.ts'

export type Level = { name: Bilingual; rank: number }

export const qualificationKinds = {
  degree: { vi: 'Trình độ chuyên môn', en: 'Professional level' },
  theory: { vi: 'Lý luận chính trị', en: 'Political theory' },
  state_management: { vi: 'Quản lý nhà nước', en: 'State management' },
  language: { vi: 'Ngoại ngữ', en: 'Foreign language' },
  ethnic_language: { vi: 'Tiếng dân tộc thiểu số', en: 'Ethnic minority language' },
  it: { vi: 'Tin học', en: 'Information technology' },
  defence: { vi: 'Quốc phòng và an ninh', en: 'Defence and security knowledge' },
} as const satisfies Record<string, Bilingual>

export type QualificationKind = keyof typeof qualificationKinds

/** What is known of an ethnic minority language: lists only say that it is spoken or certified. */
export const ethnicLanguageLevels = {
  GT: { name: { vi: 'Giao tiếp', en: 'Spoken' }, rank: 1 },
  CC: { name: { vi: 'Chứng chỉ', en: 'Certificate' }, rank: 2 },
} as const satisfies Record<string, Level>

/** The levels of each kind, by their codes. */
export const levelsOf: Record<QualificationKind, Readonly<Record<string, Level>>> = {
  degree: educationLevels,
  theory: theoryLevels,
  state_management: stateManagementLevels,
  language: languageLevels,
  ethnic_language: ethnicLanguageLevels,
  it: itLevels,
  defence: defenceGroups,
}

export function levelName(kind: string, level: string): Bilingual {
  const known = Object.hasOwn(levelsOf, kind) ? levelsOf[kind as QualificationKind][level] : undefined
  return known?.name ?? { vi: level, en: level }
}

export function languageName(code: string): Bilingual {
  return languages[code] ?? ethnicLanguages[code] ?? { vi: code, en: code }
}

export const qualificationStates = {
  studying: { vi: 'Đang học', en: 'Being studied' },
  finished: { vi: 'Đã tốt nghiệp', en: 'Finished' },
  abandoned: { vi: 'Bỏ dở', en: 'Abandoned' },
} as const satisfies Record<string, Bilingual>

/** The field as the paper writes it; in English by the list's name where it is known. */
export function fieldName({ fieldText, fieldCode }: { fieldText: string | null; fieldCode?: string | null }): Bilingual | null {
  if (fieldText === null) return null
  return { vi: fieldText, en: (fieldCode && fieldOfStudy(fieldCode)?.name.en) || fieldText }
}

/** 'Đại học Luật (đang học)': the qualification in one line. */
export function qualificationText(held: {
  kind: string
  level: string
  fieldText: string | null
  fieldCode?: string | null
  language: string | null
  state: string
}): Bilingual {
  const level = levelName(held.kind, held.level)
  const kind = Object.hasOwn(qualificationKinds, held.kind)
    ? qualificationKinds[held.kind as QualificationKind]
    : { vi: held.kind, en: held.kind }
  const state = qualificationStates[held.state as keyof typeof qualificationStates]
  const line = (language: 'vi' | 'en'): string => {
    const parts =
      held.kind === 'degree'
        ? [level[language], fieldName(held)?.[language]]
        : held.language
          ? [languageName(held.language)[language], lowerFirst(level[language])]
          : [`${kind[language]}:`, lowerFirst(level[language])]
    const text = parts.filter(Boolean).join(' ')
    return held.state === 'finished' ? text : `${text} (${lowerFirst(state[language])})`
  }
  return { vi: line('vi'), en: line('en') }
}

/** Within a sentence; a level that is a code, such as B1, stays as it is. */
function lowerFirst(name: string): string {
  if (!/^\p{Lu}\p{Ll}/u.test(name)) return name
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}
