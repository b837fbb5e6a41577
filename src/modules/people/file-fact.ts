import type { Bilingual } from '#lib/language.ts'
import { withoutGuarded } from './field-classes.ts'
import type { StoredFact } from './stored-fact.ts'
import type { Facts, FactsKind } from './file.contract.ts'

export type Named = { id: string } & Bilingual
/** What the facts speak of beside the person: units by the day of the fact, classes. */
export type Around = {
  unit: (id: string, on: string | null) => Named
  classOf: (id: string) => { title: string; kind: string; openerId: string | null }
}

type Shown<K extends FactsKind> = Facts[K][number]

/** How each kind of fact is shown; `isOpen` false leaves the guarded fields out. */
export const showFact: { [K in FactsKind]: (stored: StoredFact, around: Around, isOpen: boolean) => Shown<K> } = {
  profiles: (stored, _, isOpen) => profile(stored, isOpen),
  identities: (stored) => ({ ...held(stored), kind: word(stored, 'kind'), number: word(stored, 'number') }),
  assignments: (stored, { unit }) => ({
    ...dated(stored),
    kind: word(stored, 'kind'),
    unit: unit(word(stored, 'unit_id'), stored.from),
    titleCode: text(stored, 'title_code'),
    titleText: word(stored, 'title_text'),
    officialKind: text(stored, 'official_kind'),
  }),
  memberships: (stored, { unit }) => ({
    ...dated(stored),
    kind: word(stored, 'kind'),
    association: text(stored, 'association'),
    unit: unit(word(stored, 'unit_id'), stored.from),
    titleText: text(stored, 'title_text'),
  }),
  qualifications: (stored) => ({
    ...dated(stored),
    kind: word(stored, 'kind'),
    level: word(stored, 'level'),
    state: word(stored, 'state'),
    fieldCode: text(stored, 'field_code'),
    fieldText: text(stored, 'field_text'),
    language: text(stored, 'language'),
    mode: text(stored, 'mode'),
    institution: text(stored, 'institution'),
    result: text(stored, 'result'),
    certificate: text(stored, 'certificate'),
    written: text(stored, 'written'),
  }),
  ratings: (stored) => ({ ...held(stored), year: Number(stored.fact['year']), grade: word(stored, 'grade') }),
  sendings: (stored, { unit }) => ({
    ...held(stored),
    kind: word(stored, 'kind'),
    purpose: text(stored, 'purpose'),
    unit: unit(word(stored, 'unit_id'), word(stored, 'sent_on')),
    titleText: text(stored, 'title_text'),
    sentOn: word(stored, 'sent_on'),
    ...study(text(stored, 'study')),
    studyText: text(stored, 'study_text'),
    institution: text(stored, 'institution'),
    mode: text(stored, 'mode'),
    outcome: text(stored, 'outcome'),
    outcomeOn: text(stored, 'outcome_on'),
    status: word(stored, 'status'),
  }),
  enrolments: (stored, { unit, classOf }) => {
    const { title, kind, openerId } = classOf(word(stored, 'class_id'))
    const unitId = text(stored, 'unit_id')
    return {
      ...held(stored),
      classId: word(stored, 'class_id'),
      classTitle: title,
      classKind: kind,
      opener: openerId ? unit(openerId, stored.from) : null,
      unit: unitId ? unit(unitId, stored.from) : null,
      titleText: text(stored, 'title_text'),
      result: text(stored, 'result'),
      certificate: text(stored, 'certificate'),
    }
  },
  certificates: (stored, { classOf }) => ({
    ...held(stored),
    classId: word(stored, 'class_id'),
    classTitle: classOf(word(stored, 'class_id')).title,
    number: word(stored, 'number'),
    issuedOn: word(stored, 'issued_on'),
    code: word(stored, 'check_code'),
  }),
  secondments: (stored, { unit }) => ({
    ...held(stored),
    fromUnit: unit(word(stored, 'from_unit_id'), stored.from),
    hostUnit: unit(word(stored, 'host_unit_id'), stored.from),
    titleText: text(stored, 'title_text'),
    task: text(stored, 'task'),
    plannedEnd: text(stored, 'planned_end'),
    overrideReason: text(stored, 'override_reason'),
  }),
}

function profile(stored: StoredFact, isOpen: boolean): Shown<'profiles'> {
  const sex = text(stored, 'sex')
  const whole = {
    id: word(stored, 'id'),
    origin: stored.origin,
    fullName: word(stored, 'full_name'),
    sex: sex === 'male' || sex === 'female' ? sex : null,
    birth: text(stored, 'birth'),
    ethnicity: text(stored, 'ethnicity'),
    ethnicityText: text(stored, 'ethnicity_text'),
    religion: text(stored, 'religion'),
    nativePlace: text(stored, 'native_place'),
    birthplace: text(stored, 'birthplace'),
    residence: text(stored, 'residence'),
    generalEducation: text(stored, 'general_education'),
    partyJoined: text(stored, 'party_joined'),
    partyOfficial: text(stored, 'party_official'),
    phone: text(stored, 'phone'),
  } satisfies Shown<'profiles'>
  return isOpen ? whole : withoutGuarded(whole)
}

function held(stored: StoredFact): { id: string; origin: StoredFact['origin']; from: string | null; to: string | null } {
  return { id: word(stored, 'id'), origin: stored.origin, from: stored.from, to: stored.to }
}

function dated(stored: StoredFact): ReturnType<typeof held> & { fromKnown: boolean } {
  return { ...held(stored), fromKnown: stored.fact['from_known'] !== false }
}

function text({ fact }: StoredFact, name: string): string | null {
  const value = fact[name]
  return typeof value === 'string' ? value : null
}

function word(stored: StoredFact, name: string): string {
  return text(stored, name) ?? ''
}

/** '[2018-10-01,2020-04-01)' as its two days. */
function study(range: string | null): { studyFrom: string | null; studyTo: string | null } {
  const found = /^\[?\(?([\d-]*),([\d-]*)[)\]]$/.exec(range ?? '')
  return { studyFrom: found?.[1] || null, studyTo: found?.[2] || null }
}
