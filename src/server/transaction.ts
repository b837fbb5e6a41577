import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { settleScopes } from '#db/scope.ts'
import { beginRecord, type CommandRecord, recordOf } from '#db/facts.ts'
import type { Operation } from '#lib/operation.ts'
import type { Actor, Scope } from './operations.ts'

/** Whom a query may see in the tables about persons: all, or those of a scope. */
export type Sight = 'wide' | { above: number[]; personId: string | null }

/** What is open to everybody, or to whoever is signed in, shows at most the caller's own file. */
export function sightOf({ permission }: Operation, scope: Scope, { personId }: Actor): Sight {
  if (permission === 'everyone' || permission === 'signed-in') return { above: [], personId }
  return scope === 'everything' ? 'wide' : { above: scope.above, personId: scope.personId }
}

/** Reads in a transaction in which PostgreSQL itself refuses a write, and shows no person beyond that sight. */
export function reading<T>(db: Db, sight: Sight, work: (db: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    // One message begins the transaction and says who looks.
    await sql.raw(`begin read only; ${asSeenBy(sight)}`).execute(connection)
    try {
      const answer = await work(connection)
      await sql.raw('commit').execute(connection)
      return answer
    } catch (thrown) {
      // What broke is told, not that the connection could not be told to stop.
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => undefined)
      throw thrown
    }
  })
}

/** Writes in one transaction, known from `now` on; `seal` is given what was done, once it is settled who is to be seen where. */
export function writing<T>(
  db: Db,
  now: Date,
  work: (tx: Tx) => Promise<T>,
  seal: (tx: Tx, record: CommandRecord) => Promise<void>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    // A command names whom it touches, and the gate has judged them; what it writes may lead out of the caller's sight.
    await sql.raw(asSeenBy('wide')).execute(tx)
    beginRecord(tx, now)
    const answer = await work(tx)
    await settleScopes(tx)
    await seal(tx, recordOf(tx))
    return answer
  })
}

function asSeenBy(sight: Sight): string {
  if (sight === 'wide') return 'set local role kecan_wide'
  // Numbers and a checked id: nothing in them can end the text.
  const person = sight.personId === null ? '' : sight.personId.replaceAll(/[^\da-f-]/gi, '')
  return `select set_config('app.scope', '{${sight.above.map(Number).join()}}', true), set_config('app.person', '${person}', true)`
}
