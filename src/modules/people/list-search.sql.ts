import { sql, type RawBuilder } from 'kysely'
import { type Asked, belongs, hasWords } from './list-filter.sql.ts'
import { byName, columnsOf, orderBy } from './list-order.sql.ts'

/**
 * The first persons by name whose names have the words, by way of the names that there are: those that have the words are in order
 * at hand, and each leads to its persons. Null where the names are not asked: for those who see a part, whose own persons are fewer.
 */
export function firstByNames(asked: Asked, limit: number): RawBuilder<unknown> | null {
  const { filters, scope } = asked
  const words = hasWords(filters.q, 'n')
  if (scope !== 'everything' || words.length === 0 || filters.sort !== 'name' || filters.order !== 'up') return null
  const names = sql`n.given collate "vi-x-icu", n.family collate "vi-x-icu", n.middle collate "vi-x-icu"`
  return sql`
      select p.*, ${columnsOf(byName)} from (
        select n.* from people.name n where ${sql.join(words, sql` and `)} order by ${names} limit ${limit}
      ) n
      cross join lateral (
        select p.* from people.profile p
        where p.given collate "vi-x-icu" = n.given and p.family collate "vi-x-icu" = n.family and p.middle collate "vi-x-icu" = n.middle
          and ${belongs(asked)}
        order by ${orderBy(filters, byName)} limit ${limit}
      ) p
      order by ${names}, p.person_id limit ${limit}`
}
