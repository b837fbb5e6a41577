import { warning, type Objection } from '#lib/override.ts'
import type { Obstacle } from './proposal/seating.ts'

export const proposalStates = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const
export type ProposalState = (typeof proposalStates)[number]
export const whyNots = [
  'no-class',
  'condition',
  'busy',
  'clash',
  'seat',
  'share',
  'away',
  'money',
  'has-class',
  'other-kind',
  'hand',
] as const
export type WhyNot = (typeof whyNots)[number]

export function isWorking(state: ProposalState): boolean {
  return state === 'waiting' || state === 'running'
}

/** Why no proposal can be asked for now. */
export function askObjections(plan: { lines: number }, latest: ProposalState | null): Objection[] {
  if (latest !== null && isWorking(latest)) return [{ code: 'proposal-working' }]
  return plan.lines === 0 ? [{ code: 'proposal-no-lines' }] : []
}

export function cancelObjections(latest: ProposalState | null): Objection[] {
  return latest !== null && isWorking(latest) ? [] : [{ code: 'proposal-not-working' }]
}

/** Why the proposal cannot be changed or adopted: it is not there, or another officer has changed it. */
export function handObjections(proposal: { state: ProposalState; revision: number } | null, seen: number): Objection[] {
  if (proposal?.state !== 'done') return [{ code: 'proposal-not-done' }]
  return proposal.revision === seen ? [] : [{ code: 'proposal-changed' }]
}

/** What the solver never does an officer may answer for, but nobody sits in two classes at once or on a seat that is not there. */
export function moveObjections(obstacles: readonly Obstacle[], found: Record<string, unknown>): Objection[] {
  return obstacles.flatMap((obstacle): Objection[] => {
    if (obstacle === 'has-class') return []
    const code = `proposal-${obstacle}`
    return obstacle === 'share' || obstacle === 'away' || obstacle === 'money' || obstacle === 'condition'
      ? [warning(code, found)]
      : [{ code, ...found }]
  })
}
