import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'

export type Names = { vi: string; en: string }

/** The unit this installation serves, by its latest name; null before the first-run page is done. */
export async function findAuthority(db: Db): Promise<({ unitId: string } & Names) | null> {
  const row = await db.selectFrom('organisation.authority').select('unit_id').executeTakeFirst()
  if (!row) return null
  const names = (await unitNames(db, [row.unit_id])).get(row.unit_id)
  return { unitId: row.unit_id, vi: names?.vi ?? '', en: names?.en ?? '' }
}

/** The latest names of units, whatever their days. */
export async function unitNames(db: Db, unitIds: string[]): Promise<Map<string, Names>> {
  const { rows } = await sql<{ unit_id: string; vi: string; en: string }>`
    select distinct on (unit_id) unit_id, name_vi as vi, name_en as en
    from organisation.unit_version
    where unit_id = any(${unitIds}::uuid[]) and upper_inf(recorded)
    order by unit_id, lower(held) desc`.execute(db)
  return new Map(rows.map(({ unit_id, vi, en }) => [unit_id, { vi, en }]))
}
