import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { UnitUse } from './carrier.ts'

export type BuiltOn = { vi: string; en: string; count: number; units: { vi: string; en: string }[] }

/** What others have since recorded about the units that the entry began: by table, with the units' names. */
export async function usesOfUnits(db: Db, unitIds: string[], entryId: string, uses: UnitUse[]): Promise<BuiltOn[]> {
  const found: BuiltOn[] = []
  for (const use of uses) {
    const { rows } = await sql<{ vi: string; en: string; count: number }>`
      select v.name_vi as vi, v.name_en as en, count(*)::int as count
      from ${sql.table(use.table)} f
      join organisation.unit_version v on v.unit_id = ${sql.ref(`f.${use.column}`)} and v.entry_id = ${entryId}::uuid
      where f.entry_id <> ${entryId}::uuid and upper_inf(f.recorded) and ${sql.ref(`f.${use.column}`)} = any(${unitIds}::uuid[])
      group by 1, 2 order by 1`.execute(db)
    const count = rows.reduce((sum, row) => sum + row.count, 0)
    if (count > 0) found.push({ ...use.label, count, units: rows.map(({ vi, en }) => ({ vi, en })) })
  }
  return found
}

/** How many facts of the entry another act has corrected or ended since and not given back. */
export async function replacedSince(db: Db, table: string, entryId: string): Promise<number> {
  const said = (row: string) => sql`to_jsonb(${sql.ref(row)}) - '{id,recorded,closed_entry_id,closed_why}'::text[]`
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} f
    where f.entry_id = ${entryId}::uuid and not upper_inf(f.recorded)
      and ${said('f')} not in (select ${said('g')} from ${sql.table(table)} g where g.entry_id = ${entryId}::uuid and upper_inf(g.recorded))`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
