import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../src/demo/random.ts'
import { type Cluster, durableCluster } from './faults/cluster.ts'
import { killAtRandom } from './faults/killing.ts'
import { faultsOf } from './faults/whole.ts'
import { testApp } from './app.ts'
import { makeDistrict, makeOfficials } from './persons.ts'

// A few of each; `npm run faults` makes hundreds. A seed that failed is made again by `npm run faults -- --seed N`.
const seed = process.env['KECAN_SEED'] ?? '24'

let cluster: Cluster
beforeAll(async () => {
  cluster = await durableCluster()
}, 120_000)
afterAll(async () => {
  await cluster.end()
}, 60_000)

test(
  'a server killed in the midst of its work leaves each act done or not done, and nothing promised is lost',
  { timeout: 180_000 },
  async () => {
    const killings = await killAtRandom(cluster, { times: 3, victim: 'server', random: randomFrom(seed), tell: () => undefined })
    expect(killings.flatMap(({ act, faults }) => faults.map((fault) => `seed ${seed}, ${act}: ${fault}`))).toEqual([])
    expect(killings).toHaveLength(3)
  },
)

test('half a command is recognised, so that the search for one means something', async () => {
  const app = await testApp()
  const { north } = await makeDistrict(app)
  await makeOfficials(app, [{ unitId: north }, { unitId: north }])
  expect(await faultsOf(app.db)).toEqual([])

  await sql`delete from people.assignment where id = (select id from people.assignment limit 1)`.execute(app.db)
  await sql`update people.profile set entry_id = gen_random_uuid() where id = (select id from people.profile limit 1)`.execute(app.db)
  expect(await faultsOf(app.db)).toEqual([
    '1 rows of people.profile.entry_id name an entry that is not there',
    expect.stringMatching(/recorded 2 rows of people\.assignment; there are 1/),
    expect.stringMatching(/recorded 2 rows of people\.profile; there are 1/),
  ])
})
