import { educationLevels, readDegree, readDegrees, readGeneralEducation, type EducationLevel } from '#law/education-levels.ts'
import { fieldOfStudyOf } from '#law/fields-of-study.ts'
import { readLanguage } from '#law/skills.ts'
import { readStateManagement, type StateManagementLevel, stateManagementLevels } from '#law/state-management-levels.ts'
import { readTheory, type TheoryLevel, theoryLevels } from '#law/theory-levels.ts'
import { saysStudying } from '#law/words.ts'
import { remembering } from '#lib/remember.ts'
import { cleanText } from '#lib/vietnamese-names.ts'
import type { DegreeReading, FieldName, LevelReading } from '../candidate.ts'
import { isMark, put, type RoleCell, type RowReader, saysNothing, warn } from './row-reader.ts'

const degreesIn = remembering(readDegrees)
const theoryIn = remembering(readTheory)
const stateManagementIn = remembering(readStateManagement)

/** What the person holds or studies: general education, degrees, theory, state management, languages, IT, defence. */
export function readStudies(reader: RowReader): void {
  const general = reader.cells.get('generalEducation')
  if (general !== undefined) put(reader, 'generalEducation', readGeneralEducation(general.text), general)
  readDegreeColumns(reader)
  readLevelColumns<TheoryLevel>(reader, 'theory', theoryIn, theoryLevels)
  readLevelColumns<StateManagementLevel>(reader, 'stateManagement', stateManagementIn, stateManagementLevels)
  const languages = reader.cells.get('languages')
  if (languages !== undefined && !saysNothing(languages.text)) {
    const found = languages.text.split(/[\n;,]+/).flatMap((part) => readLanguage(part) ?? [])
    if (found.length > 0) put(reader, 'languages', found, languages)
    else warn(reader, 'level-unknown', languages, 'languages')
  }
  for (const field of ['ethnicLanguage', 'it', 'defence', 'studyField'] as const) {
    const cell = reader.cells.get(field)
    if (cell !== undefined && !saysNothing(cell.text)) put(reader, field, cleanText(cell.text), cell)
  }
}

function readDegreeColumns(reader: RowReader): void {
  const degrees: DegreeReading[] = []
  let from: RoleCell | undefined
  const cell = reader.cells.get('degree')
  if (cell !== undefined && !saysNothing(cell.text)) {
    degrees.push(...degreesIn(cell.text).map((degree) => ({ ...degree })))
    from = cell
    if (degrees.length === 0) warn(reader, 'level-unknown', cell, 'degree')
  }
  const field = reader.cells.get('studyField')
  for (const [level] of Object.entries(educationLevels) as [EducationLevel, unknown][]) {
    // the keys are the levels
    const marked = reader.cells.get(`degree.${level}`)
    if (marked === undefined || saysNothing(marked.text)) continue
    if (isUnclear(marked.text)) {
      warn(reader, 'level-unknown', marked, 'degree')
      continue
    }
    from ??= marked
    degrees.push(markedDegree(level, marked.text))
  }
  const first = degrees[0]
  if (first !== undefined && field !== undefined && first.field === null) {
    first.field = cleanText(field.text)
    first.fieldCode = fieldOfStudyOf(field.text)?.code ?? null
  }
  if (from !== undefined && degrees.length > 0) put(reader, 'degree', degrees, from)
}

/** '?' in a level's column: nobody can say whether it is a mark. */
function isUnclear(text: string): boolean {
  return !isMark(text) && !/[\p{L}\p{N}]/u.test(text)
}

/** In a level's own column: an x, or the field of study, or 'đang học'. */
function markedDegree(level: EducationLevel, text: string): DegreeReading {
  const written = readDegree(text)
  if (written !== null && written.field !== null) return { ...written, level }
  const isPlain = isMark(text) || saysStudying(text) || written !== null
  const field = isPlain ? null : cleanText(text)
  return {
    level,
    field,
    fieldCode: field === null ? null : (fieldOfStudyOf(field)?.code ?? null),
    mode: null,
    state: saysStudying(text) ? 'studying' : 'finished',
    year: null,
  }
}

function readLevelColumns<L extends string>(
  reader: RowReader,
  field: FieldName & ('theory' | 'stateManagement'),
  read: (text: string) => LevelReading<L>[],
  levels: Record<L, unknown>,
): void {
  const found: LevelReading<L>[] = []
  let from: RoleCell | undefined
  const cell = reader.cells.get(field)
  if (cell !== undefined && !saysNothing(cell.text)) {
    found.push(...read(cell.text))
    from = cell
    if (found.length === 0) warn(reader, 'level-unknown', cell, field)
  }
  for (const level of Object.keys(levels) as L[]) {
    // the keys are the levels
    const marked = reader.cells.get(`${field}.${level}` as RoleCell['role'])
    if (marked === undefined || saysNothing(marked.text)) continue
    if (isUnclear(marked.text)) {
      warn(reader, 'level-unknown', marked, field)
      continue
    }
    from ??= marked
    found.push({ level, state: saysStudying(marked.text) ? 'studying' : 'finished' })
  }
  // The field and its levels belong together by the caller's own words.
  if (from !== undefined && found.length > 0) put(reader, field, found as never, from)
}
