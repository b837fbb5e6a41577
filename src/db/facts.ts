import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { newId } from '#lib/id.ts'
import { byColumns, insertMany } from './bulk.ts'
import { personBound, ties } from './placement.ts'

/** What one command has done so far; it becomes the one audit entry at the end. */
export type CommandRecord = {
  entryId: string
  now: Date
  changes: Change[]
  /** Persons whose posts or memberships it changed: where they are to be seen must be settled. */
  tied: Set<string>
  personId?: string | undefined
  subjectId?: string | undefined
  reason?: string | undefined
  /** Who acted, where the act itself tells it: a sign-in begins without an account, and who says what they thought is not named. */
  actor?: { accountId: string | null; name: string } | undefined
}
export type Change = {
  table: string
  done: 'recorded' | 'closed' | 'changed'
  count: number
  before?: unknown
  after?: unknown
  why?: string
}

const records = new WeakMap<Tx, CommandRecord>()
const shownPerChange = 20

export function beginRecord(tx: Tx, now: Date): CommandRecord {
  const record = { entryId: newId(now.getTime()), now, changes: [], tied: new Set<string>() }
  records.set(tx, record)
  return record
}

/** The record of the command that runs in this transaction. */
export function recordOf(tx: Tx): CommandRecord {
  const record = records.get(tx)
  if (!record) throw new Error('A fact was written outside a command')
  return record
}

/** Says whom or what the command is about, and why it was done; shown in the audit log and in the person's history. */
export function about(tx: Tx, what: Pick<CommandRecord, 'personId' | 'subjectId' | 'reason' | 'actor'>): void {
  Object.assign(recordOf(tx), what)
}

export function noteChange(tx: Tx, change: Change): void {
  recordOf(tx).changes.push(change)
}

export type FactRow = Record<string, unknown> & { id?: string }

/** Writes facts known from now on and returns their ids; `held` is text such as '[2018-09-12,)'. */
export async function recordFacts(tx: Tx, table: string, rows: FactRow[]): Promise<string[]> {
  if (rows.length === 0) return []
  const { entryId, now } = recordOf(tx)
  const whole = rows.map((row) => ({ ...row, id: row.id ?? newId(), recorded: `[${now.toISOString()},)`, entry_id: entryId }))
  await insertRows(tx, table, whole)
  noteTied(tx, table, whole)
  noteChange(tx, { table, done: 'recorded', count: whole.length, after: rows.slice(0, shownPerChange).map(({ scope: _, ...row }) => row) })
  return whole.map((row) => row.id)
}

/** Writes rows that carry no recorded time of their own (a person, a class); stamps only the entry. */
export async function insertAnchors(tx: Tx, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const { entryId } = recordOf(tx)
  await insertRows(
    tx,
    table,
    rows.map((row) => ({ ...row, entry_id: entryId })),
  )
}

/** Ends what is known of the facts as of now and says why: 'corrected', 'withdrawn', 'undone' or 'ended'. Nothing is deleted. */
export async function closeFacts(tx: Tx, table: string, ids: string[], why: string): Promise<number> {
  if (ids.length === 0) return 0
  const { entryId, now } = recordOf(tx)
  const persons = ties.includes(table) ? sql`(select array_agg(distinct person_id::text) from closed)` : sql`null::text[]`
  const { rows } = await sql<{ count: number; before: unknown[]; persons: string[] | null }>`
    with closed as (
      update ${sql.table(table)}
      set recorded = tstzrange(lower(recorded), greatest(lower(recorded), ${now})), closed_entry_id = ${entryId}, closed_why = ${why}
      where id = any(${ids}::uuid[]) and upper_inf(recorded)
      returning *
    )
    select (select count(*)::int from closed) as count, ${persons} as persons,
      (select coalesce(jsonb_agg(to_jsonb(c) - 'scope'), '[]') from (select * from closed limit ${shownPerChange}) c) as before`.execute(tx)
  const [{ count, before, persons: tied } = { count: 0, before: [], persons: null }] = rows
  noteTied(
    tx,
    table,
    (tied ?? []).map((person_id) => ({ person_id })),
  )
  noteChange(tx, { table, done: 'closed', count, why, before })
  return count
}

/** Remembers whose place the written ties may have changed; who writes a row with its scope has settled that. */
export function noteTied(tx: Tx, table: string, rows: Record<string, unknown>[]): void {
  if (!ties.includes(table)) return
  const { tied } = recordOf(tx)
  for (const row of rows) if (typeof row['person_id'] === 'string' && row['scope'] === undefined) tied.add(row['person_id'])
}

/** A period as PostgreSQL writes it; open ends by null. */
export function period(from: string | null, to: string | null = null): string {
  return `[${from ?? ''},${to ?? ''})`
}

async function insertRows(tx: Tx, table: string, rows: Record<string, unknown>[]): Promise<void> {
  for (const group of byColumns(rows)) {
    // A row about a person is seen where the person is; of a new person, that is settled when the command ends.
    const isSeen = table !== 'people.person' && isPersonBound(table) && !group.columns.includes('scope')
    await insertMany(tx, table, group, isSeen ? { scope: scopeOfPerson } : {})
  }
}

function scopeOfPerson(valueOf: (column: string) => RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select p.scope from people.person p where p.person_id = ${valueOf('person_id')}), '{}')`
}

function isPersonBound(table: string): boolean {
  return personBound.some((bound) => bound.table === table)
}
