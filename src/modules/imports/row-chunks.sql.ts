import { sql } from 'kysely'
import { byColumns, insertMany } from '#db/bulk.ts'
import type { Db, Tx } from '#db/connect.ts'
import type { FieldChange, Planned, RowState } from './planned.ts'
import { detailOf, nameOf } from './row-detail.ts'

// Rows of a few megabytes: what is let go of is still young, and the memory is used again at once.
const rowsInChunk = 500

/** A planned row with the line it was read as, and the id of whom it enters, should it enter somebody. */
export type NewRow = { id: string; reading: string; planned: Planned }

export async function clearRows(tx: Tx, runId: string): Promise<void> {
  await tx.deleteFrom('imports.row').where('run_id', '=', runId).execute()
}

/** Adds rows to the preview behind those that are there. */
export async function addRows(tx: Tx, runId: string, rows: readonly NewRow[], after: number): Promise<void> {
  const stored = rows.map(({ id, reading, planned }, index) => ({
    run_id: runId,
    number: after + index + 1,
    sheet: planned.candidate.sheet,
    row: planned.candidate.row,
    state: planned.state,
    name: nameOf(planned),
    detail: detailOf(planned),
    id,
    reading,
  }))
  for (const group of byColumns(stored)) await insertMany(tx, 'imports.row', group)
}

/** Rows as they were read and shown. */
export type SeenRow = { number: number; id: string; reading: string; state: RowState; personId: string | null; changes: FieldChange[] }

/** The rows of the preview in the file's order, some at a time. */
export async function* seenRows(db: Db, runId: string): AsyncGenerator<SeenRow[]> {
  for (let after = 0; ;) {
    const { rows } = await sql<SeenRow>`
      select number, id, reading, state, detail ->> 'personId' as "personId", coalesce(detail -> 'changes', '[]') as changes
      from imports.row where run_id = ${runId}::uuid and number > ${after} order by number limit ${rowsInChunk}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < rowsInChunk) return
    after = rows.at(-1)?.number ?? after
  }
}

/** The same text for the same deed, to compare what was shown with what would be done now. */
export function asSeen({ state, personId, changes }: Pick<Planned, 'state' | 'personId' | 'changes'>): string {
  return JSON.stringify([state, personId, changes.map(({ field, before, after }) => [field, before, after])])
}

/** Rows of new people lead to their files by their own id; these mean somebody whom a row before them entered. */
export async function linkRows(tx: Tx, runId: string, links: readonly { number: number; personId: string }[]): Promise<void> {
  if (links.length === 0) return
  await sql`
    update imports.row r set id = n.id
    from unnest(${links.map(({ number }) => number)}::integer[], ${links.map(({ personId }) => personId)}::uuid[]) as n(number, id)
    where r.run_id = ${runId}::uuid and r.number = n.number`.execute(tx)
}
