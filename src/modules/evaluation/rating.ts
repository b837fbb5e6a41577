import type { RatingGrade } from '#law/ratings.ts'
import type { Objection } from '#lib/override.ts'

export type Rated = { id: string; year: number; grade: RatingGrade }

/** Why the year may not be rated so: it is not over before it began, and each has one rating. */
export function ratingObjections({ year }: { year: number }, others: readonly { year: number }[], today: string): Objection[] {
  const objections: Objection[] = []
  if (year > Number(today.slice(0, 4))) objections.push({ code: 'rating-in-future', year })
  if (others.some((one) => one.year === year)) objections.push({ code: 'rated-once', year })
  return objections
}
