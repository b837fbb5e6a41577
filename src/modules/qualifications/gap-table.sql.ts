import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Alike, Seat } from './gap-table.ts'
import { holdings, isPostHeld, type Asking } from './holding.sql.ts'
import type { Rules } from './rules.sql.ts'
import { asksOf, statesCode, statesOfCode, type Asks } from './states.sql.ts'

/** For which rows a unit counts; a unit that is not there counts for the row ''. */
export type Rows = ReadonlyMap<string, readonly string[]>

type Group = { one: number; other: number; personId: string | null; stateOne: number; stateOther: number; count: number }
type SeatRow = { personId: string; seat: number; state: number }

// A seat is a number: the row, and within it the title, from 1 on.
const titlesMost = 10_000
// Below so many units it pays to look only at what their people hold.
const fewUnits = 300

/**
 * The holders of posts, so many alike instead of so many persons: grouped by their posts and by the state of each standard. Two posts
 * of a person are told by the least and the greatest; the few who hold more are asked one by one.
 */
export async function holdersAlike(db: Db, asking: Asking, rules: Rules, rows: Rows): Promise<Alike[]> {
  const asks = asksOf(rules, ['', ...rules.of.keys()])
  const places = placesOf(rows)
  const isFew = asking.unitIds !== null && asking.unitIds.length <= fewUnits
  const seats = isFew ? sql`select person_id, seat from post` : seatsHeld(asking, asks, places)
  const { rows: groups } = await sql<Group>`
    with post as (${isFew ? seatsHeld(asking, asks, places) : sql`select null::uuid as person_id`}),
      person as (${holdings(asking, rules.layout, { seats, persons: isFew ? 'post' : null })})
    select one, other, case when is_many then person_id end as "personId", count(*)::int as count,
      ${statesCode(rules, asks, 'person', 'ask_one')} as "stateOne", ${statesCode(rules, asks, 'person', 'ask_other')} as "stateOther"
    from person join ${asks.as('ask_one')} on ask_one.place = one % ${sql.lit(titlesMost)} join ${asks.as('ask_other')} on ask_other.place = other % ${sql.lit(titlesMost)}
    group by 1, 2, 3, 5, 6`.execute(db)
  const few = groups.filter(({ personId }) => personId === null)
  const many = groups.flatMap(({ personId }) => personId ?? [])
  const seatOf = (seat: number, state: number): Seat => ({
    row: places.rows[Math.floor(seat / titlesMost)] ?? '',
    titleCode: asks.titles[(seat % titlesMost) - 1] ?? '',
    states: statesOfCode(asks, state),
  })
  return [
    ...few.map(({ one, other, stateOne, stateOther, count }) => ({
      count,
      seats: one === other ? [seatOf(one, stateOne)] : [seatOf(one, stateOne), seatOf(other, stateOther)],
    })),
    ...(await seatsOfPersons(db, { ...asking, personIds: many }, rules, { asks, places })).map((seatsOfOne) => ({
      count: 1,
      seats: seatsOfOne.map(({ seat, state }) => seatOf(seat, state)),
    })),
  ]
}

/** What the numbers of rows stand for. */
type Places = { rows: readonly string[]; units: { unitId: string; row: number }[] }

function placesOf(rowsOf: Rows): Places {
  const rows = ['', ...new Set([...rowsOf.values()].flat())]
  const numbers = new Map(rows.map((row, number) => [row, number]))
  return { rows, units: [...rowsOf].flatMap(([unitId, keys]) => keys.map((key) => ({ unitId, row: numbers.get(key) ?? 0 }))) }
}

async function seatsOfPersons(
  db: Db,
  asking: Asking,
  rules: Rules,
  { asks, places }: { asks: Asks; places: Places },
): Promise<SeatRow[][]> {
  if (asking.personIds?.length === 0) return []
  const { rows } = await sql<SeatRow>`
    with post as (select distinct person_id, seat from (${seatsHeld(asking, asks, places)}) held),
      person as (${holdings(asking, rules.layout, { persons: 'post' })})
    select post.person_id as "personId", seat, ${statesCode(rules, asks, 'person', 'ask')} as state
    from post join ${asks.as('ask')} on ask.place = seat % ${sql.lit(titlesMost)} left join person on person.person_id = post.person_id`.execute(
    db,
  )
  return [...Map.groupBy(rows, ({ personId }) => personId).values()]
}

function seatsHeld(asking: Asking, { titles }: Asks, { units }: Places): RawBuilder<unknown> {
  const row = units.length > 0 ? sql`coalesce(r.number, 0)` : sql`0`
  const ofUnits = sql`left join unnest(${units.map(({ unitId }) => unitId)}::uuid[], ${units.map((unit) => unit.row)}::int[]) r (unit_id, number) on r.unit_id = a.unit_id`
  return sql`
    select a.person_id, ${row} * ${sql.lit(titlesMost)} + coalesce(t.place, 1)::int as seat
    from people.assignment a
    left join unnest(${titles}::text[]) with ordinality t (code, place) on t.code = a.title_code
    ${units.length > 0 ? ofUnits : sql``}
    where ${isPostHeld(asking)}`
}
