import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { period } from '#db/facts.ts'
import { titles } from '#law/titles.ts'

/** Brings the titles of the code lists into the database, after the program has migrated it; needs no audit entry: the lists are the program's own. */
export async function syncTitles(tx: Tx): Promise<void> {
  const rows = titles.map((title, place) => ({
    code: title.code,
    name_vi: title.name.vi,
    name_en: title.name.en,
    level: title.level,
    block: title.block,
    official_kind: title.officialKind,
    is_leader: title.isLeader,
    is_full_time: title.isFullTime,
    place,
    held: period(title.from, title.to),
  }))
  await sql`
    insert into organisation.title select * from jsonb_populate_recordset(null::organisation.title, ${JSON.stringify(rows)}::jsonb)
    on conflict (code) do update set
      (name_vi, name_en, level, block, official_kind, is_leader, is_full_time, place, held) =
      (excluded.name_vi, excluded.name_en, excluded.level, excluded.block, excluded.official_kind,
       excluded.is_leader, excluded.is_full_time, excluded.place, excluded.held)`.execute(tx)
}
