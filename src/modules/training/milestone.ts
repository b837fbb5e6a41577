import { addDays } from '#lib/days.ts'

export type Milestone = { day: string; what: 'opens' | 'closes' }

/** The days on which a class opens and closes; `closedOn` is the first day after it. */
export function milestonesOf({ openedOn, closedOn }: { openedOn: string; closedOn: string | null }): Milestone[] {
  const last = closedOn && addDays(closedOn, -1)
  return [{ day: openedOn, what: 'opens' }, ...(last && last > openedOn ? [{ day: last, what: 'closes' as const }] : [])]
}
