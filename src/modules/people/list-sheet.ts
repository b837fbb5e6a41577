import { trainingName, valueText } from './fact-words.ts'
import { levelName, qualificationText } from '#law/qualifications.ts'
import type { Language } from '#lib/language.ts'
import { fromIso } from '#lib/partial-date.ts'
import type { WrittenColumn, WrittenSheet, WrittenValue } from '#lib/workbook/write.ts'
import { title } from '#law/titles.ts'
import type { exportColumns, PersonRow } from './list.contract.ts'
import { columnWords, sheetWords } from './list-words.ts'

type Column = (typeof exportColumns)[number]

const widths: Partial<Record<Column, number>> = { name: 26, unit: 30, title: 30, degree: 26, theory: 14, stateManagement: 18, studying: 30 }
const kinds: Partial<Record<Column, WrittenColumn['kind']>> = { birth: 'day', since: 'day', partyJoined: 'day' }

/** The list as the page shows it: the same rows, order and columns, numbered. */
export function peopleSheet(rows: readonly PersonRow[], columns: readonly Column[], language: Language): WrittenSheet {
  return {
    name: sheetWords.people[language],
    columns: [
      { header: sheetWords.number[language], width: 6, kind: 'number' },
      ...columns.map((column) => ({
        header: columnWords[column][language],
        width: widths[column] ?? 14,
        ...(kinds[column] ? { kind: kinds[column] } : {}),
      })),
    ],
    rows: rows.map((row, index) => [index + 1, ...columns.map((column) => cellOf(row, column, language))]),
  }
}

function cellOf(row: PersonRow, column: Column, language: Language): WrittenValue {
  switch (column) {
    case 'name':
      return row.name
    case 'birth':
      return fromIso(row.birth ?? '')
    case 'partyJoined':
      return fromIso(row.partyJoined ?? '')
    case 'since':
      return row.since
    case 'sex':
      return row.sex && valueText('profiles', 'sex', { sex: row.sex }, () => null)[language]
    case 'ethnicity':
      return row.ethnicity && valueText('profiles', 'ethnicity', { ethnicity: row.ethnicity }, () => null)[language]
    case 'officialKind':
      return row.officialKind && valueText('assignments', 'official_kind', { official_kind: row.officialKind }, () => null)[language]
    case 'unit':
      return row.unit?.[language]
    case 'title':
      return postName(row, language)
    case 'degree':
      return degreeText(row, language)
    case 'theory':
      return row.theory && levelName('theory', row.theory)[language]
    case 'stateManagement':
      return row.stateManagement && levelName('state_management', row.stateManagement)[language]
    case 'studying':
      return row.studying && studyName(row.studying)[language]
  }
}

/** 'Đại học Luật', 'University Law'. */
export function degreeText({ degree }: Pick<PersonRow, 'degree'>, language: Language): string | null {
  return (
    degree &&
    qualificationText({
      kind: 'degree',
      level: degree.level,
      fieldText: degree.field,
      fieldCode: degree.fieldCode,
      language: null,
      state: 'finished',
    })[language]
  )
}

/** The title's own name in English; in Vietnamese as the paper writes it. */
export function postName(
  { title: text, titleCode }: { title: string | null; titleCode: string | null },
  language: Language,
): string | null {
  return language === 'en' && titleCode !== null ? (title(titleCode)?.name.en ?? text) : text
}

/** 'LLCT_TC' is a course, 'degree.DH' a level being studied. */
export function studyName(what: string): { vi: string; en: string } {
  const [kind = '', level] = what.split('.')
  return level ? levelName(kind, level) : trainingName(kind)
}
