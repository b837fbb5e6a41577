import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { StoredFile } from './stored-fact.ts'
import type { EntryHead } from './history.ts'

/** The entries that recorded or closed any of the person's facts, latest first. */
export async function entryHeads(db: Db, file: StoredFile): Promise<EntryHead[]> {
  const ids = Object.values(file)
    .flat()
    .flatMap(({ entryId, closedEntryId }) => [entryId, ...(closedEntryId ? [closedEntryId] : [])])
  const { rows } = await sql<Omit<EntryHead, 'at'> & { at: Date }>`
    select e.id as "entryId", e.at, e.actor, e.operation, e.reason
    from unnest(${[...new Set(ids)]}::uuid[]) known (id) cross join lateral audit.head(known.id) e order by e.seq desc`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
