import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import type { Actor, Scope } from '#server/operations.ts'
import type { ImportKind, Whole } from './candidate.ts'
import type { Counts } from './plan.ts'
import type { RunStatus } from './run.ts'
import type { Failure, Run, SheetNote } from './run.contract.ts'

export type Recognised = { sheets?: SheetNote[]; warnings?: ({ code: string } & Record<string, unknown>)[] }
export type FoundRun = Run & { accountId: string | null; counts: Counts | null; recognised: Recognised; appliedEntryId: string | null }

const shown = sql`
  r.id, r.kind, r.day, r.file_name as "fileName", r.file_size as "fileSize", r.status, r.failure, r.counts, r.actor, r.account_id as "accountId",
  r.created_at as "createdAt", r.applied_at as "appliedAt", r.undone_at as "undoneAt", r.undone_why as "undoneWhy", r.recognised, r.applied_entry_id as "appliedEntryId",
  case when u.unit_id is null then null else jsonb_build_object('id', u.unit_id, 'vi', u.name_vi, 'en', u.name_en) end as unit`
const from = sql`
  imports.run r
  left join lateral (
    select v.unit_id, v.name_vi, v.name_en from organisation.unit_version v where v.unit_id = r.unit_id and upper_inf(v.recorded) order by lower(v.held) desc limit 1
  ) u on true`

export type NewRun = { kind: ImportKind; unitId: string | null; day: string | null; fileName: string; content: Buffer; actor: Actor }

export async function addRun(tx: Tx, run: NewRun): Promise<string> {
  const id = newId()
  const sha256 = createHash('sha256').update(run.content).digest()
  await tx
    .insertInto('imports.run')
    .values({
      id,
      kind: run.kind,
      unit_id: run.unitId,
      day: run.day,
      file_name: run.fileName,
      file_size: run.content.length,
      file_sha256: sha256,
      content: run.content,
      status: 'reading',
      account_id: run.actor.accountId,
      actor: run.actor.name,
      created_at: recordOf(tx).now,
    })
    .execute()
  noteChange(tx, {
    table: 'imports.run',
    done: 'recorded',
    count: 1,
    after: { id, kind: run.kind, fileName: run.fileName, sha256: sha256.toString('hex') },
  })
  return id
}

/** The runs a caller may see: their own, and those over units in their scope. */
export function runInScope(scope: Scope, accountId: string | null): RawBuilder<boolean> {
  if (scope === 'everything') return sql<boolean>`true`
  return sql<boolean>`(r.account_id = ${accountId}::uuid or r.unit_id = any(${scope.unitIds}::uuid[]))`
}

export async function runsPage(
  db: Db,
  inScope: RawBuilder<boolean>,
  page: { after?: string | undefined; limit: number },
): Promise<{ runs: FoundRun[]; next: string | null }> {
  const { rows } = await sql<FoundRun>`
    select ${shown} from ${from}
    where ${inScope} and ${page.after ? sql`r.id < ${page.after}::uuid` : sql`true`}
    order by r.id desc limit ${page.limit + 1}`.execute(db)
  const runs = rows.slice(0, page.limit)
  return { runs, next: rows.length > page.limit ? (runs.at(-1)?.id ?? null) : null }
}

export async function findRun(db: Db, id: string, inScope: RawBuilder<boolean> = sql<boolean>`true`): Promise<FoundRun | undefined> {
  const { rows } = await sql<FoundRun>`select ${shown} from ${from} where r.id = ${id}::uuid and ${inScope}`.execute(db)
  return rows[0]
}

/** Holds the run still, so that of two officers one comes after the other; progress may still refer to it. */
export async function lockRun(tx: Tx, id: string): Promise<void> {
  await sql`select from imports.run where id = ${id}::uuid for no key update`.execute(tx)
}

export async function contentOf(db: Db, id: string): Promise<Buffer> {
  const row = await db.selectFrom('imports.run').select('content').where('id', '=', id).executeTakeFirstOrThrow()
  return row.content
}

export async function setStatus(tx: Tx, id: string, status: RunStatus, failure: Failure | null = null): Promise<void> {
  await tx
    .updateTable('imports.run')
    .set({ status, failure: failure && JSON.stringify(failure), working_since: null })
    .where('id', '=', id)
    .execute()
}

/** Puts a run whose work failed where it may be begun again; one that came to its end before the bad news, such as a lost connection, stays there. */
export async function giveBack(tx: Tx, run: Pick<FoundRun, 'id' | 'status'>, to: RunStatus, failure: Failure): Promise<void> {
  await tx
    .updateTable('imports.run')
    .set({ status: to, failure: JSON.stringify(failure), working_since: null })
    .where('id', '=', run.id)
    .where('status', '=', run.status)
    .execute()
}

export async function setRecognised(tx: Tx, id: string, found: { recognised: Recognised; reading: Whole; counts: Counts }): Promise<void> {
  await tx
    .updateTable('imports.run')
    .set({ recognised: JSON.stringify(found.recognised), reading: JSON.stringify(found.reading), counts: JSON.stringify(found.counts) })
    .where('id', '=', id)
    .execute()
}

/** What was read of the file beside its rows; null where it must be read again. */
export async function readingOf(db: Db, id: string): Promise<Whole | null> {
  const row = await db.selectFrom('imports.run').select('reading').where('id', '=', id).executeTakeFirstOrThrow()
  return row.reading as Whole | null // written by setRecognised
}

export async function setCounts(tx: Tx, id: string): Promise<void> {
  await sql`
    update imports.run set counts = (
      select jsonb_build_object('rows', count(*), 'new', count(*) filter (where state = 'new'), 'same', count(*) filter (where state = 'same'),
        'changed', count(*) filter (where state = 'changed'), 'duplicate', count(*) filter (where state = 'duplicate'),
        'refused', count(*) filter (where state = 'refused'), 'left_out', count(*) filter (where state = 'left_out'))
      from imports.row where run_id = ${id}::uuid)
    where id = ${id}::uuid`.execute(tx)
}

export async function setRequest(
  tx: Tx,
  id: string,
  request: { kind?: ImportKind | undefined; unitId?: string | null | undefined; day?: string | null | undefined },
): Promise<void> {
  const change = {
    ...(request.kind === undefined ? {} : { kind: request.kind }),
    ...(request.unitId === undefined ? {} : { unit_id: request.unitId }),
    ...(request.day === undefined ? {} : { day: request.day }),
  }
  if (Object.keys(change).length > 0) await tx.updateTable('imports.run').set(change).where('id', '=', id).execute()
}

export async function setColumnsOfRun(tx: Tx, id: string, columns: unknown): Promise<void> {
  await tx
    .updateTable('imports.run')
    .set({ columns: JSON.stringify(columns) })
    .where('id', '=', id)
    .execute()
}

export async function setApplied(tx: Tx, id: string): Promise<void> {
  const { now, entryId } = recordOf(tx)
  await tx
    .updateTable('imports.run')
    .set({ status: 'applied', failure: null, working_since: null, applied_at: now, applied_entry_id: entryId })
    .where('id', '=', id)
    .execute()
}

export async function setUndone(tx: Tx, id: string, why: string): Promise<void> {
  const { now, entryId } = recordOf(tx)
  await tx
    .updateTable('imports.run')
    .set({ status: 'undone', failure: null, working_since: null, undone_at: now, undone_entry_id: entryId, undone_why: why })
    .where('id', '=', id)
    .execute()
}

export async function removeRun(tx: Tx, id: string): Promise<void> {
  const removed = await tx.deleteFrom('imports.run').where('id', '=', id).returning(['id', 'file_name', 'kind']).execute()
  for (const before of removed) noteChange(tx, { table: 'imports.run', done: 'closed', count: 1, before })
}

/** The roles of columns that the user corrected for this run. */
export async function columnsOfRun(db: Db, id: string): Promise<unknown> {
  const row = await db.selectFrom('imports.run').select('columns').where('id', '=', id).executeTakeFirstOrThrow()
  return row.columns
}

/** What the uploader wished of the list. */
export function wishOf(run: FoundRun): { id: string; kind: ImportKind; unitId: string | null; day: string | null } {
  return { id: run.id, kind: run.kind, unitId: run.unit?.id ?? null, day: run.day }
}

export async function setUndoReason(tx: Tx, id: string, why: string): Promise<void> {
  await tx.updateTable('imports.run').set({ undone_why: why }).where('id', '=', id).execute()
}
