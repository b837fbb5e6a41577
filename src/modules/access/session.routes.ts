import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { command, query, type Actor, type Route } from '#server/operations.ts'
import { hashPassword } from '#server/password.ts'
import { KeptRefusal, refuse, Refused } from '#server/refusal.ts'
import { countAccounts, findAccount, grantsOf, setAccount } from './account.sql.ts'
import { ownAccount } from './own-account.sql.ts'
import { passwordObjections } from './password.ts'
import { proveCode, provePassword } from './proof.sql.ts'
import { permissionsOf } from './roles.ts'
import { changePassword, closeSession, confirmSession, openSession, readSession, setLanguage, type Session } from './session.contract.ts'
import { actorOfToken, addSession, endSession, endSessionsOf, renewToken, withRenewedToken } from './session.sql.ts'

/** What the session tells of other modules; given by app.ts. */
export type Surroundings = {
  authority: (db: Db) => Promise<Session['authority']>
  unitNames: (db: Db, unitIds: string[]) => Promise<Map<string, { vi: string; en: string }>>
  demoAccounts: (db: Db) => Promise<Session['demoAccounts']>
  /** Where one signs out of single sign-on; null where there is no such place. */
  leaveSignOn: () => string | null
}

export function sessionRoutes(around: Surroundings): Route[] {
  return [
    query(readSession, ({}, { db, actor, today }) => describe(db, actor, today, around)),

    command(openSession, async ({ username, password }, { tx, actor, now, today, origin }) => {
      const account = await provePassword(tx, { username, origin, now }, password, 'sign-in-failed')
      if (account instanceof KeptRefusal) return account
      if (actor.token) await endSession(tx, actor.token)
      const token = await addSession(tx, { accountId: account.id, now, ...origin })
      about(tx, { subjectId: account.id, actor: { accountId: account.id, name: account.display_name } })
      // The edge turns the token into the cookie; the reply's shape keeps it from the page.
      return Object.assign(await describe(tx, await actorOfToken(tx, token, now), today, around), { setToken: token })
    }),

    command(confirmSession, async ({ code }, { tx, actor, now, today, origin }) => {
      const account = actor.awaitsCodeOf ? await findAccount(tx, actor.awaitsCodeOf) : undefined
      if (!account || !actor.token) throw new Refused([{ code: 'sign-in-again' }])
      const wrong = await proveCode(tx, account.id, { username: account.username, origin, now }, code)
      if (wrong) return wrong
      const token = await renewToken(tx, actor.token, now)
      about(tx, { subjectId: account.id, actor: { accountId: account.id, name: account.display_name } })
      return Object.assign(await describe(tx, await actorOfToken(tx, token, now), today, around), { setToken: token })
    }),

    command(closeSession, async ({}, { tx, actor }) => {
      const ended = actor.token ? await endSession(tx, actor.token) : undefined
      const continueAt = ended?.sign_on_id ? around.leaveSignOn() : null
      return Object.assign({ isSignedOut: true as const, continueAt }, { setToken: null })
    }),

    command(changePassword, async ({ current, next }, { tx, actor, now, origin }) => {
      const { username } = await ownAccount(tx, actor)
      const account = await provePassword(tx, { username, origin, now }, current, 'password-wrong')
      if (account instanceof KeptRefusal) return account
      refuse(current === next ? [{ code: 'password-same' }] : [])
      refuse(passwordObjections(next, [account.username, account.display_name, (await around.authority(tx))?.vi]))
      await setAccount(tx, account.id, { password_hash: await hashPassword(next), must_change_password: false })
      about(tx, { subjectId: account.id })
      // Whoever else came in with the former password is out.
      await endSessionsOf(tx, account.id, actor.token)
      return withRenewedToken({}, tx, actor.token, now)
    }),

    command(setLanguage, async ({ language }, { tx, actor }) => {
      if (actor.accountId) await setAccount(tx, actor.accountId, { language })
      return {}
    }),
  ]
}

async function describe(db: Db, actor: Actor | null, today: string, around: Surroundings): Promise<Session> {
  const accountId = actor?.accountId ?? null
  const awaitsCode = actor?.awaitsCodeOf !== undefined
  const firstRun = accountId === null && !awaitsCode && (await countAccounts(db)) === 0
  const shared = { authority: await around.authority(db), firstRun, demoAccounts: await around.demoAccounts(db), awaitsCode, today }
  const account = accountId ? await findAccount(db, accountId) : undefined
  if (!account) return { account: null, ...shared }
  const grants = await grantsOf(db, [account.id])
  const names = await around.unitNames(
    db,
    grants.flatMap((grant) => grant.unit_id ?? []),
  )
  return {
    account: {
      id: account.id,
      username: account.username,
      displayName: account.display_name,
      personId: account.person_id,
      language: account.language === 'en' ? 'en' : 'vi',
      mustChangePassword: actor?.mustChangePassword ?? false,
      mustEnrol: actor?.mustEnrol ?? false,
      grants: grants.map((grant) => ({
        role: grant.role,
        unitId: grant.unit_id,
        unitName: grant.unit_id ? (names.get(grant.unit_id) ?? null) : null,
      })),
      permissions: permissionsOf(grants.map((grant) => grant.role)),
    },
    ...shared,
  }
}
