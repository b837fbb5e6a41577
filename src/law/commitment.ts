import { addMonths, monthsBetween } from '#lib/days.ts'
import { inForceOn, type Citation } from './citation.ts'

/** What is owed after a study that was paid for: service, or money. The law of the day of sending. */
export type CommitmentPack = Citation & {
  id: 'train.commitment'
  /** The service owed, as a multiple of the time of study. */
  factor: number
  /** Off the sum for each year of service before: from memory, and applied only where somebody chooses it. */
  reduction: { percentAYear: number; verified: boolean } | null
  /** Days for the council to meet, and then to pay: from memory. */
  limits: { councilDays: number; paymentDays: number; verified: boolean } | null
}

export const commitmentPacks: readonly CommitmentPack[] = [
  {
    id: 'train.commitment',
    document: 'NĐ 101/2017/NĐ-CP',
    source: 'S10',
    from: '2017-10-21',
    to: '2025-07-01',
    verified: true,
    factor: 2,
    reduction: { percentAYear: 1, verified: false },
    limits: { councilDays: 30, paymentDays: 120, verified: false },
  },
  {
    // Articles 6–13 hold the cases and the council; the numbers of their time limits were not seen.
    id: 'train.commitment',
    document: 'NĐ 171/2025/NĐ-CP',
    source: 'S4',
    from: '2025-07-01',
    to: null,
    verified: true,
    factor: 3,
    reduction: null,
    limits: null,
  },
]

export function commitmentRuleOn(sentOn: string): CommitmentPack | undefined {
  return inForceOn(commitmentPacks, sentOn)
}

export const repaymentCauses = ['quit', 'no_degree', 'dismissed', 'left'] as const
export type RepaymentCause = (typeof repaymentCauses)[number]

/**
 * Whole months of a stretch of service; `to` is the first day that is not of it. From the last day of a month on, a month is full
 * on the last day of the next: 31 January to 28 February is one.
 */
export function wholeMonths(from: string, to: string): number {
  if (to <= from) return 0
  const months = monthsBetween(from, to)
  return addMonths(from, months + 1) <= to ? months + 1 : months
}

/** The day from which nothing is owed any more. */
export function serviceDueOn(serviceFrom: string, committedMonths: number): string {
  return addMonths(serviceFrom, committedMonths)
}

/** All is owed by whoever breaks off while studying; after the study, what of the committed time was not served. */
export function isWholeOwed(cause: RepaymentCause, on: string, serviceFrom: string | null): boolean {
  if (cause === 'left' || cause === 'dismissed') return serviceFrom === null || on < serviceFrom
  return true
}

/**
 * S = F / T1 × (T1 − T2) in whole đồng and whole months (S13); rounded half up, once, at the end. `percentOff` is the reduction
 * where one is applied.
 */
export function repaymentOf(given: { cost: number; committedMonths: number; servedMonths: number; percentOff?: number }): number {
  const [cost, committed, served] = [BigInt(given.cost), BigInt(given.committedMonths), BigInt(given.servedMonths)]
  if (served >= committed) return 0
  const off = BigInt(Math.min(given.percentOff ?? 0, 100))
  const [above, below] = [cost * (committed - served) * (100n - off), committed * 100n]
  return Number((2n * above + below) / (2n * below))
}
