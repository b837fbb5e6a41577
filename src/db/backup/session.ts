import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Db } from '../connect.ts'
import { columnTypes } from '../parse.ts'
import type { DB as Database } from '../types.ts'

/** Values must read the same whatever the database or the role is set to; with row security off nothing is left out silently. */
const settings = `
  set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1; set bytea_output = 'hex';
  set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; set row_security = off; set jit = off`

/** One connection of its own, as the owner: a backup is one transaction of one session. */
export async function openSession(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, types: columnTypes, application_name: name, keepAlive: true })
  // A connection that breaks is reported by the statement that runs on it.
  client.on('error', () => undefined)
  await client.connect()
  await client.query(settings)
  return client
}

/** The same session for queries of the modules, one at a time: they see exactly what the backup sees. */
export function asDb(client: pg.Client): Db {
  let turn: Promise<void> = Promise.resolve()
  const connect = async (): Promise<PostgresPoolClient> => {
    const before = turn
    const { promise, resolve } = Promise.withResolvers<void>()
    turn = promise
    await before
    // What Kysely asks of a connection of a pool, and nothing more.
    return { query: client.query.bind(client), release: () => resolve() } as PostgresPoolClient
  }
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: { connect, end: async () => undefined, options: {} } }) })
}
