import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Scope } from '#server/operations.ts'

/** The units below these today, an ended one where it stood on its last day; `above` is these units' own numbers. */
export async function unitsBelow(db: Db, unitIds: string[]): Promise<{ unitIds: string[]; above: number[] }> {
  const { rows } = await sql<{ unitIds: string[]; above: number[] }>`
    select coalesce(array_agg(number::int), '{}') as above,
      array(select unit_id from organisation.reach where above && (select array_agg(number::int) from organisation.unit where id = any(${unitIds}::uuid[]))) as "unitIds"
    from organisation.unit where id = any(${unitIds}::uuid[])`.execute(db)
  return rows[0] ?? { unitIds: [], above: [] }
}

export async function isUnitInScope(_db: Db, scope: Scope, unitId: string): Promise<boolean> {
  return scope === 'everything' || scope.unitIds.includes(unitId)
}
