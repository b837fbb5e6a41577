import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'

export type TreeRow = {
  unitId: string
  vi: string
  en: string
  kind: string
  code: string | null
  stateParentId: string | null
  partyParentId: string | null
}

/** The units of the day in the order of lists: by place, then name. */
export async function unitsOn(db: Db, on: string): Promise<TreeRow[]> {
  const { rows } = await sql<TreeRow>`
    select v.unit_id as "unitId", v.name_vi as vi, v.name_en as en, v.kind, c.code, s.parent_id as "stateParentId", p.parent_id as "partyParentId"
    from organisation.unit_version v
    left join organisation.unit_code c on c.unit_id = v.unit_id and c.scheme = 'administrative' and c.held @> ${on}::date and upper_inf(c.recorded)
    left join organisation.unit_parent s on s.unit_id = v.unit_id and s.system = 'state' and s.held @> ${on}::date and upper_inf(s.recorded)
    left join organisation.unit_parent p on p.unit_id = v.unit_id and p.system = 'party' and p.held @> ${on}::date and upper_inf(p.recorded)
    where v.held @> ${on}::date and upper_inf(v.recorded)
    order by v.place, v.name_vi collate "vi-x-icu", v.unit_id`.execute(db)
  return rows
}
