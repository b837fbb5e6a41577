import { sql } from 'kysely'
import { buildHouse } from '#app'
import type { Db } from '#db/connect.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import { beginAcceptedFields } from '#modules/qualifications/accepted-field.sql.ts'
import { beginStandards } from '#modules/qualifications/standard.sql.ts'
import { write } from '#server/write.ts'

/** Brings the law's titles into the database; after every migration. */
export async function syncCatalogues(db: Db): Promise<void> {
  await db.transaction().execute(syncTitles)
}

const oneAtATime = 6_110_006

/** Records what titles ask and which fields of study fit them, when nobody has yet; after the demo, whose own record is older. */
export async function beginCatalogues(db: Db): Promise<void> {
  // Two servers that start at once on a new database: the second waits and finds it done.
  await db.connection().execute(async (guard) => {
    await sql`select pg_advisory_lock(${oneAtATime})`.execute(guard)
    try {
      const house = buildHouse({ db })
      const field = await db.selectFrom('qualifications.accepted_field').select('id').limit(1).executeTakeFirst()
      if (!field) await write(house, { operation: 'qualifications.fields.begin' }, beginAcceptedFields)
      const standard = await db.selectFrom('qualifications.standard').select('id').limit(1).executeTakeFirst()
      if (!standard) await write(house, { operation: 'qualifications.standards.begin' }, beginStandards)
    } finally {
      await sql`select pg_advisory_unlock(${oneAtATime})`.execute(guard)
    }
  })
}
