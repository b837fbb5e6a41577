import type { Db } from '#db/connect.ts'
import type { Scope } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { findAccount, grantsOf } from './account.sql.ts'

/** An account is managed by whoever's scope holds all its roles. */
export function isManaged(scope: Scope, grants: { unitId: string | null }[]): boolean {
  if (scope === 'everything') return true
  return grants.every((grant) => grant.unitId !== null && scope.unitIds.includes(grant.unitId))
}

/** The account, if the caller manages it; else there is none for them. */
export async function managedAccount(db: Db, scope: Scope, accountId: string) {
  const account = await findAccount(db, accountId)
  const grants = account ? await grantsOf(db, [accountId]) : []
  if (
    !account ||
    !isManaged(
      scope,
      grants.map((grant) => ({ unitId: grant.unit_id })),
    )
  )
    throw new NotFound()
  return account
}
