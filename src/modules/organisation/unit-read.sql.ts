import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { SuccessionLink } from './unit.contract.ts'

type Names = { vi: string; en: string }
type Days = { from: string; to: string | null }
export type VersionRow = Names & Days & { versionId: string; kind: string; decisionId: string | null; place: number }

export async function versionsOf(db: Db, unitId: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select id as "versionId", name_vi as vi, name_en as en, kind, place, lower(held) as "from", upper(held) as "to", decision_id as "decisionId"
    from organisation.unit_version where unit_id = ${unitId}::uuid and upper_inf(recorded) order by lower(held)`.execute(db)
  return rows
}

export async function codesOf(db: Db, unitId: string): Promise<(Days & { scheme: string; code: string })[]> {
  const { rows } = await sql<Days & { scheme: string; code: string }>`
    select scheme, code, lower(held) as "from", upper(held) as "to"
    from organisation.unit_code where unit_id = ${unitId}::uuid and upper_inf(recorded) order by scheme, lower(held)`.execute(db)
  return rows
}

/** Each parent under the name it had when it became one. */
export async function parentsOf(db: Db, unitId: string): Promise<(Names & Days & { unitId: string; system: 'state' | 'party' })[]> {
  const { rows } = await sql<Names & Days & { unitId: string; system: 'state' | 'party' }>`
    select p.parent_id as "unitId", coalesce(v.name_vi, '') as vi, coalesce(v.name_en, '') as en, p.system, lower(p.held) as "from", upper(p.held) as "to"
    from organisation.unit_parent p
    left join organisation.unit_version v on v.unit_id = p.parent_id and upper_inf(v.recorded) and v.held @> lower(p.held)
    where p.unit_id = ${unitId}::uuid and upper_inf(p.recorded) order by lower(p.held), p.system desc`.execute(db)
  return rows
}

/** What it came of and what became of it; a rename or upgrade of the unit itself stands in its versions instead. */
export async function successionsOf(db: Db, unitId: string): Promise<{ predecessors: SuccessionLink[]; successors: SuccessionLink[] }> {
  const { rows } = await sql<SuccessionLink & { isFrom: boolean }>`
    select s.from_unit_id = ${unitId}::uuid as "isFrom", o.id as "unitId", coalesce(v.name_vi, '') as vi, coalesce(v.name_en, '') as en,
      s.kind, s.whole, s.note, s.on_day as "onDay", s.reorganisation_id as "reorganisationId"
    from organisation.succession s
    cross join lateral (select case when s.from_unit_id = ${unitId}::uuid then s.to_unit_id else s.from_unit_id end as id) o
    left join lateral (
      select name_vi, name_en from organisation.unit_version v
      where v.unit_id = o.id and upper_inf(v.recorded)
        and v.held @> (case when s.from_unit_id = ${unitId}::uuid then s.on_day else s.on_day - 1 end) limit 1
    ) v on true
    where ${unitId}::uuid in (s.from_unit_id, s.to_unit_id) and s.from_unit_id is distinct from s.to_unit_id and upper_inf(s.recorded)
    order by s.on_day, v.name_vi collate "vi-x-icu"`.execute(db)
  return { predecessors: rows.filter((row) => !row.isFrom), successors: rows.filter((row) => row.isFrom) }
}

export async function childrenOn(db: Db, unitId: string, on: string): Promise<(Names & { unitId: string; kind: string })[]> {
  const { rows } = await sql<Names & { unitId: string; kind: string }>`
    select v.unit_id as "unitId", v.name_vi as vi, v.name_en as en, v.kind
    from organisation.unit_version v
    where upper_inf(v.recorded) and v.held @> ${on}::date
      and v.unit_id in (select p.unit_id from organisation.unit_parent p where p.parent_id = ${unitId}::uuid and p.held @> ${on}::date and upper_inf(p.recorded))
    order by v.place, v.name_vi collate "vi-x-icu"`.execute(db)
  return rows
}
