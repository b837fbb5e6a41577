import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { testDatabase } from '#tests/database.ts'
import { untilNoClash } from './clash.ts'
import { problemOf } from './problem.ts'

test('two transactions that wait for each other both come to their end', async () => {
  const { db } = await testDatabase()
  const both = Promise.withResolvers<void>()
  let holding = 0
  const holdBoth = (one: number, other: number) =>
    untilNoClash(() =>
      db.transaction().execute(async (tx) => {
        await sql`select pg_advisory_xact_lock(${one})`.execute(tx)
        if (++holding === 2) both.resolve()
        await both.promise
        await sql`select pg_advisory_xact_lock(${other})`.execute(tx)
        return 'done'
      }),
    )
  expect(await Promise.all([holdBoth(1, 2), holdBoth(2, 1)])).toEqual(['done', 'done'])
})

test('what clashes again and again is a refusal and no fault', () => {
  const clash = Object.assign(new Error('deadlock detected'), { code: '40P01' })
  expect(problemOf(clash)).toMatchObject({ status: 409, refusals: [{ code: 'changed-meanwhile' }] })
})

test('any other failure is not tried again', async () => {
  let attempts = 0
  const failing = untilNoClash(async () => {
    attempts++
    throw new Error('away')
  })
  await expect(failing).rejects.toThrow('away')
  expect(attempts).toBe(1)
})
