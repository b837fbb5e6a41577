import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '#db/connect.ts'
import { verifyChain } from '#modules/audit/chain.sql.ts'
import { readPerson } from '#modules/people/file.contract.ts'
import { recordLooks } from '#server/look.ts'
import { program } from '#server/write.ts'
import { testApp, type TestApp } from './app.ts'
import { makeDistrict, makeOfficials } from './persons.ts'

async function someone(app: TestApp): Promise<string> {
  const { north } = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [{ unitId: north }])
  return personId
}

/** How many looks were logged, and in how many transactions. */
async function looksOf(app: TestApp): Promise<{ looks: number; seals: number } | undefined> {
  const { rows } = await sql<{ looks: number; seals: number }>`
    select count(*)::int as looks, count(distinct xmin::text)::int as seals from audit.entry where operation = ${readPerson.id}`.execute(
    app.db,
  )
  return rows[0]
}

test('those who look at once each leave an entry, and what waits is sealed together', async () => {
  const app = await testApp()
  const personId = await someone(app)
  const asked = { op: readPerson, input: { personId }, actor: program, now: app.house.clock() }

  await Promise.all(Array.from({ length: 40 }, () => recordLooks(app.house, asked, [])))

  expect(await looksOf(app)).toEqual({ looks: 40, seals: 2 })
  expect((await verifyChain(app.db)).broken).toBeNull()
})

test('one look that the log cannot take keeps no other from being logged', async () => {
  const app = await testApp()
  const personId = await someone(app)
  const look = (id: string) =>
    recordLooks(app.house, { op: readPerson, input: {}, actor: program, now: app.house.clock() }, [{ personId: id }])

  const ends = await Promise.allSettled([look(personId), look(personId), look('nobody'), look(personId)])

  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(await looksOf(app)).toMatchObject({ looks: 3 })
})

test('a file is not shown when the look at it cannot be logged', async () => {
  const app = await testApp()
  const personId = await someone(app)
  expect((await app.call(readPerson, { personId })).name).not.toBe('')

  await sql`revoke execute on function audit.append from kecan_app`.execute(app.db)

  await expect(app.call(readPerson, { personId })).rejects.toMatchObject({ status: 500 })
})

test('the server itself can neither move the head of the log nor write a seal of a day', async () => {
  const app = await testApp()
  const server = connect(app.appUrl, { max: 1 })
  onTestFinished(() => server.destroy())

  for (const statement of [
    'update audit.head set seq = 0',
    'delete from audit.head',
    'truncate audit.head',
    "insert into audit.day_seal values ('2026-11-22', 1, '\\x00')",
    'delete from audit.day_seal',
    "update audit.entry set actor = 'x'",
    'delete from audit.entry',
  ])
    await expect(sql.raw(statement).execute(server), statement).rejects.toThrow(/permission denied/)
})
