import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect } from '#db/connect.ts'
import { readPerson } from '#modules/people/file.contract.ts'
import { spine, window } from '#modules/people/list.contract.ts'
import { listSendings } from '#modules/training/sending.contract.ts'
import { testApp, type CallFailed } from './app.ts'
import { makeWorld, worldDays, worlds } from './random-world.ts'

const roles = ['organisation_officer', 'leader', 'unit_clerk', 'inspector'] as const
const everyone = { group: 'all', status: 'all' } as const

test('however units move and end and people serve, each role sees just the people of its units, through the gate and past it', async () => {
  const app = await testApp({ today: worldDays[0] })
  const past = connect(app.appUrl, { max: 1 })
  const tables = await personTables()
  expect(tables.length).toBeGreaterThan(8)
  await fc.assert(
    fc.asyncProperty(worlds, fc.constantFrom(...roles), fc.constantFrom(...worldDays), async (world, role, day) => {
      const { unitIds, personIds, root, seenOn } = await makeWorld(app, world)
      await app.setToday(day)
      const seen = seenOn(day)
      const call = await app.as(role, unitIds[root] ?? null)
      const mine = (ids: string[]) => [...new Set(ids.filter((id) => personIds.includes(id)))].toSorted()
      const expected = seen.toSorted()

      const { rows } = await call(window, everyone)
      expect(mine(rows.map(({ personId }) => personId))).toEqual(expected)
      expect((await call(spine, everyone)).total).toBe(rows.length)
      expect(mine((await call(listSendings, {})).rows.map(({ personId }) => personId))).toEqual(
        root === 0 ? personIds.toSorted() : expected,
      )
      for (const personId of personIds) {
        const status = await call(readPerson, { personId }).then(
          () => 200,
          (thrown: CallFailed) => thrown.status,
        )
        expect([personId, status]).toEqual([personId, seen.includes(personId) ? 200 : 404])
      }

      // Past the gate: the application's own login, told no more than the unit's number.
      const { rows: numbers } = await sql<{
        number: number
      }>`select number from organisation.unit where id = ${unitIds[root]}::uuid`.execute(app.db)
      await past.transaction().execute(async (tx) => {
        await sql`select set_config('app.scope', ${`{${numbers[0]?.number}}`}, true)`.execute(tx)
        for (const table of tables) {
          const { rows: found } = await sql<{ id: string }>`select person_id as id from ${sql.table(table)}`.execute(tx)
          const { rows: all } = await sql<{ id: string }>`select person_id as id from ${sql.table(table)}`.execute(app.db)
          const ofAll = mine(all.map(({ id }) => id))
          expect([table, mine(found.map(({ id }) => id))]).toEqual([table, expected.filter((id) => ofAll.includes(id))])
        }
      })
    }),
    { numRuns: 25 },
  )
  await past.destroy()

  /** Every table whose rows are of persons, as the database itself knows. */
  async function personTables(): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and c.relrowsecurity and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'person_id')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'scope')`.execute(app.db)
    return rows.map(({ name }) => name)
  }
}, 120_000)
