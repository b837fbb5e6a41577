import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { fillTable } from './bulk.sql.ts'
import type { Sources } from './people.sql.ts'

const recorded = sql`tstzrange('2026-01-05 01:00:00+00', null)`

/** For everybody a degree, a level of political theory and a programme of state management. */
export function fillQualifications(db: Db, { entry }: Sources): Promise<void> {
  return fillTable(
    db,
    'qualifications.qualification',
    sql`insert into qualifications.qualification (person_id, id, kind, level, rank, state, field_code, field_text, held, recorded, entry_id, scope)
    select p.person_id, bench.id(12, p.n * 3 + k), held.kind, held.level, held.rank, case when bench.pick(p.n, 50 + k, 40) = 0 then 'studying' else 'finished' end,
      held.field_code, held.field_text, daterange(p.born + 8300 + k * 1500, null), ${recorded}, ${entry}::uuid, p.scope
    from bench.person p cross join generate_series(0, 2) k
    cross join lateral (select bench.pick(p.n, 60 + k, 20) as chance offset 0) thrown
    cross join lateral (
      select 'degree' as kind, case when chance < 3 then 'THS' when chance < 16 then 'DH' when chance < 19 then 'CD' else 'TC' end as level,
        case when chance < 3 then 5 when chance < 16 then 4 when chance < 19 then 3 else 2 end as rank, 'LUAT' as field_code, 'Luật' as field_text where k = 0
      union all
      select 'theory', case when chance < 4 then 'CC' when chance < 14 then 'TC' else 'SC' end, case when chance < 4 then 3 when chance < 14 then 2 else 1 end, null, null where k = 1
      union all
      select 'state_management', case when chance < 4 then 'CVC' else 'CV' end, case when chance < 4 then 3 else 2 end, null, null where k = 2
    ) held`,
  )
}

/** One in a hundred of a district's staff was seconded to a commune of it. */
export function fillSecondments(db: Db, { entry }: Sources): Promise<void> {
  return fillTable(
    db,
    'movements.secondment',
    sql`insert into movements.secondment (person_id, id, from_unit_id, host_unit_id, held, planned_end, recorded, entry_id, scope)
    select p.person_id, bench.id(13, p.n), p.old_id, p.now_parent, daterange('2022-01-01', '2024-12-31'), '2024-12-31', ${recorded}, ${entry}::uuid, p.scope
    from bench.person p where p.in_district_office and bench.pick(p.n, 71, 40) = 0`,
  )
}
