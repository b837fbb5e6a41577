import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { districtPeople, type Scale } from '../sizes.ts'
import { fillTable } from './bulk.sql.ts'
import { countOfNames, countOfPosts } from './helpers.sql.ts'
import { communeOffices, communes, districtOffices, provinceOffices, twoLevelsFrom } from './unit-codes.ts'

export type Sources = { scale: Scale; entry: string }

const recorded = sql`tstzrange('2026-01-05 01:00:00+00', null)`
const ended = sql`${twoLevelsFrom}::date`
/** On which the one in 33 who left did so. */
const left = sql`date '2024-06-30'`

/**
 * Who there is: the first 2,500 in the first district, and so on, then those of the provinces' own offices. A district's own staff
 * went to its communes when it ended. The rows stand in no order of place, as the work of many offices leaves them.
 */
export async function stagePeople(db: Db, { scale }: Sources): Promise<void> {
  const { provinces, districts, people } = scale
  const inDistricts = provinces * districts * districtPeople
  const perProvince = Math.max(1, Math.ceil((people - inDistricts) / provinces))
  await sql`
    create unlogged table bench.unit as
    select u.id, ('x' || right(u.id::text, 12))::bit(48)::bigint as code, r.above from organisation.unit u join organisation.reach r on r.unit_id = u.id`.execute(
    db,
  )
  await sql`create unique index on bench.unit (code)`.execute(db)
  await sql`analyze bench.unit`.execute(db)
  await sql`
    create unlogged table bench.person as
    with place as (
      select n, n / 2500 as q, n % 2500 as m, bench.pick(n, 1, 33) = 0 as is_left, bench.pick(n, 2, 2) = 0 as is_female,
        n < ${inDistricts} as in_district, n / 2500 / ${districts} + 1 as p, n / 2500 % ${districts} + 1 as d, (n - ${inDistricts}) / ${perProvince} + 1 as pp
      from (select g * ${strideOf(people)}::bigint % ${people} as n from generate_series(0, ${people - 1}::bigint) g) scattered
    ), coded as (
      select *, p * 100000 + d * 1000 as district, p * 100000 + d * 1000 + (m % ${communes} + 1) * 100 as commune,
        m / ${communes} % ${communeOffices} + 1 as office, in_district and m < 1000 as in_district_office, pp * 100000 + m % ${provinceOffices} + 1 as own
      from place
    )
    select n, q, m, is_left, is_female, in_district, in_district_office,
      date '1964-01-01' + bench.pick(n, 3, 13100) as born, bench.id(2, n) as person_id, was.id as old_id, now.id as now_id,
      case when in_district then above.id else province.id end as now_parent,
      case when is_left then was.above else now.above end as scope
    from coded
    join bench.unit was on was.code = case when in_district_office then district + 900 + m % ${districtOffices} + 1 when in_district then commune + office else own end
    join bench.unit now on now.code = case when in_district then commune + office else own end
    left join bench.unit above on in_district and above.code = commune
    left join bench.unit province on not in_district and province.code = pp * 100000`.execute(db)
  await sql`analyze bench.person`.execute(db)
}

export async function fillPeople(db: Db, { entry }: Sources): Promise<void> {
  const stamp = sql`${recorded}, ${entry}::uuid, p.scope`
  await fillTable(
    db,
    'people.person',
    sql`insert into people.person (person_id, entry_id, created_at, scope) select person_id, ${entry}::uuid, '2026-01-05 01:00:00+00', scope from bench.person`,
  )
  await fillTable(db, 'people.profile', profiles(stamp))
  await fillTable(
    db,
    'people.name',
    sql`insert into people.name (given, family, middle, search) select distinct on (given, family, middle) given, family, middle, search from people.profile`,
  )
  const number = sql`lpad((p.n / 1000000 + 1)::text, 3, '0') || p.is_female::int + 2 * (p.born >= '2000-01-01')::int || to_char(p.born, 'YY') || lpad((p.n % 1000000)::text, 6, '0')`
  await fillTable(
    db,
    'people.identity',
    sql`insert into people.identity (person_id, id, kind, number, held, recorded, entry_id, scope)
    select p.person_id, bench.id(4, p.n), 'cccd', ${number}, daterange('2021-07-01', null), ${stamp} from bench.person p`,
  )
  await fillTable(
    db,
    'people.identity_claim',
    sql`insert into people.identity_claim (kind, number, person_id, scope) select 'cccd', ${number}, p.person_id, p.scope from bench.person p`,
  )
  await fillTable(db, 'people.assignment', assignments(stamp))
  await fillTable(
    db,
    'people.membership',
    sql`insert into people.membership (person_id, id, kind, unit_id, title_text, held, recorded, entry_id, scope)
    select p.person_id, bench.id(9, p.n), 'deputy', p.now_parent, 'Đại biểu HĐND', daterange('2021-06-01', null), ${stamp}
    from bench.person p where bench.pick(p.n, 4, 16) = 0 and not p.is_left`,
  )
}

function profiles(stamp: RawBuilder<unknown>): RawBuilder<unknown> {
  const ofSex = (part: string) =>
    sql`case when p.is_female then ${countOfNames(`${part} female`)}::int else ${countOfNames(`${part} male`)}::int end`
  return sql`insert into people.profile (person_id, id, full_name, family, middle, given, search, sex, birth, birth_low, birth_high, ethnicity,
      native_place, residence, general_education, party_joined, phone, recorded, entry_id, scope)
    select p.person_id, bench.id(3, p.n), concat_ws(' ', f.text, m.text, g.text), f.text, m.text, g.text, concat_ws(' ', f.folded, m.folded, g.folded),
      p.sex, p.born::text, p.born, p.born, f.also, 'Xã Mẫu', 'Xã Mẫu', '12/12',
      case when bench.pick(p.n, 14, 10) < 7 then (p.born + 9000)::text end, '0900' || lpad((p.n % 1000000)::text, 6, '0'), ${stamp}
    from (select *, case when is_female then 'female' else 'male' end as sex from bench.person) p
    join bench.name f on f.part = 'family' and f.i = bench.pick(p.n, 11, ${countOfNames('family')}::int)
    join bench.name m on m.part = 'middle ' || p.sex and m.i = bench.pick(p.n, 12, ${ofSex('middle')})
    join bench.name g on g.part = 'given ' || p.sex and g.i = bench.pick(p.n, 13, ${ofSex('given')})`
}

/** For one in three a first post, for all the next, for a former district's staff the one since; for one in ten a second beside it. */
function assignments(stamp: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into people.assignment (person_id, id, kind, unit_id, title_code, title_text, official_kind, held, recorded, entry_id, scope)
    select p.person_id, bench.id(5, p.n * 4 + post.place), post.kind, post.unit_id, t.code, t.text, t.official_kind, post.held, ${stamp}
    from (
      select *, least(born + 8400, date '2017-01-01') + bench.pick(n, 21, 1500) as entered from bench.person
    ) p
    cross join lateral (
      select 0 as place, 'main' as kind, p.old_id as unit_id, daterange(p.entered - 1500, p.entered) as held where bench.pick(p.n, 22, 3) = 0
      union all
      select 1, 'main', p.old_id, daterange(p.entered, case when p.is_left then ${left} when p.in_district_office then ${ended} end)
      union all
      select 2, 'main', p.now_id, daterange(${ended}, null) where p.in_district_office and not p.is_left
      union all
      select 3, 'concurrent', p.now_parent, daterange(${ended}, null) where bench.pick(p.n, 23, 10) = 0 and not p.is_left
    ) post
    cross join lateral (select case when p.in_district and (post.place = 2 or not p.in_district_office) then 'commune' else 'district' end as level) of
    join bench.title t on t.level = of.level and t.i = bench.pick(p.n, 24, case of.level when 'commune' then ${countOfPosts('commune')}::int else ${countOfPosts('district')}::int end)`
}

/** A stride that meets every number once and leaves neighbours far apart. */
function strideOf(count: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b))
  let stride = Math.round(count * 0.618034)
  while (common(stride, count) !== 1) stride++
  return stride
}
