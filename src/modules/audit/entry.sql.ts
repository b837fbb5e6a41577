import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import type { EntryOf } from '#server/perform.ts'

/** Seals what the command did as the next entry of the chain; the last thing a transaction does. */
export async function appendEntry(tx: Tx, { actor, operation, input, record }: EntryOf): Promise<void> {
  const { accountId, name } = record.actor ?? actor
  await sql`
    select audit.append(${record.entryId}::uuid, ${record.now}::timestamptz, ${accountId}::uuid, ${name}, ${operation},
      ${record.subjectId ?? null}::uuid, ${record.personId ?? null}::uuid, ${record.reason ?? null},
      ${JSON.stringify(input)}::jsonb, ${JSON.stringify(record.changes)}::jsonb)`.execute(tx)
}

export type Verification = { entries: number; head: string | null; broken: number | null }

/** Computes every seal again; `broken` is the first entry whose seal, place or predecessor does not agree. */
export async function verifyChain(db: Db): Promise<Verification> {
  const { rows } = await sql<{ entries: number; head: string | null; broken: number | null }>`
    with chain as (
      select entry, lag(entry.hash, 1, '\\x00'::bytea) over (order by entry.seq) as before, row_number() over (order by entry.seq) as place
      from audit.entry as entry
    )
    select count(*)::int as entries,
      (select encode(hash, 'hex') from audit.entry order by seq desc limit 1) as head,
      min((entry).seq) filter (
        where (entry).seq <> place or (entry).previous <> before or audit.seal(before, entry) <> (entry).hash
      )::int as broken
    from chain`.execute(db)
  return rows[0] ?? { entries: 0, head: null, broken: null }
}
