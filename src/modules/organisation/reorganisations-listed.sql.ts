import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { ListedReorganisation } from './reorganisation.contract.ts'
import type { ReorganisationRow } from './reorganisation.sql.ts'

type Link = ListedReorganisation['successions'][number] & { reorganisationId: string }

/** The reorganisations with what became of each unit, reversed ones as they were meant. */
export async function listedOf(db: Db, rows: ReorganisationRow[]): Promise<ListedReorganisation[]> {
  const links = Map.groupBy(
    await linksOf(
      db,
      rows.map((row) => row.id),
    ),
    (link) => link.reorganisationId,
  )
  return rows.map((row) => {
    const successions = links.get(row.id) ?? []
    // Who only gave parts away did not end.
    const staying = new Set(row.spec.acts.flatMap((act) => (act.kind === 'split' && act.ends === false ? act.from : [])))
    return {
      id: row.id,
      on: row.on,
      titleVi: row.titleVi,
      titleEn: row.titleEn,
      decisionId: row.decisionId,
      appliedAt: row.appliedAt,
      reversedAt: row.reversedAt,
      ends: new Set(successions.filter((link) => link.fromId !== link.toId && !staying.has(link.fromId)).map((link) => link.fromId)).size,
      begins: row.spec.newUnits.length,
      successions,
    }
  })
}

/** Names on either side of the day: what the unit was called the day before, and from the day on; of reversed ones the names of then. */
async function linksOf(db: Db, ids: string[]): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select s.reorganisation_id as "reorganisationId", s.kind, s.whole, s.note, s.from_unit_id as "fromId",
      coalesce(f.name_vi, '') as "fromVi", coalesce(f.name_en, '') as "fromEn",
      s.to_unit_id as "toId", t.name_vi as "toVi", t.name_en as "toEn"
    from organisation.succession s
    join organisation.reorganisation r on r.id = s.reorganisation_id and r.entry_id = s.entry_id
    left join lateral (
      select name_vi, name_en from organisation.unit_version v
      where v.unit_id = s.from_unit_id and lower(v.held) < s.on_day order by upper_inf(v.recorded) desc, lower(v.held) desc limit 1
    ) f on true
    left join lateral (
      select name_vi, name_en from organisation.unit_version v
      where v.unit_id = s.to_unit_id and v.held @> s.on_day order by v.entry_id = s.entry_id desc, upper_inf(v.recorded) desc limit 1
    ) t on true
    where s.reorganisation_id = any(${ids}::uuid[])
    order by t.name_vi collate "vi-x-icu" nulls last, f.name_vi collate "vi-x-icu"`.execute(db)
  return rows
}
