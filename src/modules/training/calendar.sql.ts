import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { addMonths } from '#lib/days.ts'
import type { Scope } from '#server/operations.ts'
import type { CalendarClass, CalendarSession } from './calendar.contract.ts'
import type { Meeting } from './calendar.ts'
import { classInScope } from './class-list.sql.ts'

export type MonthAsked = { month: string; scope: Scope; unitIds: string[] | null; kind: string[] | undefined }
type Row = Omit<CalendarClass, 'opener'> & { openerId: string; openerVi: string | null; openerEn: string | null }

/** The classes that run in the month; one whose end is not known runs in the month of its opening and wherever it has sessions. */
export async function classesOfMonth(db: Db, asked: MonthAsked): Promise<CalendarClass[]> {
  const { from, until } = daysOf(asked.month)
  const { rows } = await sql<Row>`
    select c.class_id as "classId", c.kind, c.title, c.opener_unit_id as "openerId", u.name_vi as "openerVi", u.name_en as "openerEn",
      lower(c.held) as "openedOn", upper(c.held) as "closedOn", c.place, coalesce(s.count, 0) as sessions
    from training.class_version c
    left join (
      select class_id, count(*)::int as count from training.class_session
      where on_day >= ${from}::date and on_day < ${until}::date and removed_at is null group by 1
    ) s on s.class_id = c.class_id
    left join lateral (
      select v.name_vi, v.name_en from organisation.unit_version v
      where v.unit_id = c.opener_unit_id and upper_inf(v.recorded) order by v.held @> lower(c.held) desc, lower(v.held) desc limit 1
    ) u on true
    where ${isShown(asked)} and lower(c.held) < ${until}::date
      and (s.count > 0 or case when upper(c.held) is null then lower(c.held) >= ${from}::date else upper(c.held) > ${from}::date end)
    order by lower(c.held), c.title, c.class_id`.execute(db)
  return rows.map(({ openerId, openerVi, openerEn, ...row }) => ({
    ...row,
    opener: { id: openerId, vi: openerVi ?? '', en: openerEn ?? '' },
  }))
}

type SessionRow = Omit<CalendarSession, 'clashes'> & Meeting & { isShown: boolean }

/** Every session of the month, for a lecturer may be taken by a class that is not shown; `isShown` tells which are. */
export async function sessionsOfMonth(db: Db, asked: MonthAsked): Promise<SessionRow[]> {
  const { from, until } = daysOf(asked.month)
  const { rows } = await sql<SessionRow>`
    select s.session_id as "sessionId", s.class_id as "classId", s.on_day as "onDay", s.part, s.periods, s.topic, s.lecturer, s.place,
      c.opener_unit_id as "openerUnitId", case when ${classInScope(asked.scope)} then c.title end as "classTitle", ${isShown(asked)} as "isShown"
    from training.class_session s
    join training.class_version c on c.class_id = s.class_id and upper_inf(c.recorded)
    where s.on_day >= ${from}::date and s.on_day < ${until}::date and s.removed_at is null
    order by s.on_day, array_position(array['morning', 'afternoon', 'evening'], s.part), c.title, s.session_id`.execute(db)
  return rows
}

function isShown({ scope, unitIds, kind }: MonthAsked): RawBuilder<boolean> {
  const conditions = [
    sql<boolean>`upper_inf(c.recorded)`,
    classInScope(scope),
    ...(unitIds ? [sql<boolean>`c.opener_unit_id = any(${unitIds}::uuid[])`] : []),
    ...(kind ? [sql<boolean>`c.kind = any(${kind}::text[])`] : []),
  ]
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

function daysOf(month: string): { from: string; until: string } {
  const from = `${month}-01`
  return { from, until: addMonths(from, 1) }
}
