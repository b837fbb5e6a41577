import { command, query, type Route, type Scope } from '#server/operations.ts'
import { NotPermitted } from '#server/refusal.ts'
import { readPolicy, setPolicy } from './policy.contract.ts'
import * as sql from './policy.sql.ts'
import { roles } from './roles.ts'

/** What sign-in asks of everybody here: who needs a second factor, and how long a session lasts. */
export function policyRoutes(): Route[] {
  return [
    query(readPolicy, async ({}, { db, scope }) => {
      const policy = await sql.readPolicy(db)
      return { ...policy, secondFactorRoles: roles.filter((role) => policy.secondFactorRoles.includes(role)), maySet: isWhole(scope) }
    }),

    command(setPolicy, async (policy, { tx, scope }) => {
      if (!isWhole(scope)) throw new NotPermitted()
      await sql.setPolicy(tx, { ...policy, secondFactorRoles: roles.filter((role) => policy.secondFactorRoles.includes(role)) })
      return {}
    }),
  ]
}

function isWhole(scope: Scope): boolean {
  return scope === 'everything'
}
