import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { period, recordFacts } from '#db/facts.ts'
import type { RatingGrade } from '#law/ratings.ts'
import { originRow, type Origin } from '#modules/people/person.sql.ts'
import type { Rated } from './rating.ts'

export type NewRating = Origin & { personId: string; year: number; grade: RatingGrade }

/** Enters ratings of years, of many persons at once. */
export function recordRatings(tx: Tx, ratings: readonly NewRating[]): Promise<string[]> {
  return recordFacts(
    tx,
    'evaluation.rating',
    ratings.map((one) => ({
      person_id: one.personId,
      year: one.year,
      grade: one.grade,
      held: period(`${one.year}-01-01`, `${one.year + 1}-01-01`),
      ...originRow(one),
    })),
  )
}

export async function ratingsOf(tx: Tx, personId: string): Promise<Rated[]> {
  const { rows } = await sql<Rated>`
    select id, year, grade from evaluation.rating where person_id = ${personId}::uuid and upper_inf(recorded) order by year`.execute(tx)
  return rows
}
