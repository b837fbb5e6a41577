import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange } from '#db/facts.ts'
import { rowKey, type Choice } from './planned.ts'

type At = { sheet: string; row: number }

export async function choicesOf(db: Db, runId: string): Promise<Map<string, Choice>> {
  const rows = await db
    .selectFrom('imports.choice')
    .select(['sheet', 'row', 'choice', 'person_id', 'reason'])
    .where('run_id', '=', runId)
    .execute()
  return new Map(rows.map((row) => [rowKey(row), choiceOf(row)]))
}

export async function setChoices(tx: Tx, runId: string, chosen: (At & { choice: Choice })[]): Promise<void> {
  const rows = chosen.map(({ sheet, row, choice }) => ({
    run_id: runId,
    sheet,
    row,
    choice: choice.choice,
    person_id: choice.choice === 'person' ? choice.personId : null,
    reason: choice.choice === 'left-out' ? choice.reason : null,
  }))
  await sql`
    insert into imports.choice select * from jsonb_populate_recordset(null::imports.choice, ${JSON.stringify(rows)}::jsonb)
    on conflict (run_id, sheet, row) do update set choice = excluded.choice, person_id = excluded.person_id, reason = excluded.reason`.execute(
    tx,
  )
  noteChange(tx, { table: 'imports.choice', done: 'recorded', count: rows.length, after: rows.slice(0, 20) })
}

export async function removeChoice(tx: Tx, runId: string, at: At): Promise<void> {
  await tx.deleteFrom('imports.choice').where('run_id', '=', runId).where('sheet', '=', at.sheet).where('row', '=', at.row).execute()
}

export type Correction = At & { column: string; value: string }

export async function correctionsOf(db: Db, runId: string): Promise<Correction[]> {
  const rows = await db.selectFrom('imports.correction').select(['sheet', 'row', 'col', 'value']).where('run_id', '=', runId).execute()
  return rows.map(({ col, ...row }) => ({ ...row, column: col }))
}

export async function setCorrection(tx: Tx, runId: string, { sheet, row, column, value }: Correction): Promise<void> {
  await sql`
    insert into imports.correction (run_id, sheet, row, col, value) values (${runId}::uuid, ${sheet}, ${row}, ${column}, ${value})
    on conflict (run_id, sheet, row, col) do update set value = excluded.value`.execute(tx)
  noteChange(tx, { table: 'imports.correction', done: 'recorded', count: 1, after: { sheet, row, column, value } })
}

function choiceOf(row: { choice: string; person_id: string | null; reason: string | null }): Choice {
  if (row.choice === 'person') return { choice: 'person', personId: row.person_id ?? '' }
  return row.choice === 'left-out' ? { choice: 'left-out', reason: row.reason ?? '' } : { choice: 'new' }
}
