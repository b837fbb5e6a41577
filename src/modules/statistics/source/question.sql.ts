import { sql, type RawBuilder } from 'kysely'

/** A question with its units found: what a figure is compiled with. */
export type Question = {
  /** The unit asked for, and all that count for it on the day. */
  root: string
  units: string[]
  /** The units of the commune whose standing is asked for; none when no commune is. */
  commune: string[]
  from: string
  until: string
  on: string
  /** The instant as of which facts must be known; null is now, which the indexes of current facts answer. */
  knownAt: Date | null
}

/** True for facts of the table `alias` that are known at the question's instant. */
export function known({ knownAt }: Pick<Question, 'knownAt'>, alias: string): RawBuilder<boolean> {
  const recorded = sql.ref(`${alias}.recorded`)
  return knownAt ? sql<boolean>`${recorded} @> ${knownAt}::timestamptz` : sql<boolean>`upper_inf(${recorded})`
}
