import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { type Asked, belongs } from './list-filter.sql.ts'
import { sensitiveColumns, windowRows, type PeopleFilters, type PersonRow } from './list.contract.ts'
import { rowInScope } from './scope.sql.ts'
import { tieIsTold } from './told-tie.sql.ts'

/** How many there are, and the key of every 200th: a page can then open any window without those before it. */
export async function readSpine(db: Db, asked: Asked): Promise<{ total: number; anchors: string[] }> {
  const { keys, joins } = ordering(asked)
  const { rows } = await sql<{ total: number; anchors: string[] }>`
    select count(*)::int as total,
      coalesce(array_agg(k.key order by k.place) filter (where k.place % ${windowRows} = 0), '{}') as anchors
    from (
      select row_number() over (order by ${orderBy(asked.filters, keys)}) as place, ${keyText(keys)} as key
      from people.profile p ${joins} where ${belongs(asked)}
    ) k`.execute(db)
  const { total, anchors } = rows[0] ?? { total: 0, anchors: [] }
  // A key after which nothing comes opens no window.
  return { total, anchors: total % windowRows === 0 ? anchors.slice(0, -1) : anchors }
}

type Row = Omit<PersonRow, 'unit' | 'degree' | 'hidden' | 'ethnicity' | 'partyJoined'> & {
  ethnicity: string | null
  partyJoined: string | null
  unitId: string | null
  unitVi: string | null
  unitEn: string | null
  degree: string | null
  degreeField: string | null
  fieldCode: string | null
  isOpen: boolean
  key: string
}

/** The rows after a key, in the order asked for. */
export async function readWindow(
  db: Db,
  asked: Asked,
  page: { after?: string | undefined; limit: number },
): Promise<{ rows: PersonRow[]; next: string | null }> {
  const { keys, joins } = ordering(asked)
  const { day, sensitive, today } = asked
  const { rows } = await sql<Row>`
    with page as materialized (
      select p.*, ${keyText(keys)} as key, row_number() over (order by ${orderBy(asked.filters, keys)}) as place
      from people.profile p ${joins}
      where ${belongs(asked)} and ${after(asked.filters, keys, page.after)}
      order by ${orderBy(asked.filters, keys)} limit ${page.limit + 1}
    )
    select p.person_id as "personId", p.full_name as name, p.birth, p.sex, p.ethnicity, p.party_joined as "partyJoined", p.key,
      ${rowInScope(sensitive, today, 'p')} as "isOpen",
      post.unit_id as "unitId", unit.name_vi as "unitVi", unit.name_en as "unitEn", post.title_text as title, post.title_code as "titleCode",
      post.tie, post.official_kind as "officialKind", coalesce(post.is_now, false) as "isServing", coalesce(title.is_leader, false) as "isLeader",
      case when post.from_known then lower(post.held) end as since,
      degree.level as degree, degree.field_text as "degreeField", degree.field_code as "fieldCode", theory.level as theory, management.level as "stateManagement", study.what as studying
    from page p
    left join lateral (${lastPost(asked)}) post on true
    left join organisation.title title on title.code = post.title_code
    left join lateral (${unitOn(day, 'post.unit_id')}) unit on true
    left join lateral (${best('degree', day)}) degree on true
    left join lateral (${best('theory', day)}) theory on true
    left join lateral (${best('state_management', day)}) management on true
    left join lateral (${beingStudied(day)}) study on true
    order by p.place`.execute(db)
  const shown = rows.slice(0, page.limit)
  return { rows: shown.map(rowOf), next: rows.length > page.limit ? (shown.at(-1)?.key ?? null) : null }
}

function rowOf({ unitId, unitVi, unitEn, degreeField, fieldCode, isOpen, ethnicity, partyJoined, ...row }: Row): PersonRow {
  return {
    ...row,
    unit: unitId && unitVi ? { id: unitId, vi: unitVi, en: unitEn ?? unitVi } : null,
    degree: row.degree === null ? null : { level: row.degree, field: degreeField, fieldCode },
    // Whose only tie is kept back has not left for that.
    isServing: row.isServing || (!isOpen && row.tie === null),
    ...(isOpen ? { ethnicity, partyJoined } : {}),
    hidden: isOpen ? [] : [...sensitiveColumns],
  }
}

/** The post (or the tie of one from outside the payroll) on the day, else the last before it; the main one first. */
function lastPost(asked: Asked): RawBuilder<unknown> {
  const { day } = asked
  return sql`
    select * from (
      select a.unit_id, a.title_code, a.title_text, a.kind as tie, a.official_kind, a.held, a.from_known, a.held @> ${day}::date as is_now,
        case a.kind when 'main' then 1 when 'rotated' then 2 when 'acting' then 3 when 'concurrent' then 4 else 5 end as rank, a.id
      from people.assignment a where a.person_id = p.person_id and upper_inf(a.recorded) and lower(a.held) <= ${day}::date
      union all
      select m.unit_id, null, m.title_text, m.kind, null, m.held, m.from_known, m.held @> ${day}::date, 6, m.id
      from people.membership m where m.person_id = p.person_id and upper_inf(m.recorded) and lower(m.held) <= ${day}::date and ${tieIsTold(asked)}
    ) t order by is_now desc, rank, lower(held) desc, id limit 1`
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

/** The unit's name on the day, or its last when it has ended. */
function unitOn(day: string, unit: string): RawBuilder<unknown> {
  return sql`
    select v.name_vi, v.name_en from organisation.unit_version v
    where v.unit_id = ${sql.ref(unit)} and upper_inf(v.recorded)
    order by v.held @> ${day}::date desc, lower(v.held) desc limit 1`
}

function best(kind: string, day: string): RawBuilder<unknown> {
  return sql`
    select q.level, q.field_text, q.field_code from qualifications.qualification q
    where q.person_id = p.person_id and upper_inf(q.recorded) and q.kind = ${kind} and q.state = 'finished' and q.held @> ${day}::date
    order by q.rank desc, lower(q.held) desc, q.id limit 1`
}

/** The training kind of a sending under way, or else the level being studied. */
function beingStudied(day: string): RawBuilder<unknown> {
  return sql`
    select what from (
      select s.kind as what, lower(s.held) as since from training.sending s
      where s.person_id = p.person_id and upper_inf(s.recorded) and s.status = 'sent' and s.outcome is null and s.held @> ${day}::date
      union all
      select q.kind || '.' || q.level, lower(q.held) from qualifications.qualification q
      where q.person_id = p.person_id and upper_inf(q.recorded) and q.state = 'studying' and q.held @> ${day}::date
    ) t order by since desc limit 1`
}

type Keys = { value: RawBuilder<unknown>; type: 'text' | 'uuid' }[]

const byName: Keys = [
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

function orderBy({ order }: PeopleFilters, keys: Keys): RawBuilder<unknown> {
  return sql.join(keys.map(({ value }) => (order === 'down' ? sql`${value} desc` : value)))
}

function keyText(keys: Keys): RawBuilder<string> {
  return sql<string>`jsonb_build_array(${sql.join(keys.map(({ value }) => value))})::text`
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
