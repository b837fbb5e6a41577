import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { buildRoutes } from '#app'
import type { Seal } from '#db/backup/format.ts'
import type { Db } from '#db/connect.ts'
import { dayInHanoi } from '#lib/days.ts'
import { readReview, type Review } from '#modules/statistics/review.contract.ts'
import { withinTheHouse } from '#server/operations.ts'
import { NotFound, Refused } from '#server/refusal.ts'
import { program } from '#server/write.ts'

/** What the restored database must say as well: where the log ends, how many people there are, and every figure of the authority's review. */
export async function witnessOf(db: Db, at: Date): Promise<Seal['witness']> {
  return { auditHead: await headOfLog(db), people: await countPeople(db), figures: await fingerprintOfReview(db, at) }
}

/** Where the log ends: the last entry's number and seal. */
export async function headOfLog(db: Db): Promise<string | null> {
  const { rows } = await sql<{ head: string }>`
    select seq || ':' || encode(hash, 'hex') as head from audit.entry order by seq desc limit 1`.execute(db)
  return rows[0]?.head ?? null
}

async function countPeople(db: Db): Promise<string> {
  const { rows } = await sql<{ people: string }>`select count(*)::text as people from people.person`.execute(db)
  return rows[0]?.people ?? '0'
}

/** Of all figures of the review, read on that day; null where there is nothing to be reviewed yet. */
async function fingerprintOfReview(db: Db, at: Date): Promise<string | null> {
  const route = buildRoutes().find(({ op }) => op.id === readReview.id)
  if (!route) throw new Error('The review has no route')
  try {
    // The program looks at figures, and at no person.
    const looked = () => undefined
    const context = { db, today: dayInHanoi(at), now: at, actor: program, scope: 'everything', origin: withinTheHouse, looked } as const
    const { days, figures, asides } = (await route.run(readReview.input.parse({}), context)) as Review
    return createHash('sha256').update(JSON.stringify({ days, figures, asides })).digest('hex')
  } catch (error) {
    if (error instanceof NotFound || error instanceof Refused) return null
    throw error
  }
}

/** What is empty as long as nobody has begun to work: all else the migrations and the first start fill by themselves. */
export const tablesOfWork = ['organisation.authority', 'organisation.unit', 'access.account', 'people.person'] as const
