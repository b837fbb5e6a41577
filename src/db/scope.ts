import { sql } from 'kysely'
import { recordOf } from './facts.ts'
import { personBound, unitPlaces } from './placement.ts'
import type { Db, Tx } from './connect.ts'

/**
 * Brings the column `scope` of the rows about the persons whose ties the command changed, or whose units it moved, up to
 * date: the numbers of the units in which the person is to be seen, and of all above them. Done before every entry is sealed; many new
 * persons are best settled once their ties are written, so that what follows is written with their scope.
 */
export async function settleScopes(tx: Tx): Promise<void> {
  const { changes, tied } = recordOf(tx)
  const isMoved = changes.some(({ table }) => unitPlaces.includes(table))
  if (!isMoved && tied.size === 0) return
  // Shared: whoever moves the day waits for us, or we for them.
  const { rows } = await sql<{ day: string }>`select day from people.scope_day for share`.execute(tx)
  const day = rows[0]?.day ?? ''
  const units = isMoved ? await settleUnits(tx, day) : []
  await settlePersons(tx, day, [...tied], await servingIn(tx, units))
  tied.clear()
}

/** Where somebody is to be seen whose one tie is to the unit: for persons who are entered, so that nothing need be settled afterwards. */
export async function scopesByUnit(tx: Tx): Promise<Map<string, readonly number[]>> {
  await sql`select day from people.scope_day for share`.execute(tx)
  const { rows } = await sql<{ unit_id: string; above: number[] }>`select unit_id, above from organisation.reach`.execute(tx)
  return new Map(rows.map(({ unit_id, above }) => [unit_id, above]))
}

/** Who serves where follows the days, too: moves all scopes to that day. */
export async function moveScopesTo(db: Db, today: string): Promise<void> {
  if ((await dayOfScopes(db)) === today) return
  await db.transaction().execute(async (tx) => {
    await sql`set local role kecan_wide`.execute(tx)
    const { rows } = await sql<{ day: string }>`select day from people.scope_day for update`.execute(tx)
    const before = rows[0]?.day ?? today
    await sql`update people.scope_day set day = ${today}::date`.execute(tx)
    const units = await settleUnits(tx, today)
    await settlePersons(tx, today, await turning(tx, before, today), await servingIn(tx, units))
  })
}

async function dayOfScopes(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ day: string }>`select day from people.scope_day`.execute(db)
  return rows[0]?.day
}

/** Whose tie begins or ends between the two days. */
async function turning(tx: Tx, one: string, other: string): Promise<string[]> {
  const [after, until] = [one, other].toSorted()
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from people.tie
    where upper_inf(recorded) and (
      (lower(held) > ${after}::date and lower(held) <= ${until}::date) or (upper(held) > ${after}::date and upper(held) <= ${until}::date))`.execute(
    tx,
  )
  return rows.map((row) => row.person_id)
}

/** Works out anew which units are above which, an ended one by its last day; returns those for which it changed. */
async function settleUnits(tx: Tx, day: string): Promise<string[]> {
  const { rows } = await sql<{ unit_id: string }>`
    with last_day as (
      select unit_id, least(max(coalesce(upper(held), 'infinity')) - 1, ${day}::date) as day
      from organisation.unit_version where upper_inf(recorded) and lower(held) <= ${day}::date group by unit_id
    ), present as (
      select c.descendant_id as unit_id, array_agg(distinct a.number::int order by a.number::int) as above
      from organisation.closure c join last_day l on l.unit_id = c.descendant_id join organisation.unit a on a.id = c.ancestor_id
      where upper_inf(c.recorded) and c.held @> l.day group by c.descendant_id
    ), written as (
      insert into organisation.reach as r (unit_id, above) select unit_id, above from present
      on conflict (unit_id) do update set above = excluded.above where r.above <> excluded.above
      returning unit_id
    ), vanished as (
      update organisation.reach r set above = '{}' where r.above <> '{}' and not exists (select from present p where p.unit_id = r.unit_id)
      returning unit_id
    )
    select unit_id from written union all select unit_id from vanished`.execute(tx)
  return rows.map((row) => row.unit_id)
}

async function servingIn(tx: Tx, units: string[]): Promise<string[]> {
  if (units.length === 0) return []
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from people.tie where unit_id = any(${units}::uuid[]) and upper_inf(recorded)`.execute(tx)
  return rows.map((row) => row.person_id)
}

/** A file merged into another is seen where that one is. */
async function settlePersons(tx: Tx, day: string, ...touched: string[][]): Promise<void> {
  const ids = [...new Set(touched.flat())]
  if (ids.length === 0) return
  await sql`
    with tied as materialized (
      select t.person_id, t.unit_id, t.held from people.tie t where t.person_id = any(${ids}::uuid[]) and upper_inf(t.recorded)
    ), here as (
      select distinct person_id, unit_id
      from (
        select *, bool_or(held @> ${day}::date) over one as serves, max(upper(held)) filter (where lower(held) <= ${day}::date) over one as last
        from tied window one as (partition by person_id)
      ) t
      where held @> ${day}::date or (not serves and (upper(held) is null or last is null or upper(held) >= last))
    ), present as (
      select here.person_id, array_agg(distinct n order by n) as scope
      from here join organisation.reach r on r.unit_id = here.unit_id cross join unnest(r.above) n group by here.person_id
    )
    update people.person p set scope = coalesce(present.scope, '{}')
    from unnest(${ids}::uuid[]) touched (person_id) left join present using (person_id)
    where p.person_id = touched.person_id and p.scope <> coalesce(present.scope, '{}')`.execute(tx)
  const { rows } = await sql<{ merged_id: string }>`
    update people.person p set scope = k.scope
    from people.merge m join people.person k on k.person_id = m.kept_id
    where m.reversed_at is null and m.merged_id = p.person_id and (m.kept_id = any(${ids}::uuid[]) or m.merged_id = any(${ids}::uuid[]))
    returning p.person_id as merged_id`.execute(tx)
  const all = [...ids, ...rows.map((row) => row.merged_id)]
  for (const { table, person } of personBound.filter(({ table }) => table !== 'people.person')) {
    await sql`
      update ${sql.table(table)} t set scope = p.scope
      from people.person p
      where p.person_id = t.${sql.ref(person)} and t.${sql.ref(person)} = any(${all}::uuid[]) and t.scope <> p.scope`.execute(tx)
  }
}
