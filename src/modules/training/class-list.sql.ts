import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { fold } from '#lib/vietnamese-names.ts'
import { likePattern } from '#modules/organisation/resolve.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { ClassRow } from './class.contract.ts'

export type ClassFilters = {
  q?: string | undefined
  kind?: string[] | undefined
  from?: string | undefined
  to?: string | undefined
  known?: 'listed' | 'count' | undefined
}
export type ClassesAsked = { filters: ClassFilters; day: string; scope: Scope; unitIds: string[] | null }

type Spine = {
  total: number
  listed: number
  headCount: number
  anchors: string[]
  byMonth: { month: string; classes: number; learners: number }[]
}
const perWindow = 200

/** How many classes and trainees, month by month, and the key of every 200th class. */
export async function readClassSpine(db: Db, asked: ClassesAsked): Promise<Spine> {
  const { rows } = await sql<Spine>`
    with found as (
      select c.class_id, lower(c.held) as opened, c.head_count, row_number() over (order by lower(c.held) desc, c.class_id desc) as place,
        lower(c.held)::text || '~' || c.class_id as key
      from training.class_version c where ${belongs(asked)}
    ), listed as (
      select f.class_id, count(*)::int as count from found f join training.enrolment e on e.class_id = f.class_id and upper_inf(e.recorded) group by 1
    ), months as (
      select to_char(f.opened, 'YYYY-MM') as month, count(*)::int as classes, sum(coalesce(l.count, f.head_count, 0))::int as learners
      from found f left join listed l using (class_id) group by 1
    )
    select (select count(*)::int from found) as total,
      coalesce((select sum(count)::int from listed), 0) as listed,
      coalesce((select sum(f.head_count)::int from found f), 0) as "headCount",
      coalesce((select array_agg(key order by place) from found where place % ${perWindow} = 0 and place < (select count(*) from found)), '{}') as anchors,
      coalesce((select jsonb_agg(m order by month) from months m), '[]') as "byMonth"`.execute(db)
  return rows[0] ?? { total: 0, listed: 0, headCount: 0, anchors: [], byMonth: [] }
}

export async function readClassWindow(
  db: Db,
  asked: ClassesAsked,
  page: { after?: string | undefined; limit: number },
): Promise<{ rows: ClassRow[]; next: string | null }> {
  const [afterDay, afterId] = page.after?.split('~') ?? []
  const from = afterDay && afterId ? sql<boolean>`(lower(c.held), c.class_id) < (${afterDay}::date, ${afterId}::uuid)` : sql<boolean>`true`
  const rows = await classRows(db, sql<boolean>`${belongs(asked)} and ${from}`, page.limit + 1)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > page.limit && last ? `${last.openedOn}~${last.classId}` : null }
}

type Row = Omit<ClassRow, 'opener'> & { openerId: string; openerVi: string | null; openerEn: string | null }

/** Classes `c` of the condition, the latest opened first. */
export async function classRows(db: Db, condition: RawBuilder<boolean>, limit: number): Promise<ClassRow[]> {
  const { rows } = await sql<Row>`
    select c.class_id as "classId", c.kind, c.title, c.opener_unit_id as "openerId", u.name_vi as "openerVi", u.name_en as "openerEn",
      lower(c.held) as "openedOn", upper(c.held) as "closedOn", c.place, c.lecturer, c.head_count as "headCount", c.seats, c.periods, c.plan_line_id as "planLineId",
      c.institution, c.mode, c.field_text as "fieldText",
      (select count(*)::int from training.enrolment e where e.class_id = c.class_id and upper_inf(e.recorded)) as listed
    from training.class_version c
    left join lateral (
      select v.name_vi, v.name_en from organisation.unit_version v
      where v.unit_id = c.opener_unit_id and upper_inf(v.recorded) order by v.held @> lower(c.held) desc, lower(v.held) desc limit 1
    ) u on true
    where ${condition}
    order by lower(c.held) desc, c.class_id desc limit ${limit}`.execute(db)
  return rows.map(({ openerId, openerVi, openerEn, ...row }) => ({
    ...row,
    opener: { id: openerId, vi: openerVi ?? '', en: openerEn ?? '' },
  }))
}

/** A class belongs to its opener. */
export function classInScope(scope: Scope): RawBuilder<boolean> {
  return scope === 'everything' ? sql<boolean>`true` : sql<boolean>`c.opener_unit_id = any(${scope.unitIds}::uuid[])`
}

function belongs({ filters, day, scope, unitIds }: ClassesAsked): RawBuilder<boolean> {
  const { q, kind, from, to, known } = filters
  const conditions = [
    sql<boolean>`upper_inf(c.recorded) and lower(c.held) <= ${day}::date`,
    classInScope(scope),
    ...(unitIds ? [sql<boolean>`c.opener_unit_id = any(${unitIds}::uuid[])`] : []),
    ...(q
      ? fold(q)
          .split(' ')
          .map((word) => sql<boolean>`c.search like ${likePattern(word)}`)
      : []),
    ...(kind ? [sql<boolean>`c.kind = any(${kind}::text[])`] : []),
    ...(from ? [sql<boolean>`lower(c.held) >= ${from}::date`] : []),
    ...(to ? [sql<boolean>`lower(c.held) <= ${to}::date`] : []),
    ...(known ? [known === 'count' ? sql<boolean>`c.head_count is not null` : sql<boolean>`c.head_count is null`] : []),
  ]
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
