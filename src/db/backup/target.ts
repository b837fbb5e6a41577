import type { Client } from 'pg'
import { SetUpError } from '../set-up-error.ts'
import { appliedMigrations, productTables } from './catalogue.ts'
import type { Migrations } from './format.ts'

/** Refuses a database that somebody uses, or in which somebody has worked. */
export async function assureEmpty(
  client: Client,
  { tablesOfWork, ownPids }: { tablesOfWork: readonly string[]; ownPids: number[] },
): Promise<void> {
  const others = await client.query<{ name: string }>(
    `select coalesce(nullif(application_name, ''), usename, '?') as name from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and not pid = any($1::int[])
        -- Of logins that are not ours little is shown; processes of the server itself have no user.
        and usename is not null and coalesce(backend_type, 'client backend') = 'client backend'`,
    [ownPids],
  )
  if (others.rows.length > 0) {
    const names = [...new Set(others.rows.map(({ name }) => name))].join(', ')
    throw new SetUpError(
      `Có chương trình đang dùng cơ sở dữ liệu này (${names}). Hãy tắt máy chủ rồi khôi phục.`,
      `The database is in use (${names}). Stop the server, then restore.`,
    )
  }
  if (await isUnfinished(client)) return
  for (const { name, sql } of await productTables(client)) {
    if (!tablesOfWork.includes(name)) continue
    const { rowCount } = await client.query(`select from ${sql} limit 1`)
    if (rowCount === 0) continue
    throw new SetUpError(
      `Chỉ khôi phục vào cơ sở dữ liệu trống; ở đây đã có dữ liệu (${name}). Hãy tạo cơ sở dữ liệu mới, hoặc đặt KECAN_DATA là một thư mục mới.`,
      `A backup is restored into an empty database only; this one holds data (${name}). Create a new one, or set KECAN_DATA to a new folder.`,
    )
  }
}

/** Refuses a structure that is already beyond the backup's: its rows would not fit. */
export async function assureNotBeyond(client: Client, migrations: Migrations): Promise<void> {
  const names = new Set(migrations.map(({ name }) => name))
  const beyond = (await appliedMigrations(client)).find(({ name }) => !names.has(name))
  if (!beyond) return
  throw new SetUpError(
    `Cấu trúc của cơ sở dữ liệu này mới hơn bản sao lưu (đã có ${beyond.name}). Hãy khôi phục vào một cơ sở dữ liệu vừa tạo, hoặc đặt KECAN_DATA là một thư mục mới.`,
    `The structure of this database is newer than the backup (it has ${beyond.name}). Restore into a database just created, or set KECAN_DATA to a new folder.`,
  )
}

/** From now on the database is known to be half done: no server starts on it until the restore is complete. */
export async function markUnfinished(client: Client, file: string): Promise<void> {
  await client.query(
    `create table if not exists public.restore_unfinished (file text not null, begun_at timestamptz not null default now())`,
  )
  await client.query('delete from public.restore_unfinished')
  await client.query('insert into public.restore_unfinished (file) values ($1)', [file])
}

export async function markComplete(client: Client): Promise<void> {
  await client.query('drop table if exists public.restore_unfinished')
}

async function isUnfinished(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(`select to_regclass('public.restore_unfinished') is not null as exists`)
  return rows[0]?.exists ?? false
}
