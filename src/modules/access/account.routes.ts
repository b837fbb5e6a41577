import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { command, query, type Route, type Scope } from '#server/operations.ts'
import { hashPassword } from '#server/password.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import {
  closeAccount,
  createAccount,
  endGrant,
  grantRole,
  listAccounts,
  resetPassword,
  resetSecondFactor,
  unlockAccount,
} from './account.contract.ts'
import * as sql from './account.sql.ts'
import { forgetAllFailures, locksOf } from './attempt.sql.ts'
import { isManaged, managedAccount } from './managed.sql.ts'
import { passwordObjections } from './password.ts'
import { accountsWithSecondFactor, removeSecondFactor } from './second-factor.sql.ts'
import type { Surroundings } from './session.routes.ts'
import { endSessionsOf } from './session.sql.ts'

export type AccountSurroundings = Pick<Surroundings, 'unitNames' | 'authority'> & {
  isPersonInScope: (db: Db, scope: Scope, personId: string, today: string) => Promise<boolean>
}

/** Accounts are kept by administrators within their own units: nobody gives a role beyond their own scope. */
export function accountRoutes(around: AccountSurroundings): Route[] {
  /** An account opens its person's file: it is given within the scope, as a role is. */
  const assurePerson = async (db: Db, scope: Scope, personId: string, today: string): Promise<void> => {
    if (!(await around.isPersonInScope(db, scope, personId, today))) throw new NotFound()
  }

  return [
    query(listAccounts, async ({}, { db, scope, now }) => {
      const accounts = await sql.listAccounts(db)
      const grants = await sql.grantsOf(
        db,
        accounts.map((account) => account.id),
      )
      const names = await around.unitNames(
        db,
        grants.flatMap((grant) => grant.unit_id ?? []),
      )
      const withSecondFactor = await accountsWithSecondFactor(db)
      const locks = await locksOf(
        db,
        accounts.map(({ username }) => username),
        now,
      )
      const shown = accounts.map((account) => ({
        id: account.id,
        username: account.username,
        displayName: account.display_name,
        personId: account.person_id,
        status: account.status,
        lock: lockOf(locks.get(account.username), now),
        hasSecondFactor: withSecondFactor.has(account.id),
        grants: grants
          .filter((grant) => grant.account_id === account.id)
          .map((grant) => ({
            id: grant.id,
            role: grant.role,
            unitId: grant.unit_id,
            unitName: grant.unit_id ? (names.get(grant.unit_id) ?? null) : null,
          })),
      }))
      return { accounts: shown.filter((account) => isManaged(scope, account.grants)) }
    }),

    command(createAccount, async ({ username, displayName, password, personId, grants }, { tx, scope, today }) => {
      for (const grant of grants) refuseBeyond(scope, grant.unitId)
      if (personId !== null) await assurePerson(tx, scope, personId, today)
      refuse(passwordObjections(password, [username, displayName, (await around.authority(tx))?.vi]))
      const id = await sql.addAccount(tx, {
        username,
        displayName,
        personId,
        passwordHash: await hashPassword(password),
        mustChangePassword: true,
      })
      for (const grant of grants) await sql.addGrant(tx, { accountId: id, ...grant })
      about(tx, { subjectId: id })
      return { id }
    }),

    command(grantRole, async ({ accountId, role, unitId }, { tx, scope, today }) => {
      const account = await managedAccount(tx, scope, accountId)
      if (role === 'official' && account.person_id !== null) await assurePerson(tx, scope, account.person_id, today)
      refuseBeyond(scope, unitId)
      await sql.addGrant(tx, { accountId, role, unitId })
      about(tx, { subjectId: accountId })
      return {}
    }),

    command(endGrant, async ({ accountId, grantId }, { tx, scope, actor }) => {
      await managedAccount(tx, scope, accountId)
      const grant = (await sql.grantsOf(tx, [accountId])).find((held) => held.id === grantId)
      if (!grant) throw new NotFound()
      refuse(accountId === actor.accountId && grant.role === 'administrator' ? [{ code: 'own-administration' }] : [])
      await sql.endGrant(tx, grantId)
      about(tx, { subjectId: accountId })
      return {}
    }),

    command(closeAccount, async ({ accountId, reason }, { tx, scope, actor }) => {
      await managedAccount(tx, scope, accountId)
      refuse(accountId === actor.accountId ? [{ code: 'own-account' }] : [])
      await sql.setAccount(tx, accountId, { status: 'closed' })
      await endSessionsOf(tx, accountId)
      about(tx, { subjectId: accountId, reason })
      return {}
    }),

    command(resetPassword, async ({ accountId, password }, { tx, scope }) => {
      const account = await managedAccount(tx, scope, accountId)
      refuse(passwordObjections(password, [account.username, account.display_name, (await around.authority(tx))?.vi]))
      await sql.setAccount(tx, accountId, { password_hash: await hashPassword(password), must_change_password: true })
      await forgetAllFailures(tx, account.username)
      await endSessionsOf(tx, accountId)
      about(tx, { subjectId: accountId })
      return {}
    }),

    command(unlockAccount, async ({ accountId, reason }, { tx, scope }) => {
      const account = await managedAccount(tx, scope, accountId)
      refuse((await forgetAllFailures(tx, account.username)) === 0 ? [{ code: 'account-not-locked' }] : [])
      about(tx, { subjectId: accountId, reason })
      return {}
    }),

    command(resetSecondFactor, async ({ accountId, reason }, { tx, scope, actor }) => {
      const account = await managedAccount(tx, scope, accountId)
      refuse(accountId === actor.accountId ? [{ code: 'own-second-factor' }] : [])
      refuse((await removeSecondFactor(tx, accountId)) === 0 ? [{ code: 'second-factor-off' }] : [])
      await forgetAllFailures(tx, account.username)
      await endSessionsOf(tx, accountId)
      about(tx, { subjectId: accountId, reason })
      return {}
    }),
  ]
}

function refuseBeyond(scope: Scope, unitId: string | null): void {
  if (!isManaged(scope, [{ unitId }])) throw new NotFound()
}

function lockOf(lock: { seconds: number; isEverywhere: boolean } | undefined, now: Date) {
  return lock ? { until: new Date(now.getTime() + lock.seconds * 1000).toISOString(), isEverywhere: lock.isEverywhere } : null
}
