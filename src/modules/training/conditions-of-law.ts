import type { Citation } from '#law/citation.ts'
import { educationLevels } from '#law/education-levels.ts'
import { fieldOfStudyOf } from '#law/fields-of-study.ts'
import { ratingRank } from '#law/ratings.ts'
import { stateManagementLevels } from '#law/state-management-levels.ts'
import { commitmentMonths, trainingPacksOn } from '#law/training-packs.ts'
import { ageOn, monthsBetween } from '#lib/days.ts'
import { fromIso, highDay } from '#lib/partial-date.ts'
import { isUnitKind, kindOfUnit } from '#modules/organisation/unit-kind.ts'
import type { Candidate, Condition, ConditionRule, ConditionState, Course, Values } from './candidate.ts'
import { monthsOfCourse } from './course.ts'

/** Age when first sent, full years of service, two good years, the field of the post, service owed afterwards. */
export function postgraduateConditions(course: Course, candidate: Candidate, sentOn: string): Condition[] {
  const pack = trainingPacksOn(sentOn).postgraduate
  if (!pack) return [noRuleKnown('train.pg')]
  const rule = ruleOf(pack)
  const months = monthsOfCourse(course)
  const owed = months === null ? null : commitmentMonths(months, sentOn)
  return [
    ageAtMost(candidate, sentOn, pack.ageMaxFirst, rule),
    serviceAtLeast(candidate, sentOn, pack.serviceYearsMin, rule),
    ratingsAtLeast(candidate, sentOn, { years: pack.ratingYears, grade: pack.ratingMin }, rule),
    fieldFits(course, candidate, rule),
    // That it was signed is not on record: what is owed is worked out and shown.
    { code: 'commitment', state: 'unknown', rule, asked: { factor: pack.commitFactor, months: owed }, found: {} },
  ]
}

/** Office, Party, degree, two years' ratings, and the age of those who study part-time. */
export function theoryConditions(course: Course, candidate: Candidate, sentOn: string): Condition[] {
  const packs = trainingPacksOn(sentOn)
  const isAdvanced = course.kind === 'LLCT_CC'
  const pack = isAdvanced ? packs.theoryAdvanced : packs.theoryIntermediate
  if (!pack) return [noRuleKnown(isAdvanced ? 'train.llct.cc.parttime' : 'train.llct.tc.parttime')]
  const rule = ruleOf(pack)
  const conditions = [officeHeld(candidate, rule), partyMember(candidate, sentOn, pack.party, rule)]
  if (pack.degreeMin) conditions.push(degreeAtLeast(candidate, pack.degreeMin, pack.degreeMinSomeEthnic !== null, rule))
  if (pack.ratingYears !== null && pack.ratingMin !== null)
    conditions.push(ratingsAtLeast(candidate, sentOn, { years: pack.ratingYears, grade: pack.ratingMin }, rule))
  if (course.mode !== 'TT')
    conditions.push(ageOfPartTime(course, candidate, sentOn, { male: pack.ageMinMale, female: pack.ageMinFemale }, rule))
  return conditions
}

/** Below postgraduate, the decree meant officials of communes in hard places, and those of approved schemes. */
export function degreeConditions({ post }: Candidate, sentOn: string): Condition[] {
  const pack = trainingPacksOn(sentOn).degree
  if (!pack) return [noRuleKnown('train.degree')]
  const level = post && isUnitKind(post.unitKind) ? kindOfUnit(post.unitKind).level : null
  // Which communes are hard places is not on record, so that those of a commune remain a question.
  const state: ConditionState = post === null || level === pack.levelOfUnits ? 'unknown' : 'unmet'
  return [{ code: 'scheme', state, rule: ruleOf(pack), asked: { level: pack.levelOfUnits }, found: { level } }]
}

/** A programme of a rank follows the one below it; no document says so that was checked, hence never more than a question. */
export function stepConditions({ kind }: Course, { qualifications }: Candidate): Condition[] {
  const wanted = Object.entries(stateManagementLevels).find(([code]) => kind === `QLNN_${code}`)?.[1].rank ?? 0
  if (wanted <= 2) return []
  const held = bestOf(qualifications, 'state_management')
  const rule: ConditionRule = { id: 'train.step', document: null, article: null, verified: false }
  const below = Object.entries(stateManagementLevels).find(([code, { rank }]) => rank === wanted - 1 && code !== 'CN')?.[0] ?? null
  return [
    {
      code: 'step',
      state: (held?.rank ?? 0) >= wanted - 1 ? 'met' : 'unknown',
      rule,
      asked: { level: below },
      found: { level: held?.level ?? null },
    },
  ]
}

function ageAtMost({ birth }: Candidate, sentOn: string, most: number, rule: ConditionRule): Condition {
  const born = fromIso(birth ?? '')
  const age = born && ageOn(born, sentOn)
  const state = !age ? 'unknown' : age.most <= most ? 'met' : age.least > most ? 'unmet' : 'unknown'
  return { code: 'age', state, rule, asked: { most }, found: ageFound(age) }
}

function ageOfPartTime(
  { mode }: Course,
  { birth, sex }: Candidate,
  sentOn: string,
  least: { male: number | null; female: number | null },
  rule: ConditionRule,
): Condition {
  const born = fromIso(birth ?? '')
  const age = born && ageOn(born, sentOn)
  const asked = { male: least.male, female: least.female, ...(mode === 'KTT' ? {} : { onlyPartTime: true }) }
  const condition = (state: ConditionState): Condition => ({ code: 'age', state, rule, asked, found: { ...ageFound(age), sex } })
  const { male, female } = least
  if (!age || male === null || female === null) return condition('unknown')
  const asks = sex === null ? [male, female] : [sex === 'male' ? male : female]
  if (age.least >= Math.max(...asks)) return condition('met')
  return condition(age.most < Math.min(...asks) && mode === 'KTT' ? 'unmet' : 'unknown')
}

function serviceAtLeast({ service }: Candidate, sentOn: string, years: number, rule: ConditionRule): Condition {
  const months = service === null ? null : Math.max(0, monthsBetween(service.from, sentOn))
  const state = months === null ? 'unknown' : months >= years * 12 ? 'met' : service?.isAtLeast ? 'unknown' : 'unmet'
  return {
    code: 'service',
    state,
    rule,
    asked: { years },
    found: { months, from: service?.from ?? null, isAtLeast: service?.isAtLeast ?? false },
  }
}

/** Ratings of the past year are due by the middle of January: until then the two years before it are the latest. */
function ratingsAtLeast({ ratings }: Candidate, sentOn: string, asked: { years: number; grade: string }, rule: ConditionRule): Condition {
  const gradeOf = (year: number) => ratings.find((one) => one.year === year)?.grade ?? null
  const lastYear = Number(sentOn.slice(0, 4)) - 1
  const latest = gradeOf(lastYear) === null && sentOn.slice(5) <= '01-15' ? lastYear - 1 : lastYear
  const years = Array.from({ length: asked.years }, (_, back) => latest - back).toReversed()
  const grades = years.map(gradeOf)
  const isBelow = grades.some((grade) => grade !== null && ratingRank(grade) < ratingRank(asked.grade))
  const state = isBelow ? 'unmet' : grades.includes(null) ? 'unknown' : 'met'
  return { code: 'ratings', state, rule, asked, found: { years: years.map(String), grades: grades.map((grade) => grade ?? '') } }
}

function fieldFits({ fieldText }: Course, { post }: Candidate, rule: ConditionRule): Condition {
  const field = fieldText === null ? null : (fieldOfStudyOf(fieldText)?.code ?? null)
  const fields = post?.fields ?? []
  const state = field === null || fields.length === 0 ? 'unknown' : fields.includes(field) ? 'met' : 'unmet'
  return { code: 'field', state, rule, asked: { fields }, found: { field, fieldText } }
}

/** By the dates in the curriculum vitae; whoever is on record as a member only by the cell is one, but of no known standing. */
function partyMember({ party }: Candidate, sentOn: string, asked: readonly string[], rule: ConditionRule): Condition {
  const since = (text: string | null) => {
    const date = fromIso(text ?? '')
    return date !== null && highDay(date) <= sentOn
  }
  const standing = since(party.official) ? 'full' : since(party.joined) ? 'probationary' : party.isMember ? 'member' : null
  const state = standing === null ? 'unmet' : asked.includes(standing) ? 'met' : standing === 'member' ? memberState(asked) : 'unmet'
  return { code: 'party', state, rule, asked: { standing: asked }, found: { standing } }
}

function memberState(asked: readonly string[]): ConditionState {
  return asked.includes('probationary') ? 'met' : 'unknown'
}

/** The text lets officials of some ethnic minorities in from upper secondary: a question to who knows, asked of everybody alike. */
function degreeAtLeast(
  { qualifications, generalEducation }: Candidate,
  level: keyof typeof educationLevels,
  hasException: boolean,
  rule: ConditionRule,
): Condition {
  const held = bestOf(qualifications, 'degree')
  const isEnough = (held?.rank ?? 0) >= educationLevels[level].rank
  const isQuestion = hasException && /^1[02]\/1[02]$/.test(generalEducation ?? '')
  return {
    code: 'degree',
    state: isEnough ? 'met' : isQuestion ? 'unknown' : 'unmet',
    rule,
    asked: { level, exception: hasException },
    found: { level: held?.level ?? null, generalEducation },
  }
}

/** Leaders hold such an office now; who is planned for one cannot be told from the posts. */
function officeHeld({ post }: Candidate, rule: ConditionRule): Condition {
  return { code: 'office', state: post?.isLeader ? 'met' : 'unknown', rule, asked: {}, found: { title: post?.titleText ?? null } }
}

function noRuleKnown(id: string): Condition {
  return { code: 'rule', state: 'unknown', rule: { id, document: null, article: null, verified: false }, asked: {}, found: {} }
}

function bestOf(qualifications: Candidate['qualifications'], kind: string): Candidate['qualifications'][number] | null {
  const finished = qualifications.filter((one) => one.kind === kind && one.state === 'finished')
  return finished.toSorted((one, other) => other.rank - one.rank)[0] ?? null
}

function ageFound(age: { least: number; most: number } | null): Values {
  return { least: age?.least ?? null, most: age?.most ?? null }
}

function ruleOf({ id, document, article, verified }: Citation & { id: string }): ConditionRule {
  return { id, document, article: article ?? null, verified }
}
