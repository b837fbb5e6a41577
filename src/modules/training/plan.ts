import { warning, type Objection } from '#lib/override.ts'

export const planStatuses = ['draft', 'submitted', 'returned', 'approved'] as const
export type PlanStatus = (typeof planStatuses)[number]
export type PlanMove = 'submit' | 'return' | 'approve' | 'adjust'

const moves: Record<PlanMove, { from: readonly PlanStatus[]; to: PlanStatus }> = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  return: { from: ['submitted'], to: 'returned' },
  approve: { from: ['submitted'], to: 'approved' },
  adjust: { from: ['approved'], to: 'draft' },
}

export type PlanState = { status: PlanStatus; year: number; budget: number | null; planned: number; lines: number; spent: number }
export type MoveSaid = { reason: string | null; decisionId: string | null }

export function statusAfter(move: PlanMove): PlanStatus {
  return moves[move].to
}

/** Why the plan may not make this move today; empty when it may. What is still to be said (`said`) is asked in the dialog. */
export function moveObjections(plan: PlanState, move: PlanMove, today: string, said?: MoveSaid): Objection[] {
  if (!moves[move].from.includes(plan.status)) return [{ code: 'plan-status', status: plan.status, move }]
  const objections: Objection[] = []
  if (move === 'submit' && plan.lines === 0) objections.push({ code: 'plan-empty' })
  if (move === 'submit') objections.push(...budgetObjections(plan))
  // The plan of a year is made before it begins.
  if (move === 'submit' && today >= `${plan.year}-01-01`) objections.push(warning('plan-year-begun', { year: plan.year }))
  if (said && move === 'approve' && said.decisionId === null) objections.push({ code: 'plan-paper-missing' })
  if (said && move === 'return' && said.reason === null) objections.push({ code: 'plan-reason-missing', move })
  if (said && move === 'adjust' && said.reason === null && said.decisionId === null) objections.push({ code: 'plan-reason-missing', move })
  return objections
}

/** Approved or under review, a plan stands still. */
export function editObjections({ status }: Pick<PlanState, 'status'>): Objection[] {
  return status === 'draft' || status === 'returned' ? [] : [{ code: 'plan-frozen', status }]
}

export function budgetObjections({ budget, planned }: Pick<PlanState, 'budget' | 'planned'>): Objection[] {
  return budget !== null && planned > budget ? [warning('plan-over-budget', { budget, planned, over: planned - budget })] : []
}

export function headObjections({ budget }: { budget: number | null }): Objection[] {
  return budget !== null && budget < 0 ? [{ code: 'money-below-zero', amount: budget }] : []
}

/** Somebody else has changed it since it was read: nothing is written over. */
export function revisionObjections(plan: { revision: number; changedBy: string; changedAt: string }, read: number): Objection[] {
  return plan.revision === read ? [] : [{ code: 'plan-changed', by: plan.changedBy, at: plan.changedAt }]
}
