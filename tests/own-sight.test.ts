import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readSession } from '#modules/access/session.contract.ts'
import { query } from '#server/operations.ts'
import { perform } from '#server/perform.ts'
import { buildHouse } from '#app'
import { connect } from '#db/connect.ts'
import { testApp } from './app.ts'
import { makeDistrict, makeOfficials } from './persons.ts'

test('what is open to everybody shows the database’s people to nobody but themselves, whatever it asks', async () => {
  const app = await testApp()
  const { north, south } = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [{ unitId: north }, { unitId: south }])
  const serving = connect(app.appUrl, { max: 1 })
  const seen: string[] = []
  const looking = query(readSession, async ({}, { db }) => {
    const { rows } = await sql<{ person_id: string }>`select person_id from people.profile`.execute(db)
    seen.push(...rows.map((row) => row.person_id))
    throw new Error('Nothing to answer')
  })
  const actor = { accountId: null, name: 'Quản trị', personId, grants: [{ role: 'organisation_officer', unitId: null }] }

  await expect(perform(buildHouse({ db: serving }), looking, {}, actor)).rejects.toThrow('Nothing to answer')
  await serving.destroy()

  expect(seen).toEqual([personId])
})
