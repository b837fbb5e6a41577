import { sql, type RawBuilder } from 'kysely'
import { type Asked, belongs, hasWords } from './list-filter.sql.ts'
import type { PeopleFilters } from './list.contract.ts'
import { tieIsTold } from './told-tie.sql.ts'

/** So many profiles of the list after a key, in its order, each with the parts of its own key. */
export function ordered(asked: Asked, key: string | undefined, limit: number): RawBuilder<unknown> {
  const { keys, joins } = ordering(asked)
  return sql`
      select p.*, ${columnsOf(keys)} from ${profiles(asked)} p ${joins}
      where ${belongs(asked)} and ${after(asked.filters, keys, key)}
      order by ${orderBy(asked.filters, keys)} limit ${limit}`
}

/** Those whose name has the words are found first: going through everybody in order until enough have them may take all. */
function profiles({ filters }: Asked): RawBuilder<unknown> {
  const words = hasWords(filters.q, 'p')
  return words.length === 0
    ? sql`people.profile`
    : sql`(select * from people.profile p where upper_inf(p.recorded) and ${sql.join(words, sql` and `)} offset 0)`
}

/** The same for all persons at once, for an order that needs it of each. */
function lastPosts(asked: Asked): RawBuilder<unknown> {
  const { day } = asked
  return sql`
    select distinct on (person_id) * from (
      select a.person_id, a.unit_id, a.title_code, a.title_text, a.held, a.held @> ${day}::date as is_now,
        case a.kind when 'main' then 1 when 'rotated' then 2 when 'acting' then 3 when 'concurrent' then 4 else 5 end as rank, a.id
      from people.assignment a where upper_inf(a.recorded) and lower(a.held) <= ${day}::date
      union all
      select m.person_id, m.unit_id, null, m.title_text, m.held, m.held @> ${day}::date, 6, m.id
      from people.membership m where upper_inf(m.recorded) and lower(m.held) <= ${day}::date and ${tieIsTold(asked)}
    ) t order by person_id, is_now desc, rank, lower(held) desc, id`
}

type Keys = { value: RawBuilder<unknown>; type: 'text' | 'uuid' }[]

export const byName: Keys = [
  { value: sql`p.given collate "vi-x-icu"`, type: 'text' },
  { value: sql`p.family collate "vi-x-icu"`, type: 'text' },
  { value: sql`p.middle collate "vi-x-icu"`, type: 'text' },
  { value: sql`p.person_id`, type: 'uuid' },
]

/** What the list is ordered by, the name always last; the joins bring what the order needs. */
function ordering(asked: Asked): { keys: Keys; joins: RawBuilder<unknown> } {
  const { filters, day } = asked
  const post = sql`left join (${lastPosts(asked)}) post on post.person_id = p.person_id`
  switch (filters.sort) {
    case 'name':
      return { keys: byName, joins: sql`` }
    case 'birth':
      return { keys: [{ value: sql`coalesce(p.birth_low::text, '9999')`, type: 'text' }, ...byName], joins: sql`` }
    case 'since':
      return { keys: [{ value: sql`coalesce(lower(post.held)::text, '9999')`, type: 'text' }, ...byName], joins: post }
    case 'title':
      return {
        keys: [{ value: sql`coalesce(lpad(title.place::text, 6, '0'), '~' || fold_title.text, '~~')`, type: 'text' }, ...byName],
        joins: sql`${post} left join organisation.title title on title.code = post.title_code cross join lateral (select lower(post.title_text) as text) fold_title`,
      }
    case 'unit':
      return {
        keys: [{ value: sql`coalesce(unit.name_vi, '~') collate "vi-x-icu"`, type: 'text' }, ...byName],
        joins: sql`${post} left join (
          select distinct on (v.unit_id) v.unit_id, v.name_vi from organisation.unit_version v
          where upper_inf(v.recorded) order by v.unit_id, v.held @> ${day}::date desc, lower(v.held) desc
        ) unit on unit.unit_id = post.unit_id`,
      }
  }
}

export function orderBy({ order }: PeopleFilters, keys: Keys): RawBuilder<unknown> {
  return sql.join(keys.map(({ value }) => (order === 'down' ? sql`${value} desc` : value)))
}

export function columnsOf(keys: Keys): RawBuilder<unknown> {
  return sql.join(keys.map(({ value }, place) => sql`${value} as ${sql.id(`key${place}`)}`))
}

/** The key of a row `p` that carries its parts. */
export function keyText(asked: Asked): RawBuilder<string> {
  return sql<string>`jsonb_build_array(${sql.join(ordering(asked).keys.map((_, place) => sql.ref(`p.key${place}`)))})::text`
}

function after({ order }: PeopleFilters, keys: Keys, key: string | undefined): RawBuilder<boolean> {
  const values = partsOf(key, keys.length)
  if (!values) return sql<boolean>`true`
  const left = sql.join(keys.map(({ value }) => value))
  const right = sql.join(keys.map(({ type }, index) => (type === 'uuid' ? sql`${values[index]}::uuid` : sql`${values[index]}::text`)))
  return order === 'down' ? sql<boolean>`(${left}) < (${right})` : sql<boolean>`(${left}) > (${right})`
}

/** The parts of a key we gave out; anything else opens the list at its beginning. */
function partsOf(key: string | undefined, count: number): string[] | null {
  if (!key) return null
  try {
    const parts: unknown = JSON.parse(key)
    return Array.isArray(parts) && parts.length === count && parts.every((part) => typeof part === 'string') ? parts : null
  } catch {
    return null
  }
}
