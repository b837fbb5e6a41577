import { once } from 'node:events'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'

const tables = [
  'people.person',
  'people.profile',
  'people.identity',
  'people.identity_claim',
  'people.assignment',
  'qualifications.qualification',
]

/** How long PostgreSQL takes, in milliseconds, to copy the rows that the run wrote into the same tables, empty, with all their indexes and constraints. */
export async function copyAlone(url: string, runId: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, options: '-c jit=off' })
  await client.connect()
  try {
    const rows = new Map<string, Buffer>()
    for (const table of tables) rows.set(table, await copied(client, table, runId))
    await client.query(`begin; truncate ${tables.join()} cascade`)
    const began = performance.now()
    for (const [table, content] of rows) await copyInto(client, table, content)
    return performance.now() - began
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

async function copied(client: pg.Client, table: string, runId: string): Promise<Buffer> {
  const ofRun = `select person_id from people.person where run_id = '${runId}'`
  const condition = table === 'people.identity_claim' ? `person_id in (${ofRun})` : `run_id = '${runId}'`
  const chunks: Buffer[] = []
  for await (const chunk of client.query(to(`copy (select * from ${table} where ${condition}) to stdout`))) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function copyInto(client: pg.Client, table: string, content: Buffer): Promise<void> {
  const stream = client.query(from(`copy ${table} from stdin`))
  stream.end(content)
  await once(stream, 'finish')
}
