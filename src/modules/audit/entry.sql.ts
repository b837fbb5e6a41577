import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import type { EntryOf } from '#server/perform.ts'

/** Seals what the command did as the next entry of the chain; the last thing a transaction does. */
export async function appendEntry(tx: Tx, entry: EntryOf): Promise<void> {
  await append(tx, [entry])
}

/** Seals looks in the order given, in one statement that is a transaction of its own. */
export async function appendLooks(db: Db, looks: readonly EntryOf[]): Promise<void> {
  await append(db, looks)
}

async function append(db: Db, entries: readonly EntryOf[]): Promise<void> {
  await sql`
    select audit.append(e.id, e.at, e.account_id, e.actor, e.operation, e.subject_id, e.person_id, e.reason, e.input, e.changes)
    from rows from (jsonb_to_recordset(${JSON.stringify(entries.map(rowOf))}::jsonb) as (
      id uuid, at timestamptz, account_id uuid, actor text, operation text, subject_id uuid, person_id uuid, reason text, input jsonb, changes jsonb
    )) with ordinality e order by e.ordinality`.execute(db)
}

function rowOf({ actor, operation, input, record }: EntryOf): Record<string, unknown> {
  const { accountId, name } = record.actor ?? actor
  return {
    id: record.entryId,
    at: record.now,
    account_id: accountId,
    actor: name,
    operation,
    subject_id: record.subjectId ?? null,
    person_id: record.personId ?? null,
    reason: record.reason ?? null,
    input,
    changes: record.changes,
  }
}
