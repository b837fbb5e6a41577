import type { Objection } from '#lib/override.ts'

export type NeedAct = 'add' | 'strike' | 'apply'
/** What stands about the person and the kind already. */
export type SaidBefore = {
  year: number
  serves: boolean
  claim: { stance: 'added' | 'applied' | 'struck'; reason: string; by: string } | null
  /** A rule makes it a need of itself. */
  isDerived: boolean
}

/** Why this may not be said of a need. */
export function claimObjections(act: NeedAct, { year, serves, claim, isDerived }: SaidBefore, today: string): Objection[] {
  if (String(year) < today.slice(0, 4)) return [{ code: 'need-year-past', year }]
  if (!serves) return [{ code: 'need-of-nobody-serving' }]
  if (claim?.stance === 'struck') return [{ code: 'need-struck', by: claim.by, reason: claim.reason }]
  if (act === 'strike') return claim || isDerived ? [] : [{ code: 'need-not-there' }]
  if (isDerived) return [{ code: 'need-derived' }]
  if (claim?.stance === 'added' || (claim && act === 'apply')) return [{ code: 'need-said-already', by: claim.by, reason: claim.reason }]
  return []
}
