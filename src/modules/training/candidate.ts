/** A course as far as its conditions go: a class, or a line of a plan. `endsOn` is the first day after it. */
export type Course = {
  kind: string
  mode: string | null
  startsOn: string | null
  endsOn: string | null
  fieldText: string | null
  /** The class itself, which does not stand in its own way. */
  classId?: string | null
}

/** What is known of somebody who may be sent, as of a day. */
export type Candidate = {
  personId: string
  /** '1975', '1975-05' or '1975-05-19'. */
  birth: string | null
  sex: 'male' | 'female' | null
  generalEducation: string | null
  /** By the dates in the curriculum vitae; by membership alone only that somebody belongs. */
  party: { joined: string | null; official: string | null; isMember: boolean }
  /** Years of service count from here, breaks taken off; `isAtLeast` where the beginning is not known. */
  service: { from: string; isAtLeast: boolean } | null
  ratings: readonly { year: number; grade: string }[]
  qualifications: readonly HeldQualification[]
  post: {
    unitId: string
    unitKind: string
    titleCode: string | null
    titleText: string
    isLeader: boolean
    fields: readonly string[]
  } | null
  busy: readonly Busy[]
}

export type HeldQualification = {
  kind: string
  level: string
  rank: number
  state: 'studying' | 'finished' | 'abandoned'
  fieldCode: string | null
  fieldText: string | null
  language: string | null
  from: string
  to: string | null
  expiresOn: string | null
}

/** What takes the person's time: a sending without outcome, a class being attended, another nomination. */
export type Busy = {
  what: 'sending' | 'class' | 'nomination'
  id: string
  classId: string | null
  kind: string
  title: string | null
  mode: string | null
  from: string
  /** The first day on which it no longer does; null where nobody knows. */
  to: string | null
}

export type Values = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** Where a condition stands. Without a document it is this program's own care: two courses at once, a diploma already held. */
export type ConditionRule = { id: string; document: string | null; article: string | null; verified: boolean }

export type ConditionState = 'met' | 'unmet' | 'unknown'

export const conditionCodes = [
  'rule',
  'age',
  'service',
  'ratings',
  'field',
  'commitment',
  'party',
  'degree',
  'office',
  'scheme',
  'step',
  'held',
  'studying',
  'clash',
  'retirement',
] as const
export type ConditionCode = (typeof conditionCodes)[number]

export type Condition = { code: ConditionCode; state: ConditionState; rule: ConditionRule; asked: Values; found: Values }
