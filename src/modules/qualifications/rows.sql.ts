import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'

export type UnitRow = { unitId: string; vi: string; en: string }

/** The units directly below on the day, in the order of lists, and for every unit below them which of these it counts for. */
export async function rowsBelow(
  db: Db,
  unitId: string,
  on: string,
  knownAt: Date,
): Promise<{ rows: UnitRow[]; rowOf: Map<string, string[]> }> {
  const holds = (alias: string) =>
    sql`${sql.ref(`${alias}.held`)} @> ${on}::date and ${sql.ref(`${alias}.recorded`)} @> ${knownAt}::timestamptz`
  const { rows } = await sql<UnitRow & { below: string[] }>`
    select child.descendant_id as "unitId", v.name_vi as vi, v.name_en as en, array_agg(distinct under.descendant_id) as below
    from organisation.closure child
    join organisation.closure under on under.ancestor_id = child.descendant_id and ${holds('under')}
    join organisation.unit_version v on v.unit_id = child.descendant_id and ${holds('v')}
    where child.ancestor_id = ${unitId}::uuid and child.depth = 1 and ${holds('child')}
    group by child.descendant_id, v.id order by v.place, v.name_vi collate "vi-x-icu", child.descendant_id`.execute(db)
  const rowOf = new Map<string, string[]>()
  for (const row of rows) for (const id of row.below) rowOf.set(id, [...(rowOf.get(id) ?? []), row.unitId])
  return { rows: rows.map(({ below: _, ...row }) => row), rowOf }
}
