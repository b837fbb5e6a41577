import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { about, closeFacts, period, recordFacts } from '#db/facts.ts'
import type { Objection } from '#lib/override.ts'
import { basisObjections, reasonOf } from '#modules/people/basis.ts'
import { daysOf, findPaper } from '#modules/people/fact.sql.ts'
import { NotFound, refuse } from '#server/refusal.ts'

/** A fact about a title as stored: a standard, an accepted field, a weight. */
export type TitleFact = Record<string, unknown> & { id: string; title_code: string }
type Table = 'qualifications.standard' | 'qualifications.accepted_field' | 'qualifications.post_weight'

/** The days on which the title exists; whoever else decides about what it asks waits. */
export async function lockTitle(tx: Tx, titleCode: string): Promise<{ from: string | null; to: string | null }> {
  await sql`select pg_advisory_xact_lock(hashtext('title'), hashtext(${titleCode}))`.execute(tx)
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    select lower(held) as "from", upper(held) as "to" from organisation.title where code = ${titleCode}`.execute(tx)
  if (!rows[0]) throw new NotFound()
  return rows[0]
}

/** A fact that is known now; refused when somebody has changed it meanwhile. */
export async function lockTitleFact(tx: Tx, table: Table, id: string): Promise<TitleFact> {
  const { rows } = await sql<{ fact: TitleFact; isKnown: boolean }>`
    select to_jsonb(f) as fact, upper_inf(f.recorded) as "isKnown" from ${sql.table(table)} f where f.id = ${id}::uuid for update`.execute(
    tx,
  )
  if (!rows[0]) throw new NotFound()
  refuse(rows[0].isKnown ? [] : [{ code: 'fact-changed' }])
  return rows[0].fact
}

export async function factsOfTitle(tx: Tx, table: Table, titleCode: string): Promise<TitleFact[]> {
  const { rows } = await sql<{ fact: TitleFact }>`
    select to_jsonb(f) as fact from ${sql.table(table)} f where f.title_code = ${titleCode} and upper_inf(f.recorded) order by lower(f.held)`.execute(
    tx,
  )
  return rows.map(({ fact }) => fact)
}

/** The fact ends on the day: it is closed and recorded anew with its end. */
export async function endTitleFact(tx: Tx, table: Table, fact: TitleFact, on: string): Promise<string> {
  await closeFacts(tx, table, [fact.id], 'ended')
  const { id: _id, recorded: _recorded, entry_id: _entry, closed_entry_id: _closed, closed_why: _why, ...kept } = fact
  const [id = ''] = await recordFacts(tx, table, [{ ...kept, held: period(daysHeld(fact).from, on) }])
  return id
}

export function daysHeld(fact: TitleFact): { from: string | null; to: string | null } {
  const { from, to } = daysOf(fact)
  return { from: from || null, to }
}

type Basis = { decisionId: string | null; basis?: string | undefined }

/** Refuses what stands in the way, or says in the log why it was done. */
export async function settleTitle(tx: Tx, given: Basis, objections: readonly Objection[]): Promise<void> {
  const basis = { ...given, override: [] }
  const paper = await findPaper(tx, basis.decisionId)
  refuse([...basisObjections(basis, paper), ...objections])
  const reason = [reasonOf(basis), paper?.code].filter(Boolean).join(' · ')
  if (reason) about(tx, { reason })
}
