import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { SetUpError } from './set-up-error.ts'

interface Migration {
  name: string
  text: string
  sha256: string
}
type Applied = Pick<Migration, 'name' | 'sha256'>

const folderOfProduct = join(import.meta.dirname, '..', '..', 'migrations')
const oneAtATime = 0x6d696772

type Manner = {
  folder?: string
  /** Leaves out what is not named here: a backup is restored into the structure it was made in. */
  only?: string[]
  restoring?: boolean
}

/** Applies the files that have not been applied yet, in the order of their names; returns those. */
export async function migrate(database: Db, { folder = folderOfProduct, only, restoring = false }: Manner = {}): Promise<string[]> {
  const files = migrationsIn(folder).filter(({ name }) => only?.includes(name) ?? true)
  return database.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(${oneAtATime})`.execute(db)
    try {
      if (!restoring) await refuseUnfinished(db)
      await createRegister(db)
      const next = pending(files, await appliedIn(db))
      for (const migration of next) await apply(db, migration)
      return next.map(({ name }) => name)
    } finally {
      await sql`select pg_advisory_unlock(${oneAtATime})`.execute(db)
    }
  })
}

/** An empty database is given its structure; one that is behind is left to whoever may bring it up to date. */
export async function assureMigrated(db: Db, folder = folderOfProduct): Promise<void> {
  await refuseUnfinished(db)
  const applied = await appliedIn(db)
  if (pending(migrationsIn(folder), applied).length === 0) return
  if (applied.length > 0) {
    throw new SetUpError(
      'Cấu trúc cơ sở dữ liệu cũ hơn chương trình. Hãy chạy: kecan migrate',
      "The database's structure is older than the program. Run: kecan migrate",
    )
  }
  await migrate(db, { folder })
}

/** Whether nothing is missing from the structure that this program was made for. */
export async function isUpToDate(db: Db): Promise<boolean> {
  return pending(migrationsIn(folderOfProduct), await appliedIn(db)).length === 0
}

/** The files of this program, for whoever must know whether it understands a database from elsewhere. */
export function knownMigrations(): Applied[] {
  return migrationsIn(folderOfProduct)
}

/** Refuses a server that is too old for our SQL. */
export async function assureVersion(db: Db): Promise<void> {
  const { rows } = await sql<{ number: number; version: string }>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version`.execute(db)
  const [{ number, version } = { number: 0, version: '?' }] = rows
  if (number >= 180_000) return
  throw new SetUpError(
    `Cần PostgreSQL 18 trở lên; máy chủ này là ${version}.`,
    `PostgreSQL 18 or newer is needed; this server is ${version}.`,
  )
}

function migrationsIn(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.toSorted().map((name) => {
    // A checkout on Windows may end its lines differently; that is not another migration.
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** A restore that was cut off left the database marked: nobody may work with the half of it. */
async function refuseUnfinished(db: Db): Promise<void> {
  const { rows } = await sql<{ exists: boolean }>`select to_regclass('public.restore_unfinished') is not null as exists`.execute(db)
  if (!rows[0]?.exists) return
  throw new SetUpError(
    'Cơ sở dữ liệu này đang khôi phục dở dang từ bản sao lưu. Hãy chạy lại: kecan restore TỆP',
    'The restore of this database is not complete. Run again: kecan restore FILE',
  )
}

async function createRegister(db: Db): Promise<void> {
  await sql`
    create table if not exists public.migration (
      name text collate "C" primary key,
      applied_at timestamptz not null default now(),
      sha256 text not null
    )`.execute(db)
}

async function appliedIn(db: Db): Promise<Applied[]> {
  const { rows } = await sql<{ exists: boolean }>`select to_regclass('public.migration') is not null as exists`.execute(db)
  if (!rows[0]?.exists) return []
  return (await sql<Applied>`select name, sha256 from public.migration order by name`.execute(db)).rows
}

function pending(files: Migration[], applied: Applied[]): Migration[] {
  for (const { name, sha256 } of applied) {
    const file = files.find((each) => each.name === name)
    if (file === undefined) throw newerDatabase(name)
    if (file.sha256 !== sha256) throw changedFile(name)
  }
  const names = new Set(applied.map(({ name }) => name))
  return files.filter(({ name }) => !names.has(name))
}

async function apply(db: Db, { name, text, sha256 }: Migration): Promise<void> {
  try {
    await db.transaction().execute(async (tx) => {
      await sql.raw(text).execute(tx)
      await sql`insert into public.migration (name, sha256) values (${name}, ${sha256})`.execute(tx)
    })
  } catch (cause) {
    throw new Error(`migrations/${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function newerDatabase(name: string): SetUpError {
  return new SetUpError(
    `Cơ sở dữ liệu mới hơn chương trình: nó đã có ${name} mà bản này không có. Hãy dùng bản mới của chương trình.`,
    `The database is newer than the program: it has ${name}, which this version lacks. Use the newer version.`,
  )
}

function changedFile(name: string): SetUpError {
  return new SetUpError(
    `Tệp migrations/${name} đã bị sửa sau khi áp dụng. Hãy khôi phục tệp và viết thay đổi vào một tệp mới.`,
    `The file migrations/${name} was changed after it was applied. Restore it and put the change in a new file.`,
  )
}
