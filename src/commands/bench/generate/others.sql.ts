import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { fieldsOfStudy } from '#law/fields-of-study.ts'
import { fillTable } from './bulk.sql.ts'
import type { Sources } from './people.sql.ts'

const recorded = sql`tstzrange('2026-01-05 01:00:00+00', null)`

/** For everybody a degree, a level of political theory, a programme of state management and, for most, defence knowledge. */
export function fillQualifications(db: Db, { entry }: Sources): Promise<void> {
  return fillTable(
    db,
    'qualifications.qualification',
    sql`insert into qualifications.qualification (person_id, id, kind, level, rank, state, field_code, field_text, expires_on, held, recorded, entry_id, scope)
    select p.person_id, bench.id(12, p.n * 4 + k), held.kind, held.level, held.rank, case when bench.pick(p.n, 50 + k, 40) = 0 then 'studying' else 'finished' end,
      held.field_code, held.field_text, held.expires_on, daterange(p.born + 8300 + k * 1500, null), ${recorded}, ${entry}::uuid, p.scope
    from bench.person p cross join generate_series(0, 3) k
    cross join lateral (select bench.pick(p.n, 60 + k, 20) as chance offset 0) thrown
    cross join lateral (
      select 'degree' as kind, case when chance < 3 then 'THS' when chance < 16 then 'DH' when chance < 19 then 'CD' else 'TC' end as level,
        case when chance < 3 then 5 when chance < 16 then 4 when chance < 19 then 3 else 2 end as rank,
        (${fieldsOfStudy.map(({ code }) => code)}::text[])[1 + bench.pick(p.n, 64, ${fieldsOfStudy.length})] as field_code, 'Luật' as field_text, null::date as expires_on where k = 0
      union all
      select 'theory', case when chance < 4 then 'CC' when chance < 14 then 'TC' else 'SC' end, case when chance < 4 then 3 when chance < 14 then 2 else 1 end, null, null, null where k = 1
      union all
      select 'state_management', case when chance < 4 then 'CVC' else 'CV' end, case when chance < 4 then 3 else 2 end, null, null, null where k = 2
      union all
      select 'defence', case when chance < 5 then '3' else '4' end, case when chance < 5 then 2 else 1 end, null, null,
        case when chance = 10 then date '2026-01-01' end where k = 3 and chance < 16
    ) held`,
  )
}

/** What the law asks of the titles that are no more, asked on: so that every post asks something today, as in a province that has set its own. */
export async function fillStandards(db: Db, { entry }: Sources): Promise<void> {
  await sql`
    insert into qualifications.standard (title_code, requirement, level, rank, periods, document, article, verified, held, recorded, entry_id)
    select distinct on (title_code, requirement) title_code, requirement, level, rank, periods, document, article, verified, daterange('2025-07-01', null), ${recorded}, ${entry}::uuid
    from qualifications.standard s
    where title_code like 'H%' and not exists (
      select from qualifications.standard o where o.title_code = s.title_code and o.requirement = s.requirement and upper_inf(o.held))
    order by title_code, requirement, lower(held) desc`.execute(db)
  await sql`
    insert into qualifications.accepted_field (title_code, field_code, held, recorded, entry_id)
    select title_code, field_code, daterange('2025-07-01', null), ${recorded}, ${entry}::uuid
    from qualifications.accepted_field where title_code like 'H%' and not upper_inf(held)`.execute(db)
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
