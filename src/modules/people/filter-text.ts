import { educationLevels } from '#law/education-levels.ts'
import { ethnicGroup } from '#law/ethnic-groups.ts'
import { officialKinds } from '#law/official-kinds.ts'
import { stateManagementLevels } from '#law/state-management-levels.ts'
import { theoryLevels } from '#law/theory-levels.ts'
import { title } from '#law/titles.ts'
import type { Bilingual } from '#lib/language.ts'
import { choiceWords, type FilterName } from './list-words.ts'

/** The value of a filter as a reader says it; a unit is named by whoever knows its name. */
export function filterText(name: FilterName, value: unknown, unit: Bilingual | null): Bilingual {
  const values = Array.isArray(value) ? value : [value]
  const texts = values.map((one) => oneText(name, String(one), unit))
  return { vi: texts.map(({ vi }) => vi).join(', '), en: texts.map(({ en }) => en).join(', ') }
}

function oneText(name: FilterName, value: string, unit: Bilingual | null): Bilingual {
  return lookUp(name, value, unit) ?? { vi: value, en: value }
}

function lookUp(name: FilterName, value: string, unit: Bilingual | null): Bilingual | null | undefined {
  switch (name) {
    case 'unitId':
      return unit
    case 'ethnicity':
      return ethnicGroup(value)?.name
    case 'degree':
      return known(educationLevels, value)
    case 'theory':
      return known(theoryLevels, value)
    case 'stateManagement':
      return known(stateManagementLevels, value)
    case 'officialKind':
      return known(officialKinds, value)
    case 'title':
      return title(value)?.name
    case 'q':
    case 'ageFrom':
    case 'ageTo':
      return undefined
    default: {
      const choices: Record<string, Bilingual> = choiceWords[name]
      return choices[value]
    }
  }
}

function known(record: Record<string, { name: Bilingual }>, value: string): Bilingual | undefined {
  return Object.hasOwn(record, value) ? record[value]?.name : undefined
}
