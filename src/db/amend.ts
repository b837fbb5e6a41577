import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { closeFacts, noteChange, noteTied, recordOf } from '#db/facts.ts'

/** Lets facts hold only until the day: closes them as known and records them anew with that end. */
export async function endFactsOn(tx: Tx, table: string, ids: string[], on: string): Promise<void> {
  if (ids.length === 0) return
  await closeFacts(tx, table, ids, 'ended')
  await copyFacts(
    tx,
    table,
    sql<boolean>`f.id = any(${ids}::uuid[])`,
    sql`jsonb_build_object('held', daterange(lower(f.held), ${on}::date)::text)`,
  )
}

/**
 * Records anew, with ids of their own, the facts that the entry closed. They stay the work of the act that first made them,
 * so that this act, too, can still be taken back.
 */
export function restoreClosedBy(tx: Tx, table: string, entryId: string): Promise<number> {
  return copyFacts(tx, table, sql<boolean>`f.closed_entry_id = ${entryId}::uuid`, sql`jsonb_build_object('entry_id', f.entry_id)`)
}

/** Withdraws what the entry recorded and is still known. */
export async function closeRecordedBy(tx: Tx, table: string, entryId: string, why: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select f.id from ${sql.table(table)} f where f.entry_id = ${entryId}::uuid and upper_inf(f.recorded)`.execute(tx)
  return closeFacts(
    tx,
    table,
    rows.map((row) => row.id),
    why,
  )
}

/** Records copies of the facts `f`, known from now on; `changes` is JSON of the columns that differ. */
export async function copyFacts(tx: Tx, table: string, which: RawBuilder<boolean>, changes: RawBuilder<unknown>): Promise<number> {
  const { entryId, now } = recordOf(tx)
  const { rows } = await sql<{ after: Record<string, unknown> }>`
    insert into ${sql.table(table)} as made
    select n.*
    from ${sql.table(table)} f, jsonb_populate_record(null::${sql.table(table)}, to_jsonb(f) || jsonb_build_object(
      'id', uuidv7(), 'recorded', ${`[${now.toISOString()},)`}::text, 'entry_id', ${entryId}::text, 'closed_entry_id', null, 'closed_why', null) || ${changes}) n
    where ${which}
    returning to_jsonb(made) - 'scope' as after`.execute(tx)
  const after = rows.map((row) => row.after)
  noteTied(tx, table, after)
  if (rows.length > 0) noteChange(tx, { table, done: 'recorded', count: rows.length, after: after.slice(0, 20) })
  return rows.length
}
