import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { NotFound, refuse } from '#server/refusal.ts'

/**
 * The units whose people and deeds count for this unit on the day: those below it by either system, and those that
 * passed whole into one of them by that day. Of a unit that only a part of came here, nothing is counted.
 */
export async function unitsUnder(db: Db, unitId: string, on: string, knownAt: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive under(id) as (
      select descendant_id from organisation.closure
      where ancestor_id = ${unitId}::uuid and held @> ${on}::date and recorded @> ${knownAt}::timestamptz
      union
      select taken.id
      from under
      join organisation.succession s on s.to_unit_id = under.id and s.whole and s.kind in ('merge', 'rename', 'upgrade')
        and s.on_day <= ${on}::date and s.recorded @> ${knownAt}::timestamptz
      cross join lateral (
        select s.from_unit_id as id
        union all
        -- What ended inside it without a successor of its own went the same way.
        select c.descendant_id from organisation.closure c
        where c.ancestor_id = s.from_unit_id and s.from_unit_id <> s.to_unit_id
          and c.held @> (s.on_day - 1) and c.recorded @> ${knownAt}::timestamptz
          and not exists (select from organisation.unit_version v
            where v.unit_id = c.descendant_id and v.held @> s.on_day and v.recorded @> ${knownAt}::timestamptz)
          and not exists (select from organisation.succession own
            where own.from_unit_id = c.descendant_id and own.to_unit_id is not null and own.recorded @> ${knownAt}::timestamptz)
      ) taken
    )
    select distinct id from under`.execute(db)
  return rows.map((row) => row.id)
}

export type UnitDays = { unitId: string; vi: string; en: string; kind: string; from: string; to: string | null }

/** Refuses ('unit-not-on-day', with its days) a unit that does not exist on the day; an unknown one is not found. */
export async function assureUnitOnDay(db: Db, unitId: string, on: string, knownAt: Date): Promise<void> {
  const days = await daysOfUnits(db, [unitId], knownAt)
  if (days.length === 0) throw new NotFound()
  refuse(days.some((unit) => holdsOn(unit, on)) ? [] : [{ code: 'unit-not-on-day', on, days }])
}

/** Every version of the units as known at an instant, by day; `to` is the first day on which it no longer holds. */
export async function daysOfUnits(db: Db, unitIds: string[], knownAt: Date): Promise<UnitDays[]> {
  const { rows } = await sql<UnitDays>`
    select unit_id as "unitId", name_vi as vi, name_en as en, kind, lower(held) as "from", upper(held) as "to"
    from organisation.unit_version
    where unit_id = any(${unitIds}::uuid[]) and recorded @> ${knownAt}::timestamptz
    order by unit_id, lower(held)`.execute(db)
  return rows
}

export function holdsOn(days: { from: string; to: string | null }, on: string): boolean {
  return days.from <= on && (days.to === null || on < days.to)
}
