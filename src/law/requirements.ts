import type { Bilingual } from '#lib/language.ts'
import { educationLevels } from './education-levels.ts'
import { ethnicLanguageLevels, type Level } from './qualifications.ts'
import { defenceGroups, ethnicLanguages, itLevels, languageLevels, languages } from './skills.ts'
import { stateManagementLevels } from './state-management-levels.ts'
import { theoryLevels } from './theory-levels.ts'

/** What a post may ask of whoever holds it, in the order screens show it. */
export const requirements = {
  degree: { vi: 'Trình độ chuyên môn', en: 'Degree' },
  field: { vi: 'Đúng chuyên ngành', en: 'Field of study' },
  theory: { vi: 'Lý luận chính trị', en: 'Political theory' },
  state_management: { vi: 'Quản lý nhà nước', en: 'State management' },
  defence: { vi: 'Quốc phòng và an ninh', en: 'Defence and security' },
  language: { vi: 'Ngoại ngữ, tiếng dân tộc', en: 'Language' },
  it: { vi: 'Tin học', en: 'IT' },
  hours: { vi: 'Bồi dưỡng hằng năm', en: 'Yearly training' },
} as const satisfies Record<string, Bilingual>

export type Requirement = keyof typeof requirements

export const requirementCodes = Object.keys(requirements) as [Requirement, ...Requirement[]]

export function isRequirement(code: string): code is Requirement {
  return Object.hasOwn(requirements, code)
}

const levels: Record<Requirement, Readonly<Record<string, Level>>> = {
  degree: educationLevels,
  field: {},
  theory: theoryLevels,
  state_management: stateManagementLevels,
  defence: defenceGroups,
  language: languageLevels,
  it: itLevels,
  hours: {},
}

/** The levels of which a standard may ask one, "or better"; none for a field of study and for hours. 'None at all' asks nothing. */
export function levelsAsked(requirement: Requirement, language: string | null = null): Readonly<Record<string, Level>> {
  const known = requirement === 'language' && isEthnicLanguage(language) ? ethnicLanguageLevels : levels[requirement]
  return Object.fromEntries(Object.entries(known).filter(([, { rank }]) => rank > 0))
}

export function rankAsked(requirement: Requirement, level: string | null, language: string | null = null): number {
  return level === null ? 0 : (levelsAsked(requirement, language)[level]?.rank ?? 0)
}

/** Foreign languages and those of ethnic minorities; which of them a standard means, or any foreign one. */
export const languagesAsked: Readonly<Record<string, Bilingual>> = { ...languages, ...ethnicLanguages }

export function isEthnicLanguage(language: string | null): boolean {
  return language !== null && Object.hasOwn(ethnicLanguages, language)
}
