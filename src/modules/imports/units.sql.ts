import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Scope } from '#server/operations.ts'
import { unitsUnder } from '#modules/organisation/subtree.sql.ts'
import type { ListedUnit } from './unit-match.ts'

/** The units that a list may name on the day: those below the chosen one, or all, and of them those in the caller's scope. */
export async function listedUnits(db: Db, given: { unitId: string | null; on: string; scope: Scope; now: Date }): Promise<ListedUnit[]> {
  const under = given.unitId ? await unitsUnder(db, given.unitId, given.on, given.now) : null
  const { scope } = given
  const { rows } = await sql<ListedUnit>`
    select v.unit_id as "unitId", v.name_vi as vi, v.name_en as en, v.kind,
      (select nullif(max(coalesce(upper(o.held), 'infinity')), 'infinity') from organisation.unit_version o where o.unit_id = v.unit_id and upper_inf(o.recorded)) as until
    from organisation.unit_version v
    where upper_inf(v.recorded) and v.held @> ${given.on}::date
      and ${under ? sql`v.unit_id = any(${under}::uuid[])` : sql`true`}
      and ${scope === 'everything' ? sql`true` : sql`v.unit_id = any(${scope.unitIds}::uuid[])`}
    order by v.name_vi, v.unit_id`.execute(db)
  return rows
}

/** Every unit of the caller's scope that has ended, with the first day on which it is no more. */
export async function endedUnits(db: Db, given: { on: string; scope: Scope }): Promise<ListedUnit[]> {
  const { scope } = given
  const { rows } = await sql<ListedUnit>`
    select distinct on (v.unit_id) v.unit_id as "unitId", v.name_vi as vi, v.name_en as en, v.kind, upper(v.held) as until
    from organisation.unit_version v
    where upper_inf(v.recorded) and upper(v.held) <= ${given.on}::date
      and not exists (select from organisation.unit_version o where o.unit_id = v.unit_id and upper_inf(o.recorded) and o.held @> ${given.on}::date)
      and ${scope === 'everything' ? sql`true` : sql`v.unit_id = any(${scope.unitIds}::uuid[])`}
    order by v.unit_id, upper(v.held) desc`.execute(db)
  return rows
}
