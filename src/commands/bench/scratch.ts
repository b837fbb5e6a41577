import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { connect, type Db } from '#db/connect.ts'
import { joinEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'

export type Scratch = {
  db: Db
  url: string
  /** Where it can be found again: an address, or the folder of an embedded server. */
  place: string
  isFresh: boolean
  end: (keep: boolean) => Promise<void>
}

/** A database of our own: on the server of DATABASE_URL, on an embedded one in a scratch folder, or one that an earlier run kept. */
export async function openScratch(kept: string | undefined): Promise<Scratch> {
  if (kept !== undefined) return reopened(kept)
  const server = process.env['DATABASE_URL']
  return server ? onServer(server) : embedded(mkdtempSync(join(tmpdir(), 'kecan-bench-')), true)
}

/** While it is filled nothing need survive a crash; what is measured runs as the product does. */
export async function setDurable(db: Db, isDurable: boolean): Promise<void> {
  const mine = await sql<{ mine: boolean }>`select current_setting('data_directory') like '%kecan-bench-%' as mine`.execute(db)
  if (!mine.rows[0]?.mine) return
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await sql.raw(isDurable ? `alter system reset ${name}` : `alter system set ${name} = off`).execute(db)
  await sql.raw(isDurable ? 'alter system reset max_wal_size' : `alter system set max_wal_size = '8GB'`).execute(db)
  await sql`select pg_reload_conf()`.execute(db)
  if (isDurable) await sql`checkpoint`.execute(db)
}

async function reopened(kept: string): Promise<Scratch> {
  if (!kept.startsWith('postgres')) return embedded(kept, false)
  const db = connect(kept, { max: 4 })
  await migrate(db)
  return { db, url: kept, place: kept, isFresh: false, end: () => db.destroy() }
}

async function onServer(server: string): Promise<Scratch> {
  const name = `kecan_bench_${Date.now().toString(36)}`
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  await administer(server, `create database ${name} template template0`)
  const db = connect(url, { max: 4 })
  await migrate(db)
  return {
    db,
    url,
    place: url,
    isFresh: true,
    end: async (keep) => {
      await db.destroy()
      if (keep) return
      await administer(server, `drop database ${name} with (force)`)
      await administer(server, `drop role if exists ${name}_server`)
    },
  }
}

async function embedded(folder: string, isFresh: boolean): Promise<Scratch> {
  const server = await joinEmbedded(folder)
  const db = connect(server.url, { max: 4 })
  const end = async (keep: boolean): Promise<void> => {
    await db.destroy()
    await server.leave()
    if (!keep) rmSync(folder, { recursive: true, force: true })
  }
  try {
    await migrate(db)
  } catch (error) {
    await end(!isFresh)
    throw error
  }
  return { db, url: server.url, place: folder, isFresh, end }
}

async function administer(url: string, statement: string): Promise<void> {
  const db = connect(url, { max: 1 })
  try {
    await sql.raw(statement).execute(db)
  } finally {
    await db.destroy()
  }
}
