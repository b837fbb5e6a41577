import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import { addDecisions, type NewDecision } from './decision.sql.ts'

/** Enters the papers an import brings; one that an undone import had brought before is valid again. */
export async function enterDecisions(tx: Tx, decisions: (NewDecision & { id: string })[]): Promise<void> {
  if (decisions.length === 0) return
  const { rows } = await sql<{ id: string }>`
    update decisions.decision d
    set withdrawn_on = null, withdrawn_why = null, withdrawn_at = null, withdrawn_entry_id = null, run_id = n.run_id, run_row = n.run_row
    from jsonb_to_recordset(${JSON.stringify(decisions.map(({ id, runId, runRow }) => ({ id, run_id: runId, run_row: runRow })))}::jsonb) as n(id uuid, run_id uuid, run_row integer)
    where d.id = n.id
    returning d.id`.execute(tx)
  const revived = new Set(rows.map(({ id }) => id))
  if (revived.size > 0) noteChange(tx, { table: 'decisions.decision', done: 'changed', count: revived.size, why: 'entered again' })
  const fresh = decisions.filter(({ id }) => !revived.has(id))
  if (fresh.length > 0) await addDecisions(tx, fresh)
}

/** Takes back the papers that a run entered, once no fact known now cites them; `citing` are the tables of facts. */
export async function takeBackDecisionsOfRun(tx: Tx, runId: string, why: string, citing: string[]): Promise<number> {
  const { now, entryId } = recordOf(tx)
  const uncited = citing.map(
    (table) => sql`not exists (select from ${sql.table(table)} f where f.decision_id = d.id and upper_inf(f.recorded))`,
  )
  const { rows } = await sql<{ id: string }>`
    update decisions.decision d
    set withdrawn_on = issued_on, withdrawn_why = ${why}, withdrawn_at = ${now}, withdrawn_entry_id = ${entryId}
    where run_id = ${runId}::uuid and withdrawn_on is null and ${sql.join(uncited, sql` and `)}
    returning d.id`.execute(tx)
  if (rows.length > 0) noteChange(tx, { table: 'decisions.decision', done: 'closed', count: rows.length, why: 'undone' })
  return rows.length
}
