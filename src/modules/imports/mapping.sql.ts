import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import type { ImportKind, Mapping } from './candidate.ts'

/** What the office corrected before, else what any office above or beside it did not: only its own memory counts. */
export async function rememberedMappings(db: Db, kind: ImportKind, unitId: string | null): Promise<Mapping[]> {
  const { rows } = await sql<Mapping>`
    select fingerprint, columns from imports.mapping where kind = ${kind} and unit_id is not distinct from ${unitId}::uuid`.execute(db)
  return rows
}

export async function rememberMapping(tx: Tx, given: { kind: ImportKind; unitId: string | null; mapping: Mapping }): Promise<void> {
  const { fingerprint, columns } = given.mapping
  await sql`
    insert into imports.mapping (unit_id, kind, fingerprint, columns, saved_at)
    values (${given.unitId}::uuid, ${given.kind}, ${fingerprint}, ${JSON.stringify(columns)}::jsonb, ${recordOf(tx).now})
    on conflict on constraint mapping_once do update set columns = excluded.columns, saved_at = excluded.saved_at`.execute(tx)
  noteChange(tx, { table: 'imports.mapping', done: 'recorded', count: 1, after: { fingerprint, columns } })
}
