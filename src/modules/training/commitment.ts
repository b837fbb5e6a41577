import { commitmentRuleOn, isWholeOwed, repaymentOf, serviceDueOn, wholeMonths, type RepaymentCause } from '#law/commitment.ts'
import { isCostItem } from '#law/training-costs.ts'
import { fold } from '#lib/vietnamese-names.ts'
import { warning, type Objection } from '#lib/override.ts'

export type CostLine = {
  /** Of the circular's list (law/training-costs.ts). */
  item: string
  /** Whole đồng. */
  amount: number
  voucher: string | null
  note?: string | null
}

export const commitmentStates = ['studying', 'running', 'fulfilled', 'broken'] as const
export type CommitmentState = (typeof commitmentStates)[number]
/** What somebody should look at: has left, is about to, retires before the day, failed the study. */
export type CommitmentAlert = 'left' | 'leaving' | 'retires' | 'retired' | 'study_failed'

export type Committed = {
  committedMonths: number
  /** The first day of the service owed; none while the study goes on. */
  serviceFrom: string | null
  outcome: string | null
  /** The first day without a post; none while one is held without an end. */
  lastUntil: string | null
  /** 'YYYY-MM' */
  retiresIn: string | null
  hasRepayment: boolean
}
export type Standing = {
  dueOn: string | null
  servedMonths: number
  owedMonths: number
  state: CommitmentState
  alert: CommitmentAlert | null
}

/** How the commitment stands on a day: it is fulfilled by the day itself, nobody has to say so. */
export function standingOf(one: Committed, day: string): Standing {
  const { serviceFrom, committedMonths, lastUntil } = one
  const dueOn = serviceFrom && serviceDueOn(serviceFrom, committedMonths)
  const hasLeft = lastUntil !== null && lastUntil <= day
  const servedUntil = hasLeft ? lastUntil : day
  const servedMonths = serviceFrom ? Math.min(wholeMonths(serviceFrom, servedUntil), committedMonths) : 0
  const isServed = dueOn !== null && dueOn <= servedUntil
  const alert = isServed ? null : alertOf(one, dueOn, day)
  const isBroken = one.hasRepayment || alert === 'left' || alert === 'study_failed'
  const state = isServed ? 'fulfilled' : isBroken ? 'broken' : serviceFrom ? 'running' : 'studying'
  return { dueOn, servedMonths, owedMonths: committedMonths - servedMonths, state, alert }
}

function alertOf({ outcome, lastUntil, retiresIn }: Committed, dueOn: string | null, day: string): CommitmentAlert | null {
  if (outcome === 'failed' || outcome === 'dropped') return 'study_failed'
  // Whether retirement breaks a commitment no text seen says: it is a question, not a breach.
  if (lastUntil !== null && lastUntil <= day) return retiresIn !== null && retiresIn <= lastUntil.slice(0, 7) ? 'retired' : 'left'
  if (lastUntil !== null && (dueOn === null || lastUntil < dueOn)) return 'leaving'
  return retiresIn !== null && dueOn !== null && retiresIn < dueOn.slice(0, 7) ? 'retires' : null
}

export function totalOf(lines: readonly CostLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}

/** Why these lines are not what is to be paid back: pay and allowances never are. */
export function costObjections(lines: readonly CostLine[]): Objection[] {
  const isPay = ({ item, note }: CostLine) =>
    item === 'salary' || item === 'allowance' || /\b(luong|phu cap|salary|allowance)\b/.test(fold(note ?? ''))
  const pay = lines.findIndex(isPay)
  if (pay >= 0) return [{ code: 'cost-is-pay', line: pay + 1 }]
  const unknown = lines.findIndex(({ item }) => !isCostItem(item))
  return unknown >= 0 ? [{ code: 'cost-item-unknown', line: unknown + 1 }] : []
}

export type Asked = { cause: RepaymentCause; on: string; isReduced: boolean }
export type Assessment = {
  cost: number
  committedMonths: number
  servedMonths: number
  amount: number
  isWhole: boolean
  /** What the older decree would take off, and whether that was chosen. */
  reduction: { percent: number; isApplied: boolean; verified: boolean } | null
  rule: { document: string; verified: boolean }
  limits: { councilDays: number; paymentDays: number; verified: boolean } | null
}

/** What is to be paid back if it ends so on that day. `serviceYears` are those before the course. */
export function assess(
  one: {
    sentOn: string
    document: string
    committedMonths: number
    serviceFrom: string | null
    costLines: readonly CostLine[]
    serviceYears: number
  },
  { cause, on, isReduced }: Asked,
): Assessment {
  const rule = commitmentRuleOn(one.sentOn)
  const isWhole = isWholeOwed(cause, on, one.serviceFrom)
  const cost = totalOf(one.costLines)
  const servedMonths = isWhole || !one.serviceFrom ? 0 : Math.min(wholeMonths(one.serviceFrom, on), one.committedMonths)
  const percent = rule?.reduction ? rule.reduction.percentAYear * one.serviceYears : 0
  const amount = repaymentOf({ cost, committedMonths: one.committedMonths, servedMonths, percentOff: isReduced ? percent : 0 })
  return {
    cost,
    committedMonths: one.committedMonths,
    servedMonths,
    amount,
    isWhole,
    reduction: rule?.reduction ? { percent, isApplied: isReduced, verified: rule.reduction.verified } : null,
    rule: { document: one.document, verified: rule?.verified ?? false },
    limits: rule?.limits ?? null,
  }
}

/** Why the repayment may not be recorded so. */
export function repaymentObjections(
  one: { sentOn: string; serviceFrom: string | null; hasRepayment: boolean },
  { cause, on }: Asked,
  assessed: Assessment,
  today: string,
): Objection[] {
  if (one.hasRepayment) return [{ code: 'repayment-recorded' }]
  if (on > today) return [{ code: 'repayment-in-future', on }]
  if (on < one.sentOn) return [{ code: 'end-before-start', from: one.sentOn, to: on }]
  if ((cause === 'quit' || cause === 'no_degree') && one.serviceFrom !== null && on > one.serviceFrom)
    return [{ code: 'study-has-ended', on: one.serviceFrom }]
  if (assessed.cost === 0) return [{ code: 'costs-missing' }]
  return assessed.amount === 0 ? [{ code: 'nothing-owed' }] : []
}

/** Why the commitment may not be recorded so. */
export function commitmentObjections(given: {
  sentOn: string
  isCommitted: boolean
  serviceFrom: string | null
  courseMonths: number
  committedMonths: number | null
  rule: { factor: number; document: string; verified: boolean } | undefined
}): Objection[] {
  const { sentOn, serviceFrom, courseMonths, committedMonths, rule } = given
  if (given.isCommitted) return [{ code: 'committed-once' }]
  if (serviceFrom !== null && serviceFrom <= sentOn) return [{ code: 'end-before-start', from: sentOn, to: serviceFrom }]
  if (committedMonths === null) return [{ code: 'commitment-rule-unknown', on: sentOn }]
  if (!rule || committedMonths >= courseMonths * rule.factor) return []
  return [
    warning('commitment-too-short', {
      months: committedMonths,
      least: courseMonths * rule.factor,
      document: rule.document,
      verified: rule.verified,
    }),
  ]
}

/** Why a repayment may not be settled so: who waives it does so by a paper. */
export function settlementObjections(
  repayment: { status: string; from: string },
  given: { status: 'paid' | 'waived'; on: string; decisionId: string | null },
  today: string,
): Objection[] {
  if (repayment.status !== 'owed') return [{ code: 'repayment-settled' }]
  if (given.on < repayment.from) return [{ code: 'end-before-start', from: repayment.from, to: given.on }]
  if (given.on > today) return [{ code: 'repayment-in-future', on: given.on }]
  return given.status === 'waived' && given.decisionId === null ? [{ code: 'waiver-without-paper' }] : []
}
