import { join } from 'node:path'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { joinEmbedded } from './embedded.ts'
import { onInterrupt } from './interrupt.ts'
import { assureMigrated, assureVersion } from './migrate.ts'
import { columnTypes } from './parse.ts'
import { SetUpError } from './set-up-error.ts'
import type { DB as Database } from './types.ts'
import { watchPool } from './watch.ts'

/** Reads. */
export type Db = Kysely<Database>
/** Writes: only a transaction can. */
export type Tx = Transaction<Database>

export interface OpenDatabase {
  db: Db
  url: string
  close: () => Promise<void>
}

/** The database of DATABASE_URL, or of the embedded server, which is joined or started for as long as we need it. */
export async function openDatabase({ migrated = true }: { migrated?: boolean } = {}): Promise<OpenDatabase> {
  const server = process.env['DATABASE_URL'] ? given(process.env['DATABASE_URL']) : await joinEmbedded(dataFolder())
  const db = connect(server.url)
  // An interrupt and the ordinary end may come together.
  let ended: Promise<void> | undefined
  const close = (): Promise<void> => (ended ??= end())
  const forget = onInterrupt(close)

  async function end(): Promise<void> {
    await db.destroy()
    await server.leave()
    forget()
  }

  try {
    await assureVersion(db).catch(refuseUnreachable)
    if (migrated) await assureMigrated(db)
  } catch (error) {
    await close()
    throw error
  }
  return { db, url: server.url, close }
}

/** The folder of the embedded server and of nothing else. */
export function dataFolder(): string {
  return process.env['KECAN_DATA'] || join(import.meta.dirname, '..', '..', '.kecan')
}

// Who serves people answers in bounded time: for a connection, for a statement, between two statements of a transaction.
const patience = { connectionInMs: 5_000, statement: '60s', betweenStatements: '60s' }

type Manner = {
  max?: number
  /** Sets limits of time that an import or a backup must not have. */
  serving?: boolean
  /** For the program's own work over the application's login: it sees every person. */
  isWide?: boolean
}

/** Connections to that database, opened when they are needed. */
export function connect(url: string, { max = 8, serving = false, isWide = false }: Manner = {}): Db {
  const limits = `-c statement_timeout=${patience.statement} -c idle_in_transaction_session_timeout=${patience.betweenStatements}`
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: columnTypes,
    application_name: 'kecan',
    // Days and instants must not depend on where the server stands; short statements gain nothing from compilation.
    options: `-c timezone=UTC -c jit=off${isWide ? ' -c role=kecan_wide' : ''}${serving ? ` ${limits}` : ''}`,
    ...(serving ? { connectionTimeoutMillis: patience.connectionInMs } : {}),
  })
  watchPool(pool)
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

function refuseUnreachable(error: unknown): never {
  if (error instanceof SetUpError) throw error
  const why = error instanceof Error ? error.message : String(error)
  throw new SetUpError(`Không nối được tới cơ sở dữ liệu (${why}).`, `The database cannot be reached (${why}).`, error)
}

function given(url: string): { url: string; leave: () => Promise<void> } {
  return { url, leave: async () => undefined }
}
