import type { Refusal } from '#server/refusal.ts'
import type { Counts } from './plan.ts'

export const runStatuses = ['reading', 'ready', 'failed', 'applying', 'applied', 'undoing', 'undone'] as const
export type RunStatus = (typeof runStatuses)[number]
export type RunMove = 'change' | 'read' | 'apply' | 'write' | 'undo' | 'withdraw' | 'discard'

const moves: Record<RunMove, readonly RunStatus[]> = {
  change: ['ready'],
  read: ['ready', 'failed'],
  apply: ['ready'],
  write: ['applying'],
  undo: ['applied'],
  withdraw: ['undoing'],
  discard: ['ready', 'failed'],
}

/** The states in which the program works on the run and nobody else may touch it. */
export const workingStatuses: readonly RunStatus[] = ['reading', 'applying', 'undoing']

/** Where a run stands again when the work on it was cut off: nothing of it was written. */
export const interruptedTo = { reading: 'failed', applying: 'ready', undoing: 'applied' } as const satisfies Partial<
  Record<RunStatus, RunStatus>
>

/** Why this may not be done with the run as it stands; empty when it may. */
export function moveObjections(run: { status: RunStatus }, move: RunMove): Refusal[] {
  return moves[move].includes(run.status) ? [] : [{ code: 'run-status', status: run.status, move }]
}

/** Why the run may not be applied: one row in doubt keeps the whole file out. */
export function applyObjections(run: { status: RunStatus; counts: Counts | null }, move: 'apply' | 'write' = 'apply'): Refusal[] {
  const refusals = moveObjections(run, move)
  const { counts } = run
  if (refusals.length > 0 || !counts) return refusals
  if (counts.refused > 0) refusals.push({ code: 'rows-refused', count: counts.refused })
  if (counts.duplicate > 0) refusals.push({ code: 'rows-undecided', count: counts.duplicate })
  if (refusals.length === 0 && counts.new + counts.changed === 0) refusals.push({ code: 'nothing-to-apply' })
  return refusals
}
