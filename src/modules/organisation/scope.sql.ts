import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Scope } from '#server/operations.ts'

/** The units below these today; a unit that has ended counts where it stood on its last day. */
export async function unitsBelow(db: Db, unitIds: string[], today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with last_day as (
      select unit_id, least(max(coalesce(upper(held), 'infinity')) - 1, ${today}::date) as day
      from organisation.unit_version where upper_inf(recorded) and lower(held) <= ${today}::date group by unit_id
    )
    select distinct c.descendant_id as id
    from organisation.closure c join last_day on last_day.unit_id = c.descendant_id
    where c.ancestor_id = any(${unitIds}::uuid[]) and upper_inf(c.recorded) and c.held @> last_day.day`.execute(db)
  return rows.map((row) => row.id)
}

export async function isUnitInScope(_db: Db, scope: Scope, unitId: string): Promise<boolean> {
  return scope === 'everything' || scope.unitIds.includes(unitId)
}
