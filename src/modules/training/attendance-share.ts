import type { AttendanceState } from './attendance.contract.ts'

/** How much of what was marked somebody attended; sessions without a mark count for nothing, an excused absence as absent. */
export function shareOf(states: readonly (AttendanceState | null)[]): { attended: number; marked: number; share: number | null } {
  const marked = states.filter((state) => state !== null).length
  const attended = states.filter((state) => state === 'present').length
  return { attended, marked, share: marked === 0 ? null : attended / marked }
}
