import { addMonths } from '#lib/days.ts'
import type { Citation } from './citation.ts'

export type SecondmentPack = Citation & { id: 'second.maxMonths'; months: number; warnMonthsBefore: number }

/** A secondment lasts at most three years, longer only where a special law says so. */
export const secondmentPack: SecondmentPack = {
  id: 'second.maxMonths',
  document: 'NĐ 138/2020/NĐ-CP, NĐ 170/2025/NĐ-CP',
  source: 'S51',
  from: '2010-05-01',
  to: null,
  verified: true,
  months: 36,
  warnMonthsBefore: 3,
}

export type SecondmentObjection =
  | { code: 'secondment-end-before-start' }
  | { code: 'secondment-too-long'; months: number; latestEnd: string; document: string; verified: boolean }

/** Why a secondment may not run from this day to that (the first day it no longer holds); an open end is taken to keep the limit. */
export function secondmentObjections(secondment: { from: string; to: string | null; specialLaw?: string | null }): SecondmentObjection[] {
  const { from, to, specialLaw } = secondment
  if (to === null) return []
  if (to <= from) return [{ code: 'secondment-end-before-start' }]
  const { months, document, verified } = secondmentPack
  const latestEnd = addMonths(from, months)
  if (to <= latestEnd || (specialLaw ?? '') !== '') return []
  return [{ code: 'secondment-too-long', months, latestEnd, document, verified }]
}

/** Whether the end is near enough to act on: within three months, or past. */
export function isSecondmentEnding(to: string, today: string): boolean {
  return addMonths(to, -secondmentPack.warnMonthsBefore) <= today
}
