import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { isUpToDate } from '#db/migrate.ts'
import { isEnding } from './shutdown.ts'

const longestInMs = 1_000

/** How the parts stand without which nothing can be answered; no word of who, where or which version. */
type Readiness = { ready: boolean; serving: boolean; database: boolean; structure: boolean }

/** For machines that watch: whether the process lives, and whether requests should be sent to it. */
export function addHealth(server: FastifyInstance, db: Db): void {
  const options = { schema: { hide: true }, config: { isWatching: true } }
  // The structure only moves forward, and a server that runs is made for the one that it found.
  let structure = false
  server.get('/health/live', options, async () => ({ alive: true }))
  server.get('/health/ready', options, async (_, reply) => {
    const database = await inTime(sql`select 1`.execute(db))
    structure ||= database && (await inTime(isUpToDate(db)))
    const serving = !isEnding(server)
    const ready: Readiness = { ready: serving && database && structure, serving, database, structure }
    return reply.status(ready.ready ? 200 : 503).send(ready)
  })
}

/** Whether it came to a good end before whoever asks has waited long enough. */
async function inTime(work: Promise<unknown>): Promise<boolean> {
  const given = new AbortController()
  const late = pause(longestInMs, false, { signal: given.signal }).catch(() => false)
  const answered = work.then(
    (answer) => answer !== false,
    () => false,
  )
  const result = await Promise.race([answered, late])
  given.abort()
  return result
}
