import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { type Asked, belongs } from './list-filter.sql.ts'
import { sensitiveColumns, windowRows, type PersonRow } from './list.contract.ts'
import { keyText, ordered } from './list-order.sql.ts'
import { firstByNames } from './list-search.sql.ts'
import { rowInScope } from './scope.sql.ts'
import { tieIsTold } from './told-tie.sql.ts'

/** Of a list as long as this nobody reads the end: it is counted whole, and asked for by narrower filters. */
const longest = 50_000

/** How many there are, and the key of every 200th of the first 50,000: a page can then open any window without those before it. */
export async function readSpine(db: Db, asked: Asked): Promise<{ total: number; listed: number; anchors: string[] }> {
  const total = await count(db, asked)
  const listed = Math.min(total, longest)
  if (listed <= windowRows) return { total, listed, anchors: [] }
  const { rows } = await sql<{ anchor: string }>`
    select ${keyText(asked)} as anchor from (select p.*, row_number() over () as place from (${ordered(asked, undefined, listed)}) p) p
    where p.place % ${windowRows} = 0 and p.place < ${listed} order by p.place`.execute(db)
  return { total, listed, anchors: rows.map(({ anchor }) => anchor) }
}

async function count(db: Db, asked: Asked): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from people.profile p where ${belongs(asked)}`.execute(db)
  return rows[0]?.total ?? 0
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
  const limit = page.limit + 1
  const byNames = page.after ? null : firstByNames(asked, limit)
  const found = byNames ? await readRows(db, asked, byNames) : []
  // Fewer than were asked for may be all, or names that nobody bears any more: then the persons themselves are gone through.
  const rows = byNames && found.length === limit ? found : await readRows(db, asked, ordered(asked, page.after, limit))
  const shown = rows.slice(0, page.limit)
  return { rows: shown.map(rowOf), next: rows.length > page.limit ? (shown.at(-1)?.key ?? null) : null }
}

/** What the list shows of the persons that `from` finds, in its order. */
async function readRows(db: Db, asked: Asked, from: RawBuilder<unknown>): Promise<Row[]> {
  const { day, sensitive, today } = asked
  const { rows } = await sql<Row>`
    with page as materialized (select p.*, row_number() over () as place from (${from}) p)
    select p.person_id as "personId", p.full_name as name, p.birth, p.sex, p.ethnicity, p.party_joined as "partyJoined", ${keyText(asked)} as key,
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
  return rows
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
