import { educationLevels } from '#law/education-levels.ts'
import { defenceGroupOf, defenceGroups, ethnicLanguageOf, itLevelOf, itLevels, languageLevels } from '#law/skills.ts'
import { stateManagementLevels } from '#law/state-management-levels.ts'
import { theoryLevels } from '#law/theory-levels.ts'
import { isSameText } from '#lib/vietnamese-names.ts'
import { qualificationText } from '#law/qualifications.ts'
import type { NewQualification, QualificationKind } from '#modules/qualifications/qualification.sql.ts'
import type { Fields, QualificationState } from './candidate.ts'
import type { KnownPerson, KnownQualification } from './known.ts'
import type { FieldChange, Writes } from './planned.ts'

type Said = Pick<NewQualification, 'kind' | 'level' | 'rank' | 'state' | 'fieldCode' | 'fieldText' | 'language' | 'mode' | 'written'> & {
  year?: number | null
}

/** Everything a row says of what somebody has learned or is learning. */
export function qualificationsOf(fields: Fields): Said[] {
  const written = (field: 'degree' | 'theory' | 'stateManagement' | 'languages' | 'it' | 'defence' | 'ethnicLanguage') =>
    fields[field]?.text || null
  const said: Said[] = []
  for (const { level, field, fieldCode, mode, state, year } of fields.degree?.value ?? []) {
    if (level === 'CDT') continue
    said.push({
      kind: 'degree',
      level,
      rank: educationLevels[level].rank,
      state,
      fieldText: field,
      fieldCode,
      mode,
      year,
      written: written('degree'),
    })
  }
  for (const { level, state } of fields.theory?.value ?? [])
    said.push(levelled('theory', level, theoryLevels[level].rank, state, written('theory')))
  for (const { level, state } of fields.stateManagement?.value ?? [])
    said.push(levelled('state_management', level, stateManagementLevels[level].rank, state, written('stateManagement')))
  for (const { language, level } of fields.languages?.value ?? []) {
    const code = level && Object.hasOwn(languageLevels, level) ? (level as keyof typeof languageLevels) : null
    if (code) said.push({ ...levelled('language', code, languageLevels[code].rank, 'finished', written('languages')), language })
  }
  const it = fields.it && itLevelOf(fields.it.value)
  if (it) said.push(levelled('it', it, itLevels[it].rank, 'finished', written('it')))
  const defence = fields.defence && defenceGroupOf(fields.defence.value)
  if (defence) said.push(levelled('defence', defence, defenceGroups[defence].rank, 'finished', written('defence')))
  const ethnic = fields.ethnicLanguage && ethnicLanguageOf(fields.ethnicLanguage.value)
  if (ethnic) said.push({ ...levelled('ethnic_language', 'GT', 1, 'finished', written('ethnicLanguage')), language: ethnic })
  return said
}

export function newQualification(personId: string, said: Said, day: string): NewQualification {
  const { year, ...what } = said
  const ofYear = year ? `${year}-01-01` : null
  return { personId, ...what, from: said.state === 'finished' && ofYear && ofYear <= day ? ofYear : day, fromKnown: false }
}

export type QualificationDifference = { changes: FieldChange[]; writes: Pick<Writes, 'close' | 'qualifications'> }

/** What the row adds to what is known; a course that the list calls finished ends on the list's day. */
export function qualificationDifference(said: Said[], known: KnownPerson, day: string): QualificationDifference {
  const changes: FieldChange[] = []
  const close: { table: string; id: string }[] = []
  const qualifications: NewQualification[] = []
  for (const one of said) {
    const alike = known.qualifications.filter((held) => isAlike(one, held))
    if (alike.some((held) => saysAsMuch(held, one.state))) continue
    const studying = alike.find((held) => held.state === 'studying')
    if (studying) close.push({ table: 'qualifications.qualification', id: studying.id })
    if (studying && studying.from < day) qualifications.push(endedStudy(known.personId, studying, day))
    qualifications.push(newQualification(known.personId, one, day))
    changes.push({ field: one.kind, before: studying ? textOf(studying) : null, after: textOf(one) })
  }
  return { changes, writes: { close, qualifications } }
}

function levelled(kind: QualificationKind, level: string, rank: number, state: QualificationState, written: string | null): Said {
  return { kind, level, rank, state, written }
}

/** A list that says "university" without a field speaks of the university degree that is known. */
function isAlike(said: Said, held: KnownQualification): boolean {
  if (said.kind !== held.kind || said.level !== held.level || (said.language ?? null) !== held.language) return false
  if (said.kind !== 'degree' || !said.fieldText || !held.fieldText) return true
  if (said.fieldCode && held.fieldCode) return said.fieldCode === held.fieldCode
  return isSameText(said.fieldText, held.fieldText)
}

/** Who has finished is not studying again because an older list says so. */
function saysAsMuch(held: KnownQualification, state: QualificationState): boolean {
  return held.state === state || held.state === 'finished'
}

function endedStudy(personId: string, held: KnownQualification, to: string): NewQualification {
  const { id: _, kind, ...rest } = held
  return { ...rest, personId, kind: kind as QualificationKind, to }
}

function textOf(one: {
  kind: string
  level: string
  fieldText?: string | null | undefined
  language?: string | null | undefined
  state: string
}): string {
  return qualificationText({
    kind: one.kind,
    level: one.level,
    fieldText: one.fieldText ?? null,
    language: one.language ?? null,
    state: one.state,
  }).vi
}
