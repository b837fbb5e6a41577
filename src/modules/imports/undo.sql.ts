import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import type { FactKeeper, KeptFact } from '#db/keeper.ts'
import { takeBackDecisionsOfRun } from '#modules/decisions/of-run.sql.ts'
import { removePeopleOfRun } from '#modules/people/person.sql.ts'
import type { Refusal } from '#server/refusal.ts'

const mostListed = 100

/** Why the run may not be undone: what others have built on it since. */
export async function undoObjections(db: Db, runId: string, keepers: readonly FactKeeper[]): Promise<Refusal[]> {
  const facts: KeptFact[] = []
  for (const keeper of keepers) facts.push(...(await keeper.builtOn(db, runId, mostListed)))
  const accounts = await accountsOfRun(db, runId)
  return [
    ...(facts.length > 0 ? [{ code: 'built-on', count: facts.length, facts: facts.slice(0, mostListed) }] : []),
    ...(accounts.length > 0 ? [{ code: 'people-with-accounts', accounts }] : []),
  ]
}

/** Closes what the run wrote, gives back what it had replaced, and takes back whom and what it brought. */
export async function withdrawFacts(
  tx: Tx,
  run: { id: string; appliedEntryId: string | null },
  keepers: readonly FactKeeper[],
): Promise<{ closed: number; restored: number }> {
  let [closed, restored] = [0, 0]
  for (const keeper of keepers) closed += await keeper.close(tx, await keeper.idsOfRun(tx, run.id), 'undone')
  for (const keeper of keepers) if (run.appliedEntryId) restored += await keeper.restore(tx, run.appliedEntryId)
  await removePeopleOfRun(tx, run.id)
  await takeBackDecisionsOfRun(
    tx,
    run.id,
    'Hoàn tác lần nhập / Import undone',
    keepers.map(({ table }) => table),
  )
  return { closed, restored }
}

async function accountsOfRun(db: Db, runId: string): Promise<string[]> {
  const { rows } = await sql<{ username: string }>`
    select a.username from access.account a join people.person p on p.person_id = a.person_id
    where p.run_id = ${runId}::uuid and a.status = 'active' order by a.username limit ${mostListed}`.execute(db)
  return rows.map(({ username }) => username)
}
