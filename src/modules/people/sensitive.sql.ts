import type { Db } from '#db/connect.ts'
import type { Actor, Scope } from '#server/operations.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { unitsBelow } from '#modules/organisation/scope.sql.ts'

const nothing: Scope = { unitIds: [], above: [], personId: null }

/** Whose sensitive fields (ethnic group, religion, Party dates, identity numbers, phone, residence) the caller may read. */
export async function sensitiveScope(db: Db, caller: { actor: Actor; today: string }): Promise<Scope> {
  return (await scopeOf(db, caller.actor, 'people.sensitive', caller.today, unitsBelow)) ?? nothing
}
