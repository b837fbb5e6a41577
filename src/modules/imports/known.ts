import type { PartialDate } from '#lib/partial-date.ts'
import { soundKey } from '#lib/vietnamese-names.ts'

export type KnownIdentity = {
  id: string
  kind: 'cccd' | 'cmnd' | 'official' | 'party_card'
  number: string
  from: string
  to: string | null
}
export type KnownPost = {
  id: string
  kind: string
  unitId: string
  titleCode: string | null
  titleText: string
  officialKind: string | null
  from: string
  to: string | null
  fromKnown: boolean
  decisionId: string | null
}
export type KnownTie = { unitId: string; unitName: string; from: string; to: string | null }
export type KnownQualification = {
  id: string
  kind: string
  level: string
  rank: number
  state: 'studying' | 'finished' | 'abandoned'
  fieldCode: string | null
  fieldText: string | null
  language: string | null
  mode: string | null
  institution: string | null
  result: string | null
  certificate: string | null
  written: string | null
  from: string
  to: string | null
  fromKnown: boolean
  decisionId: string | null
}
export type KnownSending = {
  id: string
  kind: string
  decisionId: string | null
  unitId: string
  titleText: string | null
  purpose: string | null
  sentOn: string
  studyFrom: string | null
  studyTo: string | null
  studyText: string | null
  institution: string | null
  mode: string | null
  outcome: 'completed' | 'failed' | 'dropped' | null
  outcomeOn: string | null
}
export type KnownEnrolment = {
  id: string
  classId: string
  result: string | null
  certificate: string | null
  unitId: string | null
  titleText: string | null
}

/** What is known of a person a list may mean. */
export type KnownPerson = {
  personId: string
  profileId: string
  isInScope: boolean
  fullName: string
  search: string
  sex: 'male' | 'female' | null
  birth: string | null
  ethnicity: string | null
  ethnicityText: string | null
  religion: string | null
  nativePlace: string | null
  birthplace: string | null
  residence: string | null
  generalEducation: string | null
  partyJoined: string | null
  partyOfficial: string | null
  phone: string | null
  decisionId: string | null
  identities: KnownIdentity[]
  posts: KnownPost[]
  ties: KnownTie[]
  qualifications: KnownQualification[]
  sendings: KnownSending[]
  enrolments: KnownEnrolment[]
}

export type KnownClass = {
  classId: string
  versionId: string
  kind: string
  title: string
  search: string
  openerUnitId: string
  openedOn: string
  closedOn: string | null
  place: string | null
  lecturer: string | null
  headCount: number | null
}

/** By what a row is looked for. */
export type SoughtPerson = { search: string; birth: PartialDate | null; numbers: string[] }

export type KnownPeople = { bySearch: Map<string, KnownPerson[]>; byNumber: Map<string, KnownPerson>; byId: Map<string, KnownPerson> }

export function indexPeople(people: readonly KnownPerson[]): KnownPeople {
  const known: KnownPeople = { bySearch: new Map(), byNumber: new Map(), byId: new Map() }
  for (const person of people) {
    known.byId.set(person.personId, person)
    const key = soundKey(person.search)
    const alike = known.bySearch.get(key)
    if (alike) alike.push(person)
    else known.bySearch.set(key, [person])
    for (const { number } of person.identities) known.byNumber.set(number, person)
  }
  return known
}
