import { retirementOf } from '#law/retirement.ts'
import { retirementLaw } from '#law/retirement.ts'
import { commitmentMonths } from '#law/training-packs.ts'
import { addDays, addMonths } from '#lib/days.ts'
import { fromIso, highDay, lowDay } from '#lib/partial-date.ts'
import { fieldCodeOf, rankOf } from '#modules/qualifications/qualification.ts'
import type { Busy, Candidate, Condition, ConditionRule, ConditionState, Course, HeldQualification } from './candidate.ts'
import { isPartTime, monthsOfCourse } from './course.ts'
import { endOfCourse } from './sending.ts'

/** Nobody is sent for what they hold already; a second degree in another field is another degree. */
export function heldConditions(course: Course, { qualifications }: Candidate, sentOn: string): Condition[] {
  const end = endOfCourse(course.kind)
  if (!end) return []
  const rank = rankOf(end.kind, end.level)
  const same = qualifications.find(
    (one) =>
      one.kind === end.kind &&
      one.state === 'finished' &&
      one.rank >= rank &&
      (one.expiresOn === null || one.expiresOn > sentOn) &&
      !isOtherField(course, one, rank),
  )
  return [
    {
      code: 'held',
      state: same ? 'unmet' : 'met',
      rule: ownRule('board.held'),
      asked: { kind: end.kind, level: end.level },
      found: { kind: same?.kind ?? null, level: same?.level ?? null, field: same?.fieldText ?? null, from: same?.from ?? null },
    },
  ]
}

/** Whoever is at such a course already, or was sent to one that has no outcome, is not sent a second time. */
export function studyingCondition(course: Course, { qualifications, busy }: Candidate, sentOn: string): Condition {
  const end = endOfCourse(course.kind)
  const study = qualifications.find(
    (one) => one.state === 'studying' && one.kind === end?.kind && one.level === end.level && (one.to === null || one.to > sentOn),
  )
  const sent = busy.find(
    (one) => one.what !== 'nomination' && one.kind === course.kind && isOther(course, one) && (one.to === null || one.to > sentOn),
  )
  return {
    code: 'studying',
    state: study || sent ? 'unmet' : 'met',
    rule: ownRule('board.studying'),
    asked: {},
    found: { what: sent?.what ?? (study ? 'study' : null), title: sent?.title ?? null, from: sent?.from ?? study?.from ?? null },
  }
}

/** Two things at once; a course beside the work leaves days for another, so that one only has to be looked at. */
export function clashCondition(course: Course, { busy }: Candidate): Condition {
  const others = busy.filter((one) => isOther(course, one) && one.kind !== course.kind && overlaps(course, one))
  const sure = others.find((one) => one.to !== null && !isPartTime(one.mode) && !isPartTime(course.mode))
  const shown = sure ?? others[0]
  const isKnown = course.startsOn !== null && course.endsOn !== null
  const state: ConditionState = sure ? 'unmet' : shown || !isKnown ? 'unknown' : 'met'
  return {
    code: 'clash',
    state,
    rule: ownRule('board.clash'),
    asked: { from: course.startsOn, to: course.endsOn },
    found: {
      what: shown?.what ?? null,
      kind: shown?.kind ?? null,
      title: shown?.title ?? null,
      from: shown?.from ?? null,
      to: shown?.to ?? null,
    },
  }
}

/** The study, and the service owed for it, ends before the pension begins. */
export function retirementCondition(course: Course, { birth, sex }: Candidate, sentOn: string): Condition {
  const until = serveUntil(course, sentOn)
  const born = fromIso(birth ?? '')
  const rule: ConditionRule = { id: 'retire.age', document: retirementLaw.document, article: null, verified: retirementLaw.verified }
  if (until === null || born === null) return { code: 'retirement', state: 'unknown', rule, asked: { until }, found: { month: null } }
  const days = [lowDay(born), highDay(born)]
    .map((day) => fromIso(day))
    .filter((day) => day !== null)
    .flatMap((day) => (sex === null ? (['male', 'female'] as const) : [sex]).map((one) => retirementOf(day, one).lastDay))
    .toSorted()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const lastDay = addDays(until, -1)
  const state: ConditionState = first >= lastDay ? 'met' : last < lastDay ? 'unmet' : 'unknown'
  return { code: 'retirement', state, rule, asked: { until }, found: { month: first.slice(0, 7), latest: last.slice(0, 7) } }
}

function serveUntil(course: Course, sentOn: string): string | null {
  const end = course.endsOn ?? course.startsOn
  const months = monthsOfCourse(course)
  if (end === null || months === null || !course.kind.startsWith('DT_SDH')) return end
  return addMonths(end, commitmentMonths(months, sentOn) ?? 0)
}

function isOtherField(course: Course, held: HeldQualification, rank: number): boolean {
  const field = fieldCodeOf(course.fieldText)
  return held.kind === 'degree' && held.rank === rank && field !== null && held.fieldCode !== null && field !== held.fieldCode
}

function isOther(course: Course, one: Busy): boolean {
  return !course.classId || one.classId !== course.classId
}

function overlaps({ startsOn, endsOn }: Course, one: Busy): boolean {
  if (startsOn === null) return false
  const end = endsOn ?? addDays(startsOn, 1)
  return one.from < end && (one.to === null || startsOn < one.to)
}

function ownRule(id: string): ConditionRule {
  return { id, document: null, article: null, verified: true }
}
