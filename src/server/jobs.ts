import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'

/** Puts a job in the queue: it runs once the transaction is committed, on the thread of jobs, and never if it is not. */
export async function enqueue(tx: Tx, job: string, payload: Record<string, unknown>): Promise<void> {
  await sql`select public.enqueue(${job}, ${JSON.stringify(payload)}::json)`.execute(tx)
}
