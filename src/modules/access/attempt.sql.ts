import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { forgottenBefore, kinds, waitSeconds, type Kind, type Tally } from './guessing.ts'

/** One guess: of the password or of the code of which name, from where. */
export type Guess = { of: 'password' | 'code'; name: string; address: string }

/** How long this guess has to wait, by what all servers of this database have counted; 0 when it may be made. */
export async function waitBefore(db: Db, guess: Guess, now: Date): Promise<number> {
  const tallies = await db
    .selectFrom('access.attempt')
    .select(['kind', 'failures', 'last_at'])
    .where(({ or, and, eb }) =>
      or(keysOf(guess).map((key) => and([eb('kind', '=', key.kind), eb('name', '=', key.name), eb('address', '=', key.address)]))),
    )
    .execute()
  if (tallies.length === 0) return 0
  return waitSeconds(tallies.map(tallyOf), now, await isKnownAddress(db, guess))
}

/** Counts a wrong guess and forgets what is too old to matter. */
export async function countFailure(tx: Tx, guess: Guess, now: Date): Promise<void> {
  await forgetOld(tx, now)
  await tx
    .insertInto('access.attempt')
    .values(keysOf(guess).map((key) => ({ ...key, failures: 1, first_at: now, last_at: now })))
    .onConflict((same) =>
      same.columns(['kind', 'name', 'address']).doUpdateSet({ failures: sql`access.attempt.failures + 1`, last_at: now }),
    )
    .execute()
}

/** A right guess clears the way for the next from the same place, and for nobody elsewhere. */
export async function forgetFailures(tx: Tx, guess: Guess): Promise<void> {
  const { kind, name, address } = keysOf(guess)[1]
  await tx.deleteFrom('access.attempt').where('kind', '=', kind).where('name', '=', name).where('address', '=', address).execute()
}

/** Lets everybody try again at this name, wherever they are. */
export async function forgetAllFailures(tx: Tx, name: string): Promise<number> {
  const result = await tx.deleteFrom('access.attempt').where('name', '=', hashOf(name)).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Which of these names somebody has to wait for: everybody who is a stranger, or one address only. */
export async function locksOf(db: Db, names: string[], now: Date): Promise<Map<string, { seconds: number; isEverywhere: boolean }>> {
  const byHash = new Map(names.map((name) => [hashOf(name).toString('hex'), name]))
  const rows = await db
    .selectFrom('access.attempt')
    .select(['kind', 'name', 'failures', 'last_at'])
    .where('name', 'in', names.length > 0 ? names.map(hashOf) : [Buffer.from('-')])
    .execute()
  const locks = new Map<string, { seconds: number; isEverywhere: boolean }>()
  for (const row of rows) {
    const name = byHash.get(row.name.toString('hex')) ?? ''
    const seconds = waitSeconds([tallyOf(row)], now, false)
    const isEverywhere = row.kind === 'name' || row.kind === 'code'
    const held = locks.get(name)
    if (seconds === 0) continue
    locks.set(name, { seconds: Math.max(seconds, held?.seconds ?? 0), isEverywhere: isEverywhere || held?.isEverywhere === true })
  }
  return locks
}

const knownForDays = 90

/** Remembers from where the account signs in. */
export async function noteAddress(tx: Tx, accountId: string, address: string, now: Date): Promise<void> {
  if (address === '') return
  const old = new Date(now.getTime() - knownForDays * 86_400_000)
  await tx.deleteFrom('access.known_address').where('account_id', '=', accountId).where('seen_at', '<', old).execute()
  await tx
    .insertInto('access.known_address')
    .values({ account_id: accountId, address, seen_at: now })
    .onConflict((same) => same.columns(['account_id', 'address']).doUpdateSet({ seen_at: now }))
    .execute()
}

async function isKnownAddress(db: Db, guess: Guess): Promise<boolean> {
  const known = await db
    .selectFrom('access.known_address as known')
    .innerJoin('access.account as account', 'account.id', 'known.account_id')
    .select('known.seen_at')
    .where(sql`lower(account.username)`, '=', guess.name.toLowerCase())
    .where('known.address', '=', guess.address)
    .executeTakeFirst()
  return known !== undefined
}

async function forgetOld(tx: Tx, now: Date): Promise<void> {
  await tx
    .deleteFrom('access.attempt')
    .where(({ or, and, eb }) =>
      or(
        kinds.map((kind) => {
          const { first, last } = forgottenBefore(kind, now)
          return and([eb('kind', '=', kind), eb('first_at', '<', first), eb('last_at', '<', last)])
        }),
      ),
    )
    .execute()
}

type Key = { kind: Kind; name: Buffer; address: string }

/** Always in this order, so that two guesses at once wait for each other and never across. */
function keysOf({ of, name, address }: Guess): [Key, Key, Key] {
  const [everywhere, here] = of === 'password' ? (['name', 'pair'] as const) : (['code', 'code-pair'] as const)
  return [
    { kind: everywhere, name: hashOf(name), address: '' },
    { kind: here, name: hashOf(name), address },
    { kind: 'address', name: Buffer.alloc(0), address },
  ]
}

function tallyOf(row: { kind: string; failures: number; last_at: Date }): Tally {
  // The database checks the kind.
  return { kind: row.kind as Kind, failures: row.failures, lastAt: row.last_at }
}

// People type passwords into the box for the name, too: what was typed is not kept.
function hashOf(name: string): Buffer {
  return createHash('sha256').update(name.toLowerCase()).digest()
}
