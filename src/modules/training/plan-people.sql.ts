import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import { placeIsTold } from '#modules/people/told-tie.sql.ts'
import type { Scope } from '#server/operations.ts'

/**
 * How many of these places lie in each unit that gets seats: the units right below the plan's own, and that one itself for whoever serves in
 * it directly. Where a unit stands under two of them, it counts for the one of its own system.
 */
export async function seatUnits(db: Db, planUnitId: string, unitIds: string[], on: string): Promise<{ unitId: string; count: number }[]> {
  const { rows } = await sql<{ unitId: string; count: number }>`
    with place as (select unit_id, count(*)::int as count from unnest(${unitIds}::uuid[]) p (unit_id) group by 1),
    child as (
      select c.descendant_id as unit_id from organisation.closure c
      where c.ancestor_id = ${planUnitId}::uuid and c.depth = 1 and upper_inf(c.recorded) and c.held @> ${on}::date
    )
    select coalesce(over.unit_id, ${planUnitId}::uuid) as "unitId", sum(p.count)::int as count
    from place p left join lateral (
      select child.unit_id from child join organisation.closure c on c.ancestor_id = child.unit_id and c.descendant_id = p.unit_id
        and upper_inf(c.recorded) and c.held @> ${on}::date
      order by c.depth, child.unit_id limit 1
    ) over on true
    group by 1 order by 2 desc, 1`.execute(db)
  return rows
}

type Person = {
  personId: string
  name: string
  birth: string | null
  unit: { id: string; vi: string; en: string } | null
  title: string | null
  classId: string
  classTitle: string
  state: string
}
type Row = Omit<Person, 'unit'> & { unitId: string | null; vi: string | null; en: string | null; isSeen: boolean }

/** Whom the plan's classes have had, each once a class; those beyond the caller's scope are only counted. */
export async function peopleOfPlan(
  db: Db,
  { planId, lineId, which }: { planId: string; lineId: string | null; which: 'sent' | 'completed' },
  seen: { scope: Scope; sensitive: Scope; today: string },
): Promise<{ people: Person[]; unseen: number }> {
  const { rows } = await sql<Row>`
    with class as (
      select c.class_id, c.title from training.class_version c join training.plan_line l on l.line_id = c.plan_line_id
      where upper_inf(c.recorded) and l.plan_id = ${planId}::uuid and l.removed_at is null and ${lineId ? sql`l.line_id = ${lineId}::uuid` : sql`true`}
    ), sent as (
      select distinct on (person_id, class_id) * from (
        select e.person_id, c.class_id, c.title, e.unit_id, e.title_text, e.state, lower(e.held) as from_day, 1 as place
        from class c join training.enrolment e on e.class_id = c.class_id and upper_inf(e.recorded) and e.state <> 'withdrawn'
        union all
        select s.person_id, c.class_id, c.title, s.unit_id, s.title_text, coalesce(s.outcome, 'sent'), lower(s.held), 2
        from class c join training.sending s on s.class_id = c.class_id and upper_inf(s.recorded) and s.status = 'sent'
      ) d order by person_id, class_id, (state = 'completed') desc, place
    )
    select s.person_id as "personId", p.full_name as name, p.birth, s.class_id as "classId", s.title as "classTitle", s.state,
      case when told.is_placed then s.unit_id end as "unitId", case when told.is_placed then s.title_text end as title, u.name_vi as vi, u.name_en as en,
      ${personInScope(seen.scope, seen.today, 's.person_id')} as "isSeen"
    from sent s
    join people.profile p on p.person_id = s.person_id and upper_inf(p.recorded)
    cross join lateral (select ${placeIsTold(seen.sensitive, seen.today, 's.person_id', sql`s.from_day`)} as is_placed) told
    left join lateral (
      select v.name_vi, v.name_en from organisation.unit_version v where v.unit_id = s.unit_id and upper_inf(v.recorded) order by lower(v.held) desc limit 1
    ) u on true
    where ${which === 'completed' ? sql`s.state = 'completed'` : sql`true`}
    order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", s.person_id, s.class_id`.execute(db)
  const shown = rows.filter(({ isSeen }) => isSeen)
  return {
    unseen: rows.length - shown.length,
    people: shown.map(({ unitId, vi, en, isSeen: _, ...person }) => ({
      ...person,
      unit: unitId ? { id: unitId, vi: vi ?? '', en: en ?? '' } : null,
    })),
  }
}
