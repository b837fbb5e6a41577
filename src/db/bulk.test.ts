import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { byColumns, insertMany } from './bulk.ts'

const columns =
  'number integer, name text default $$none$$, born date, held daterange, is_so boolean, said jsonb, scope int[], words text[], at timestamptz'

test('many rows come in as they are, whatever signs are in them', async () => {
  const { db } = await testDatabase()
  const at = new Date('2026-11-23T01:02:03Z')
  const rows = [
    {
      number: 1,
      name: `"Ma" \\ {Văn}, 'An'`,
      born: '1980-05-01',
      held: '[2020-01-01,)',
      is_so: true,
      said: { a: ['"', '\\'] },
      scope: [1, 2],
      words: ['a,b', '"c"'],
      at,
    },
    { number: 2, name: 'NULL', born: null, held: '[2020-01-01,2021-01-01)', is_so: false, said: 'text', scope: [], words: ['{}'], at },
    { number: 3, name: '', born: '2000-02-29', held: '(,)', is_so: null, said: null, scope: [3], words: null, at },
  ]
  const found = await db.transaction().execute(async (tx) => {
    await sql.raw(`create temp table bulk_kinds (${columns})`).execute(tx)
    for (const group of byColumns(rows)) await insertMany(tx, 'pg_temp.bulk_kinds', group)
    return sql`select * from bulk_kinds order by number`.execute(tx)
  })
  expect(found.rows).toEqual(rows)
})

test('rows all alike are as many as were given, and what is not named takes its default', async () => {
  const { db } = await testDatabase()
  const rows = [{ number: 7 }, { number: 7 }, { number: 8, name: undefined }, { number: 9, name: null }, { number: 10, name: 'An' }]
  const found = await db.transaction().execute(async (tx) => {
    await sql.raw(`create temp table bulk_defaults (${columns})`).execute(tx)
    for (const group of byColumns(rows)) await insertMany(tx, 'pg_temp.bulk_defaults', group)
    return sql<{ name: string | null }>`select name from bulk_defaults order by number`.execute(tx)
  })
  expect(byColumns(rows).map((group) => group.rows.length)).toEqual([3, 2])
  expect(found.rows.map(({ name }) => name)).toEqual(['none', 'none', 'none', null, 'An'])
})
