import { monthsBetween } from '#lib/days.ts'
import type { Course } from './candidate.ts'

const partTimeModes: readonly string[] = ['KTT', 'VLVH', 'TX', 'LT', 'VB2']

/** Studied beside the work: it fills evenings and weeks of a year, not every day between its first and last. */
export function isPartTime(mode: string | null): boolean {
  return mode !== null && partTimeModes.includes(mode)
}

/** How long the course lasts, a month begun counting whole; null while its days are not settled. */
export function monthsOfCourse({ startsOn, endsOn }: Pick<Course, 'startsOn' | 'endsOn'>): number | null {
  if (startsOn === null || endsOn === null || endsOn <= startsOn) return null
  const whole = monthsBetween(startsOn, endsOn)
  const isWhole = startsOn.slice(8) === endsOn.slice(8)
  return isWhole ? Math.max(1, whole) : whole + 1
}
