import { courseFor, courseForHours, leadMonths, noticeMonths } from '#law/training-courses.ts'
import { isTrainingKind, type TrainingKindCode } from '#law/training-kinds.ts'
import { addMonths } from '#lib/days.ts'

export const needOrigins = ['standard', 'expiry', 'hours', 'added', 'applied'] as const
export type NeedOrigin = (typeof needOrigins)[number]
export type NeedRule = { document: string; article: string | null; verified: boolean }

/** Why a need is pressing or not. */
export type UrgencyWhy =
  | 'lapses'
  | 'leads'
  | 'heavy'
  | 'standard'
  | 'expires'
  | 'year-ends'
  | 'added'
  | 'other-field'
  | 'hours'
  | 'applied'
  | 'serves-short'

/** That a person needs a kind of course in a year, and why; one a person and kind. */
export type Need = {
  personId: string
  unitId: string
  titleCode: string | null
  titleText: string
  kind: TrainingKindCode
  origin: NeedOrigin
  requirement: string | null
  level: string | null
  standardId: string | null
  /** Of the post, 1 to 10. */
  weight: number
  /** 3 is the most pressing. */
  urgency: 1 | 2 | 3
  urgencyWhy: UrgencyWhy
  rule: NeedRule | null
  /** What the unit or the official says of it. */
  reason: string | null
  /** Periods held, for `hours`. */
  found: number | null
  expiresOn: string | null
  claimId: string | null
  struck: { reason: string; by: string } | null
  excluded: 'retires' | null
  /** The last day of service by law; null where the birth date or the sex is not known. */
  retiresOn: string | null
}

type Place = { personId: string; unitId: string; titleCode: string | null; titleText: string; isLeader: boolean; weight: number }
/** A standard that the post asks and nobody studies for. */
export type Lacking = Place & { requirement: string; level: string | null; rank: number; standardId: string; found: number } & NeedRule
export type Expiring = Place & { requirement: string; level: string; expiresOn: string }
export type ShortOfHours = Place & { found: number }
export type Claim = Place & {
  claimId: string
  kind: string
  stance: 'added' | 'applied' | 'struck'
  reason: string
  by: string
  /** A struck claim that answered the official's own application. */
  wasApplied: boolean
}

export type NeedFacts = {
  year: number
  on: string
  lacking: readonly Lacking[]
  expiring: readonly Expiring[]
  short: readonly ShortOfHours[]
  /** The yearly least number of periods and where it is written. */
  hoursRule: NeedRule | null
  claims: readonly Claim[]
  retiresOn: ReadonlyMap<string, string>
}

/** Within these months after the course, little comes back of it. */
const shortServiceMonths = 24

/** All needs of a year, told from what the posts ask, what expires, what is short and what people say. */
export function needsFrom(facts: NeedFacts): Need[] {
  const derived = new Map<string, Need>()
  const candidates = [...highestOnly(facts.lacking).flatMap(fromStandard), ...facts.expiring.flatMap(fromExpiry)]
  const hours = facts.hoursRule ? facts.short.map((one) => fromHours(one, facts)) : []
  for (const need of [...candidates, ...hours]) keepHeavier(derived, need)
  for (const claim of facts.claims) sayClaim(derived, claim)
  return [...derived.values()].map((need) => settled(need, facts))
}

/** The day by which a course of this kind ends, begun as early as the year and the notice allow. */
export function courseEndsOn(kind: TrainingKindCode, year: number, on: string): string {
  const soonest = addMonths(on, noticeMonths)
  const begins = soonest > `${year}-01-01` ? soonest : `${year}-01-01`
  return addMonths(begins, leadMonths(kind, on) - noticeMonths)
}

/** Until when a certificate must hold not to be a need of the year. */
export function expiryHorizon(year: number, on: string, kind: TrainingKindCode): string {
  const inLead = addMonths(on, leadMonths(kind, on))
  const yearEnd = `${year + 1}-01-01`
  return inLead > yearEnd ? inLead : yearEnd
}

/** Who lacks two levels of one thing needs the course for the higher one. */
function highestOnly(lacking: readonly Lacking[]): Lacking[] {
  const best = new Map<string, Lacking>()
  for (const one of lacking) {
    const key = `${one.personId} ${one.requirement}`
    const before = best.get(key)
    if (!before || one.rank > before.rank || (one.rank === before.rank && one.weight > before.weight)) best.set(key, one)
  }
  return [...best.values()]
}

function fromStandard(one: Lacking): Need[] {
  const kind = one.requirement === 'hours' ? courseForHours(one.isLeader) : courseFor(one.requirement, one.level)
  if (!kind) return []
  const origin = one.requirement === 'hours' ? 'hours' : 'standard'
  const rule = { document: one.document, article: one.article, verified: one.verified }
  return [
    {
      ...blank(one, kind, origin),
      requirement: one.requirement,
      level: one.level,
      standardId: one.standardId,
      rule,
      found: one.found,
      ...urgencyOfStandard(one),
    },
  ]
}

function urgencyOfStandard({ requirement, isLeader, weight }: Lacking): Pick<Need, 'urgency' | 'urgencyWhy'> {
  if (requirement === 'hours') return { urgency: 1, urgencyWhy: 'hours' }
  // Only another degree would meet it: the last thing to send somebody for.
  if (requirement === 'field') return { urgency: 1, urgencyWhy: 'other-field' }
  if (weight >= 8) return { urgency: 3, urgencyWhy: 'heavy' }
  return isLeader ? { urgency: 3, urgencyWhy: 'leads' } : { urgency: 2, urgencyWhy: 'standard' }
}

function fromExpiry(one: Expiring): Need[] {
  const kind = courseFor(one.requirement, one.level)
  return kind
    ? [
        {
          ...blank(one, kind, 'expiry'),
          requirement: one.requirement,
          level: one.level,
          expiresOn: one.expiresOn,
          urgency: 2,
          urgencyWhy: 'expires',
        },
      ]
    : []
}

function fromHours(one: ShortOfHours, { year, on, hoursRule }: NeedFacts): Need {
  const isLate = on >= `${year}-10-01`
  const urgency = isLate ? ({ urgency: 2, urgencyWhy: 'year-ends' } as const) : ({ urgency: 1, urgencyWhy: 'hours' } as const)
  return { ...blank(one, courseForHours(one.isLeader), 'hours'), requirement: 'hours', rule: hoursRule, found: one.found, ...urgency }
}

function keepHeavier(derived: Map<string, Need>, need: Need): void {
  const key = keyOf(need)
  const before = derived.get(key)
  if (!before || need.urgency > before.urgency || (need.urgency === before.urgency && need.weight > before.weight)) derived.set(key, need)
}

/** What is said of a derived need stands beside it; what is said of no derived one is a need of its own. */
function sayClaim(derived: Map<string, Need>, claim: Claim): void {
  if (!isTrainingKind(claim.kind)) return
  const before = derived.get(keyOf({ personId: claim.personId, kind: claim.kind }))
  const need = before ?? needOfClaim(claim, claim.kind)
  if (!need) return
  const said =
    claim.stance === 'struck'
      ? { claimId: claim.claimId, struck: { reason: claim.reason, by: claim.by } }
      : { claimId: claim.claimId, reason: claim.reason }
  derived.set(keyOf(need), { ...need, ...said })
}

function needOfClaim(claim: Claim, kind: TrainingKindCode): Need | null {
  if (claim.stance === 'struck') return claim.wasApplied ? { ...blank(claim, kind, 'applied'), urgency: 1, urgencyWhy: 'applied' } : null
  if (claim.stance === 'applied') return { ...blank(claim, kind, 'applied'), urgency: 1, urgencyWhy: 'applied' }
  return { ...blank(claim, kind, 'added'), urgency: 2, urgencyWhy: 'added' }
}

/** Marks who leaves before the course ends, and lowers what would soon be lost; what lapses before a course could end presses most. */
function settled(need: Need, { year, on, retiresOn }: NeedFacts): Need {
  const ends = courseEndsOn(need.kind, year, on)
  const leaves = retiresOn.get(need.personId) ?? null
  if (leaves !== null && leaves < ends) return { ...need, retiresOn: leaves, excluded: 'retires' }
  if (leaves !== null && need.origin !== 'hours' && leaves < addMonths(ends, shortServiceMonths))
    return { ...need, retiresOn: leaves, urgency: 1, urgencyWhy: 'serves-short' }
  if (need.expiresOn !== null && need.expiresOn < ends) return { ...need, retiresOn: leaves, urgency: 3, urgencyWhy: 'lapses' }
  return { ...need, retiresOn: leaves }
}

function keyOf({ personId, kind }: { personId: string; kind: string }): string {
  return `${personId} ${kind}`
}

function blank(place: Place, kind: TrainingKindCode, origin: NeedOrigin): Need {
  return {
    ...{ personId: place.personId, unitId: place.unitId, titleCode: place.titleCode, titleText: place.titleText, weight: place.weight },
    ...{ kind, origin, requirement: null, level: null, standardId: null, rule: null, reason: null, found: null, expiresOn: null },
    ...{ claimId: null, struck: null, excluded: null, retiresOn: null, urgency: 2, urgencyWhy: 'standard' },
  }
}
