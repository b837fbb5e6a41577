import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { placement } from '#db/placement.ts'
import type { House } from '#server/perform.ts'
import { loadDemo, type Loaded } from './load.ts'

/** Whether the demo may be loaded: nothing of an authority is there, or only a demo whose loading was cut off. */
export async function awaitsDemo(db: Db): Promise<boolean> {
  return (await isEmpty(db)) || (await isHalfLoaded(db))
}

/** Loads the demo into an empty database; two at once load it once. Null when there was something already. */
export function loadDemoWhenEmpty(house: House): Promise<Loaded | null> {
  return house.db.connection().execute(async (guard) => {
    await sql`select pg_advisory_lock(6110005)`.execute(guard)
    try {
      if (await isHalfLoaded(house.db)) await house.db.transaction().execute(clear)
      if (!(await isEmpty(house.db))) return null
      const loaded = await loadDemo(house)
      await house.db.updateTable('organisation.authority').set({ demo_loaded_at: new Date() }).execute()
      return loaded
    } finally {
      await sql`select pg_advisory_unlock(6110005)`.execute(guard)
    }
  })
}

async function isEmpty(db: Db): Promise<boolean> {
  const tables = ['organisation.authority', 'organisation.unit', 'access.account', 'people.person'] as const
  for (const table of tables)
    if (
      await db
        .selectFrom(table)
        .select(({ lit }) => lit(1).as('one'))
        .limit(1)
        .executeTakeFirst()
    )
      return false
  return true
}

async function isHalfLoaded(db: Db): Promise<boolean> {
  const authority = await db.selectFrom('organisation.authority').select(['is_demo', 'demo_loaded_at']).executeTakeFirst()
  return authority !== undefined && authority.is_demo && authority.demo_loaded_at === null
}

const modules = [...new Set(Object.keys(placement).map((table) => table.split('.')[0]))].filter((schema) => schema !== 'public')

/** Takes away what was loaded of a demo, its log too: only invented data is ever lost here. */
async function clear(tx: Tx): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = any(${modules}::text[])`.execute(tx)
  await sql`alter table audit.entry disable trigger user`.execute(tx)
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.raw(name)))}`.execute(tx)
  await sql`alter table audit.entry enable trigger user`.execute(tx)
}
