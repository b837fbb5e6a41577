import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { interruptedTo, workingStatuses } from './run.ts'

const locks = 6_110_002
const oneListAtATime = 6_110_007

export type Progress = { step: string; done: number; total: number }
export type Tell = (progress: Progress) => Promise<void>

/** Does the work while holding the run's lock: whoever dies lets go of it, and the run is known to be interrupted. */
export async function whileHolding<T>(db: Db, runId: string, work: (tell: Tell) => Promise<T>): Promise<T> {
  return db.connection().execute(async (holder) => {
    await sql`select pg_advisory_lock(${locks}, hashtext(${runId}))`.execute(holder)
    try {
      await holder.updateTable('imports.run').set({ working_since: new Date() }).where('id', '=', runId).execute()
      return await work(paced((progress) => setProgress(holder, runId, progress)))
    } finally {
      await holder.deleteFrom('imports.progress').where('run_id', '=', runId).execute()
      await sql`select pg_advisory_unlock(${locks}, hashtext(${runId}))`.execute(holder)
    }
  })
}

/**
 * Lists are written one after the other, whichever server works on them, until the transaction ends: what a list is compared with just
 * before it is written must not be entered by another one at that moment.
 */
export async function waitForOtherLists(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${oneListAtATime})`.execute(tx)
}

/** Nobody reads it more often than this. */
const paceInMs = 250

/** Tells of a new step at once, and of how far it has come now and then. */
function paced(tell: Tell): Tell {
  let last = { step: '', at: 0 }
  return async (progress) => {
    const now = performance.now()
    if (progress.step === last.step && now - last.at < paceInMs) return
    last = { step: progress.step, at: now }
    await tell(progress)
  }
}

export async function findProgress(db: Db, runId: string): Promise<Progress | null> {
  const row = await db.selectFrom('imports.progress').select(['step', 'done', 'total']).where('run_id', '=', runId).executeTakeFirst()
  return row ?? null
}

/** Gives back the runs whose work was cut off, each saying so; returns how many. Called when a server starts, and now and then. */
export async function releaseInterrupted(db: Db): Promise<number> {
  const working = await db
    .selectFrom('imports.run')
    .select(['id', 'status'])
    .where('status', 'in', [...workingStatuses])
    .where('working_since', 'is not', null)
    .execute()
  let released = 0
  for (const { id, status } of working) {
    const to = interruptedTo[status as keyof typeof interruptedTo] // only these are working
    await db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${locks}, hashtext(${id})) as free`.execute(tx)
      if (!rows[0]?.free) return
      const failure = JSON.stringify({ code: 'interrupted', during: status })
      const done = await tx
        .updateTable('imports.run')
        .set({ status: to, failure, working_since: null })
        .where('id', '=', id)
        .where('status', '=', status)
        .executeTakeFirst()
      await tx.deleteFrom('imports.progress').where('run_id', '=', id).execute()
      released += Number(done.numUpdatedRows)
    })
  }
  return released
}

/**
 * Asks again for the work on runs that wait for it and are worked on by nobody: whoever had taken the job died before beginning, or lost
 * the database. Where the job is only waiting for its turn the second one finds nothing to do.
 */
export async function askAgain(db: Db, enqueue: (tx: Tx, runId: string) => Promise<void>): Promise<number> {
  const waiting = await db
    .selectFrom('imports.run')
    .select('id')
    .where('status', 'in', [...workingStatuses])
    .where('working_since', 'is', null)
    .execute()
  if (waiting.length > 0)
    await db.transaction().execute(async (tx) => {
      for (const { id } of waiting) await enqueue(tx, id)
    })
  return waiting.length
}

async function setProgress(db: Db, runId: string, progress: Progress): Promise<void> {
  await sql`
    insert into imports.progress (run_id, step, done, total) values (${runId}::uuid, ${progress.step}, ${progress.done}, ${progress.total})
    on conflict (run_id) do update set step = excluded.step, done = excluded.done, total = excluded.total`.execute(db)
}
