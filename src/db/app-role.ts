import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { SetUpError } from './set-up-error.ts'

const oneAtATime = 0x6170_706c

/**
 * The address at which the server itself speaks to the database: a login of the group kecan_app, made by the owner when it
 * is not there. KECAN_APP_DATABASE_URL names another one of that group.
 */
export async function appAddress(owner: Db, ownerUrl: string): Promise<string> {
  const given = process.env['KECAN_APP_DATABASE_URL']
  if (given) return given
  const url = new URL(ownerUrl)
  const { rows } = await sql<{ name: string }>`select left(current_database(), 56) || '_server' as name`.execute(owner)
  url.username = encodeURIComponent(rows[0]?.name ?? '')
  url.password = await assureLogin(owner, rows[0]?.name ?? '').catch(refuse)
  return url.href
}

async function assureLogin(owner: Db, name: string): Promise<string> {
  return owner.transaction().execute(async (tx) => {
    // Roles belong to the whole server: two that start at once would meet.
    await sql`select pg_advisory_xact_lock(${oneAtATime})`.execute(tx)
    await sql`insert into public.app_login (password) values (${randomBytes(24).toString('hex')}) on conflict do nothing`.execute(tx)
    const { rows } = await sql<{ password: string; exists: boolean }>`
      select password, exists (select from pg_roles where rolname = ${name}) as exists from public.app_login`.execute(tx)
    const [{ password, exists } = { password: '', exists: false }] = rows
    const verb = exists ? 'alter' : 'create'
    await sql.raw(`${verb} role "${name}" login nosuperuser nocreatedb nocreaterole nobypassrls inherit password '${password}'`).execute(tx)
    await sql.raw(`grant kecan_app to "${name}"`).execute(tx)
    await sql.raw(`grant kecan_wide to "${name}" with inherit false, set true`).execute(tx)
    return password
  })
}

function refuse(error: unknown): never {
  const why = error instanceof Error ? error.message : String(error)
  throw new SetUpError(
    `Không lập được vai trò cơ sở dữ liệu của chương trình (${why}). Người dùng của DATABASE_URL cần quyền CREATEROLE, hoặc đặt KECAN_APP_DATABASE_URL.`,
    `The application's database role cannot be made (${why}). The user of DATABASE_URL needs CREATEROLE, or set KECAN_APP_DATABASE_URL.`,
    error,
  )
}
