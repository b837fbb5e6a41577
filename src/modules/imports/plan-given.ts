import type { Candidate, Title, UnitReading } from './candidate.ts'
import type { KnownClass, KnownPeople, KnownPerson } from './known.ts'
import type { KnownDecision } from './known.sql.ts'
import type { Meant, Sought } from './matching.ts'
import { placeOf, rowKey, type Choice, type Option, type Planned, type RowRefusal, type RowWhy } from './planned.ts'
import { dateText } from './profile-row.ts'
import { communeKey, type ListedUnit, type UnitMatch } from './unit-match.ts'
import { remembering } from '#lib/remember.ts'
import { fold } from '#lib/vietnamese-names.ts'
import { lowDay, toIso } from '#lib/partial-date.ts'
import type { FieldName } from './candidate.ts'

/** All that planning needs to know; it asks nothing of the database itself. */
export type PlanGiven = {
  runId: string
  today: string
  /** The day on which the row's list is true. */
  dayOf: (at: { sheet: string; row: number }) => string
  titleOf: (candidate: Candidate) => Title | null
  unitOn: (reading: UnitReading, day: string) => UnitMatch
  unitName: (unitId: string) => string
  defaultUnit: ListedUnit | null
  titleCodes: ReadonlySet<string>
  people: KnownPeople
  classes: readonly KnownClass[]
  decisions: readonly KnownDecision[]
  choices: ReadonlyMap<string, Choice>
  newId: () => string
  /** The id of the person whom the row enters, should it enter one. */
  entrantId: (candidate: Candidate) => string
}

/** What a row comes to, by what is known and by the rows before it. */
export type RowPlanner = (candidate: Candidate, given: PlanGiven) => Planned

export function choiceOf(given: Pick<PlanGiven, 'choices'>, candidate: Candidate): Choice | undefined {
  return given.choices.get(rowKey(candidate))
}

export function emptyPlan(candidate: Candidate): Planned {
  return { candidate, state: 'new', personId: null, changes: [], options: [], refusals: [], notes: candidate.warnings, writes: {} }
}

export function refusedPlan(candidate: Candidate, refusals: RowRefusal[]): Planned {
  return { ...emptyPlan(candidate), state: 'refused', refusals }
}

export function refusal(candidate: Candidate, field: FieldName, why: RowWhy): RowRefusal {
  return { ...placeOf(candidate, field), why }
}

/** The unit of the row: as its own cell or section says, else the one chosen for the whole list. */
export function unitOfRow(candidate: Candidate, day: string, given: PlanGiven): { unit: ListedUnit } | { why: RowWhy } {
  const reading = candidate.fields.unit?.value
  if (reading) return given.unitOn(reading, day)
  return given.defaultUnit ? { unit: given.defaultUnit } : { why: { code: 'unit-missing' } }
}

/** Folded names: each row asks for its own several times. */
export const folded = remembering(fold)

export function soughtBy(candidate: Candidate, unitId: string | null): Sought {
  const { fields } = candidate
  return {
    search: folded(fields.name?.value ?? ''),
    birth: fields.birth?.value ?? null,
    cccd: fields.personalId?.value ?? null,
    oldId: fields.oldId?.value ?? null,
    unitId,
    commune: communeKey(fields.nativePlace?.value),
  }
}

/** What two rows of one file about one new person have in common. */
export function personKey(sought: Sought): string {
  return sought.cccd ?? [sought.search, sought.birth ? toIso(sought.birth) : '', sought.unitId].join('|')
}

/** What the row comes to when it means this person. */
export type IfMeant = (person: KnownPerson) => Pick<Planned, 'state' | 'changes'>

const mostOptions = 8

/** Those the row may mean, the likely ones first. */
export function optionsOf(meant: Meant, ifMeant: IfMeant): Option[] {
  if (meant.as === 'elsewhere') return []
  const likely = meant.as === 'ask' ? meant.likely : []
  const weak = meant.as === 'person' ? meant.others : meant.weak
  return [...likely, ...weak].slice(0, mostOptions).map((person) => {
    const last = person.ties.at(-1)
    const { state, changes } = ifMeant(person)
    return {
      personId: person.personId,
      name: person.fullName,
      birth: dateText(person.birth),
      unit: last?.unitName ?? null,
      post: person.posts.at(-1)?.titleText ?? null,
      isWeak: !likely.includes(person),
      state,
      changes,
    }
  })
}

/** Nobody is born after today. */
export function birthToCome(candidate: Candidate, today: string): RowRefusal[] {
  const birth = candidate.fields.birth
  return birth && lowDay(birth.value) > today ? [refusal(candidate, 'birth', { code: 'date-after-today', text: birth.text })] : []
}
