import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { about, closeFacts, recordFacts } from '#db/facts.ts'
import { standing, type Objection } from '#lib/override.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { basisObjections, reasonOf, type Basis, type Paper } from './basis.ts'

/** A fact as stored, its columns by their names. */
export type FactColumns = Record<string, unknown> & { id: string; person_id: string }

/** Holds the person's file still while a command decides about it. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  const { rows } = await sql`select from people.person where person_id = ${personId}::uuid and removed_at is null for update`.execute(tx)
  if (rows.length === 0) throw new NotFound()
}

/** A fact of this person that is known now. */
export async function lockFact(tx: Tx, table: string, personId: string, id: string): Promise<FactColumns> {
  const { rows } = await sql<{ fact: FactColumns }>`
    select to_jsonb(f) - 'scope' as fact from ${sql.table(table)} f
    where f.person_id = ${personId}::uuid and f.id = ${id}::uuid and upper_inf(f.recorded) for update`.execute(tx)
  if (rows[0]) return rows[0].fact
  const { rows: former } =
    await sql`select from ${sql.table(table)} f where f.person_id = ${personId}::uuid and f.id = ${id}::uuid`.execute(tx)
  refuse(former.length > 0 ? [{ code: 'fact-changed' }] : [])
  throw new NotFound()
}

/** Closes a fact and records it anew with what has changed. */
export async function replaceFact(tx: Tx, table: string, fact: FactColumns, change: Record<string, unknown>, why: string): Promise<string> {
  await closeFacts(tx, table, [fact.id], why)
  const [id = ''] = await recordFacts(tx, table, [{ ...whatStays(fact), ...change }])
  return id
}

/** The same of many at once; the ids are in the order given. */
export async function replaceFacts(
  tx: Tx,
  table: string,
  changes: readonly { fact: FactColumns; change: Record<string, unknown> }[],
  why: string,
): Promise<string[]> {
  await closeFacts(
    tx,
    table,
    changes.map(({ fact }) => fact.id),
    why,
  )
  return recordFacts(
    tx,
    table,
    changes.map(({ fact, change }) => ({ ...whatStays(fact), ...change })),
  )
}

function whatStays(fact: FactColumns): Record<string, unknown> {
  const { id: _id, recorded: _recorded, entry_id: _entry, closed_entry_id: _closed, closed_why: _why, ...kept } = fact
  return kept
}

/** '[2018-09-12,2020-01-01)' as its two days. */
export function daysOf(fact: Record<string, unknown>, column = 'held'): { from: string; to: string | null } {
  const [from = '', to = ''] = String(fact[column] ?? '')
    .replaceAll(/[[\]()]/g, '')
    .split(',')
  return { from, to: to || null }
}

export async function findPaper(tx: Tx, decisionId: string | null): Promise<Paper | undefined> {
  if (decisionId === null) return undefined
  const { rows } = await sql<Paper>`
    select code, issued_on as "issuedOn", withdrawn_on as "withdrawnOn" from decisions.decision where id = ${decisionId}::uuid for share`.execute(
    tx,
  )
  return rows[0]
}

/** Refuses what stands in the way, or says in the log whom the act is about and why it was done. */
export async function settle(tx: Tx, act: { personId: string; basis: Basis; objections: readonly Objection[] }): Promise<void> {
  const paper = await findPaper(tx, act.basis.decisionId)
  refuse([...basisObjections(act.basis, paper), ...standing(act.objections, act.basis.override)])
  const reason = [reasonOf(act.basis), paper?.code].filter(Boolean).join(' · ')
  about(tx, { personId: act.personId, ...(reason ? { reason } : {}) })
}
