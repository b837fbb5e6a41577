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

/** 'Lý luận chính trị: trung cấp trở lên': what is asked, in one line. */
export function standardText(asked: {
  requirement: string
  level: string | null
  language: string | null
  periods: number | null
}): Bilingual {
  const { requirement, periods } = asked
  if (!isRequirement(requirement)) return { vi: requirement, en: requirement }
  if (requirement === 'hours') return { vi: `Bồi dưỡng ${periods ?? 0} tiết một năm`, en: `${periods ?? 0} periods of training a year` }
  if (requirement === 'field') return { vi: 'Đúng chuyên ngành được chấp nhận', en: 'An accepted field of study' }
  const { vi, en } = levelAsked(asked)
  if (requirement !== 'language') return { vi: `${requirements[requirement].vi}: ${vi}`, en: `${requirements[requirement].en}: ${en}` }
  const language = asked.language === null ? { vi: 'Một ngoại ngữ', en: 'A foreign language' } : (languagesAsked[asked.language] ?? null)
  return { vi: `${language?.vi ?? asked.language}: ${vi}`, en: `${language?.en ?? asked.language}: ${en}` }
}

/** 'Trung cấp trở lên', as a cell or a field of a form says it; of defence groups the lower number is the higher. */
export function levelAsked({
  requirement,
  level,
  language,
  periods,
}: {
  requirement: string
  level: string | null
  language: string | null
  periods: number | null
}): Bilingual {
  if (periods !== null) return { vi: `${periods} tiết/năm`, en: `${periods} periods/year` }
  if (level === null || !isRequirement(requirement)) return { vi: 'đúng ngành', en: 'field fits' }
  const known = levelsAsked(requirement, language)
  const name = known[level]?.name ?? { vi: level, en: level }
  const isTop = Math.max(...Object.values(known).map(({ rank }) => rank)) === known[level]?.rank
  return isTop ? name : { vi: `${name.vi} trở lên`, en: `${name.en} or better` }
}
