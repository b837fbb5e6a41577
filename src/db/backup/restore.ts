import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Db } from '../connect.ts'
import { knownMigrations, migrate } from '../migrate.ts'
import { SetUpError } from '../set-up-error.ts'
import { copyIn, productTables, type Table } from './catalogue.ts'
import type { Head, Migrations, Seal, TableContent } from './format.ts'
import type { Key } from './key.ts'
import { readBackup, verifyBackup } from './read.ts'
import { contentOf } from './rows.ts'
import { openSession } from './session.ts'
import { setAside } from './set-aside.ts'
import { assureEmpty, assureNotBeyond, markComplete, markUnfinished } from './target.ts'
import type { Witness } from './write.ts'

export type RestoreOptions = {
  db: Db
  url: string
  file: string
  key: Key | undefined
  /** Tables with rows in them once somebody has worked with the database. */
  tablesOfWork: readonly string[]
  witness: Witness
  onTable?: (content: TableContent) => void
}
export type Restored = { head: Head; seal: Seal; rows: number; later: string[]; witness: Seal['witness'] }

/** Restores a backup into an empty database: all of it, compared row by row with what was saved, or nothing. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { head } = await verifyBackup(options.file, options.key)
  assureKnown(head.migrations)
  const client = await openSession(options.url, 'kecan restore')
  try {
    await assureEmpty(client, { tablesOfWork: options.tablesOfWork, ownPids: await pidsOf(options.db) })
    await assureNotBeyond(client, head.migrations)
    await markUnfinished(client, options.file)
    await migrate(options.db, { only: head.migrations.map(({ name }) => name), restoring: true })
    const seal = await loadRows(client, head, options).catch(async (error: unknown) => {
      await client.query('rollback')
      await markComplete(client)
      throw error
    })
    const later = await migrate(options.db, { restoring: true })
    await client.query('analyze')
    const witness = await options.witness(options.db, new Date(head.madeAt))
    await markComplete(client)
    return { head, seal, later, witness, rows: seal.tables.reduce((sum, { rows }) => sum + rows, 0) }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function loadRows(client: Client, head: Head, options: RestoreOptions): Promise<Seal> {
  await client.query('begin')
  await client.query(`set local maintenance_work_mem = '256MB'`)
  const tables = await productTables(client)
  assureSameTables(head, tables)
  const putBack = await setAside(client, tables)
  // What a migration may have put there comes with the backup; and a table emptied in this transaction is loaded without a log of its own.
  await client.query(`truncate ${tables.map(({ sql }) => sql).join(', ')}`)
  const { seal } = await readBackup(options.file, options.key, { piece: loader(client, tables) })
  await putBack()
  for (const { name, value, called } of seal.sequences) await client.query('select setval($1::regclass, $2, $3)', [name, value, called])
  await compare(client, tables, seal, options)
  await client.query('commit')
  return seal
}

/** Each piece is a COPY of its own; the line with the columns' names stands only in the first of a table. */
function loader(client: Client, tables: Table[]): (name: string, content: AsyncIterable<Uint8Array>) => Promise<void> {
  const begun = new Set<string>()
  return async (name, content) => {
    const table = tables.find((each) => each.name === name)
    if (!table) throw new Error(`No table ${name}`)
    const statement = copyIn(table, { header: !begun.has(name) })
    begun.add(name)
    await pipeline(Readable.from(content, { objectMode: false }), client.query(copyFrom(statement)))
  }
}

async function compare(client: Client, tables: Table[], seal: Seal, { onTable }: RestoreOptions): Promise<void> {
  for (const table of tables) {
    const now = await contentOf(client, table)
    const said = seal.tables.find(({ name }) => name === table.name)
    if (now.rows !== said?.rows || now.sha256 !== said.sha256) throw new Error(`${table.name} is not as it was saved`)
    onTable?.(now)
  }
}

function assureKnown(migrations: Migrations): void {
  const known = new Map(knownMigrations().map(({ name, sha256 }) => [name, sha256]))
  for (const { name, sha256 } of migrations) {
    if (known.get(name) === sha256) continue
    throw known.has(name)
      ? new SetUpError(
          `Bản sao lưu được ghi với một tệp migrations/${name} khác: hai bản chương trình không cùng gốc.`,
          `The backup was made with a different migrations/${name}: the two programs do not share their history.`,
        )
      : new SetUpError(
          `Bản sao lưu do một bản Kế Cận mới hơn ghi (có ${name}). Hãy dùng bản đó, hoặc bản mới hơn, để khôi phục.`,
          `The backup was made by a newer version of Kế Cận (it has ${name}). Restore it with that version or a later one.`,
        )
  }
}

function assureSameTables(head: Head, tables: Table[]): void {
  const text = (list: { name: string; columns: string[] }[]): string => list.map(({ name, columns }) => `${name}(${columns.join()})`).join()
  if (text(head.tables) !== text(tables)) throw new Error('The tables of the backup are not those its migrations make')
}

async function pidsOf(db: Db): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  return rows.map(({ pid }) => pid)
}
