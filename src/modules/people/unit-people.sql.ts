import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import type { AgeBand, AskedOfPeople, Headcount, Leader, PeopleOfUnits } from '#modules/organisation/people-of-units.ts'
import { unitsBelow } from '#modules/organisation/scope.sql.ts'
import { rowInScope } from './scope.sql.ts'

/** The officials of units as the unit pages show them. */
export const peopleOfUnits: PeopleOfUnits = {
  headcounts,
  ages,
  leaders,
  scopeOf: (db, { actor, today }) => scopeOf(db, actor, 'people.read', today, unitsBelow),
}

async function headcounts(db: Db, asked: AskedOfPeople): Promise<Map<string, Headcount>> {
  const { rows } = await sql<Headcount & { unitId: string }>`
    with serving as (select distinct a.person_id, a.unit_id from people.assignment a where ${isServing(asked)})
    select c.ancestor_id as "unitId", count(distinct s.person_id) filter (where c.depth = 0)::int as own, count(distinct s.person_id)::int as under
    from serving s
    join organisation.closure c on c.descendant_id = s.unit_id and upper_inf(c.recorded) and c.held @> ${asked.on}::date
    group by c.ancestor_id`.execute(db)
  return new Map(rows.map(({ unitId, own, under }) => [unitId, { own, under }]))
}

/** Five-year bands; who has no birth date is in none. */
async function ages(db: Db, unitIds: string[], asked: AskedOfPeople): Promise<AgeBand[]> {
  const { rows } = await sql<AgeBand>`
    with serving as (select distinct a.person_id from people.assignment a where a.unit_id = any(${unitIds}::uuid[]) and ${isServing(asked)})
    select (extract(year from age(${asked.on}::date, p.birth_low))::int / 5) * 5 as "from",
      count(*) filter (where p.sex = 'male')::int as male, count(*) filter (where p.sex = 'female')::int as female,
      count(*) filter (where p.sex is null)::int as unknown
    from serving s
    join people.profile p on p.person_id = s.person_id and upper_inf(p.recorded) and p.birth_low is not null
    group by 1 order by 1`.execute(db)
  return rows
}

async function leaders(db: Db, unitIds: string[], asked: AskedOfPeople): Promise<Leader[]> {
  const { rows } = await sql<Leader>`
    select a.title_code as "titleCode", a.person_id as "personId", p.full_name as "personName", a.unit_id as "unitId", a.kind,
      case when a.from_known then lower(a.held) end as since
    from people.assignment a
    join organisation.title t on t.code = a.title_code and t.is_leader
    join people.profile p on p.person_id = a.person_id and upper_inf(p.recorded)
    where a.unit_id = any(${unitIds}::uuid[]) and ${isServing(asked)}
    order by t.place, p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", a.person_id`.execute(db)
  return rows
}

function isServing({ on, today, scope }: AskedOfPeople): RawBuilder<boolean> {
  return sql<boolean>`(upper_inf(a.recorded) and a.held @> ${on}::date and ${rowInScope(scope, today, 'a')})`
}
