import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { hasCode, likePattern } from './resolve.sql.ts'
import type { FoundUnit } from './unit.contract.ts'
import { unitKey } from './unit-name.ts'

type Row = Omit<FoundUnit, 'existsOnDay' | 'parent' | 'successors'> & {
  existsOnDay: boolean
  parentVi: string | null
  parentEn: string | null
  successors: FoundUnit['successors'] | null
}

/** Units that were ever called so or had the code, each under the latest such name; those of the day first, the closest names first. */
export async function findUnitsByName(db: Db, text: string, on: string, limit: number): Promise<FoundUnit[]> {
  const key = unitKey(text)
  const { rows } = await sql<Row>`
    with found as (
      select distinct on (v.unit_id) v.*, v.held @> ${on}::date as there
      from organisation.unit_version v
      where upper_inf(v.recorded) and (v.search like ${likePattern(key)} or ${hasCode(text.trim())})
      order by v.unit_id, v.held @> ${on}::date desc, lower(v.held) desc
    )
    select f.unit_id as "unitId", f.name_vi as vi, f.name_en as en, f.kind, code.code, lower(f.held) as "from", upper(f.held) as "to",
      exists (select from organisation.unit_version d where d.unit_id = f.unit_id and upper_inf(d.recorded) and d.held @> ${on}::date) as "existsOnDay",
      parent.name_vi as "parentVi", parent.name_en as "parentEn", after.successors
    from found f
    left join lateral (
      select c.code from organisation.unit_code c
      where c.unit_id = f.unit_id and c.scheme = 'administrative' and upper_inf(c.recorded) and c.held && f.held order by lower(c.held) desc limit 1
    ) code on true
    left join lateral (
      select v.name_vi, v.name_en from organisation.unit_parent p join organisation.unit_version v on v.unit_id = p.parent_id and upper_inf(v.recorded) and v.held && p.held
      where p.unit_id = f.unit_id and upper_inf(p.recorded) and p.held && f.held order by p.system desc, lower(p.held) desc, lower(v.held) desc limit 1
    ) parent on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('unitId', s.to_unit_id, 'vi', v.name_vi, 'en', v.name_en, 'whole', s.whole) order by v.name_vi) as successors
      from organisation.succession s join organisation.unit_version v on v.unit_id = s.to_unit_id and upper_inf(v.recorded) and v.held @> s.on_day
      where s.from_unit_id = f.unit_id and s.to_unit_id <> s.from_unit_id and upper_inf(s.recorded)
    ) after on true
    order by (f.search like ${`${key}%`}) desc, f.there desc, length(f.search), f.name_vi collate "vi-x-icu", f.unit_id
    limit ${limit}`.execute(db)
  return rows.map(({ parentVi, parentEn, successors, ...unit }) => ({
    ...unit,
    parent: parentVi === null ? null : { vi: parentVi, en: parentEn ?? parentVi },
    successors: successors ?? [],
  }))
}
