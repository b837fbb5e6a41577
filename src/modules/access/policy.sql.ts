import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange } from '#db/facts.ts'

const columns = ['idle_minutes', 'whole_days', 'second_factor_roles'] as const
export type Policy = { idleMinutes: number; wholeDays: number; secondFactorRoles: string[] }

export async function readPolicy(db: Db): Promise<Policy> {
  const row = await db.selectFrom('access.policy').select(columns).executeTakeFirstOrThrow()
  return { idleMinutes: row.idle_minutes, wholeDays: row.whole_days, secondFactorRoles: row.second_factor_roles }
}

/** Sets the rules; sessions already open last no longer than the new ones allow. */
export async function setPolicy(tx: Tx, policy: Policy): Promise<void> {
  const before = await readPolicy(tx)
  await tx
    .updateTable('access.policy')
    .set({ idle_minutes: policy.idleMinutes, whole_days: policy.wholeDays, second_factor_roles: policy.secondFactorRoles })
    .execute()
  await tx
    .updateTable('access.session')
    .set({ expires_at: sql`least(expires_at, opened_at + make_interval(days => ${policy.wholeDays}::int))` })
    .where('awaits_code', '=', false)
    .execute()
  noteChange(tx, { table: 'access.policy', done: 'changed', count: 1, before, after: policy })
}
