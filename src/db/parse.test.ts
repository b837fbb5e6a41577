import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'

test('a day is read as text, a count as a number, an instant as an instant', async () => {
  const { db } = await testDatabase()

  const { rows } = await sql`
    select date '2018-12-31' as day, array[date '2018-12-31', null] as days, 5::bigint as count, array[5::bigint, null] as counts,
      12.50::numeric as amount, daterange('2018-01-01', null) as held, timestamptz '2018-12-31 00:00+07' as instant,
      current_setting('timezone') as zone`.execute(db)

  expect(rows).toEqual([
    {
      day: '2018-12-31',
      days: ['2018-12-31', null],
      count: 5,
      counts: [5, null],
      amount: '12.50',
      held: '[2018-01-01,)',
      instant: new Date('2018-12-30T17:00:00Z'),
      zone: 'UTC',
    },
  ])
})

test('Vietnamese names are ordered as Vietnamese are', async () => {
  const { db } = await testDatabase()

  const { rows } = await sql<{ name: string }>`
    select name from unnest(array['Đạt', 'Dũng', 'Ân', 'An', 'Ánh']) as name order by name collate "vi-x-icu"`.execute(db)

  expect(rows.map(({ name }) => name)).toEqual(['An', 'Ánh', 'Ân', 'Dũng', 'Đạt'])
})
