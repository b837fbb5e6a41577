import type { Db, Tx } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { command, query, type Route } from '#server/operations.ts'
import { hashPassword, isPassword } from '#server/password.ts'
import { KeptRefusal, refuse, Refused } from '#server/refusal.ts'
import { actorOfAccount, countAccounts, findAccount, grantsOf, lockAccountByName, setAccount } from './account.sql.ts'
import { permissionsOf } from './roles.ts'
import { changePassword, closeSession, openSession, readSession, setLanguage, type Session } from './session.contract.ts'
import { addSession, endSession, endSessionsOf } from './session.sql.ts'

/** What the session tells of other modules; given by app.ts. */
export type Surroundings = {
  authority: (db: Db) => Promise<Session['authority']>
  unitNames: (db: Db, unitIds: string[]) => Promise<Map<string, { vi: string; en: string }>>
  demoAccounts: (db: Db) => Promise<Session['demoAccounts']>
}

const lockAfter = 8
const lockMinutes = 15
// Spent on an unknown name too, so that the time does not tell which names exist.
const decoy = hashPassword('no account has this password')

export function sessionRoutes(around: Surroundings): Route[] {
  return [
    query(readSession, ({}, { db, actor, today }) => describe(db, actor.accountId, today, around)),

    command(openSession, async ({ username, password }, { tx, now, today }) => {
      const account = await lockAccountByName(tx, username)
      const isRight = await isPassword(password, account?.password_hash ?? (await decoy))
      if (account?.locked_until && account.locked_until > now)
        throw new Refused([{ code: 'account-locked', until: account.locked_until.toISOString() }])
      if (!account || account.status !== 'active') throw new Refused([{ code: 'sign-in-failed' }])
      if (!isRight) return countFailure(tx, account, now)
      await setAccount(tx, account.id, { failed_sign_ins: 0, locked_until: null })
      about(tx, { subjectId: account.id, actor: { accountId: account.id, name: account.display_name } })
      const setToken = await addSession(tx, { accountId: account.id, now })
      // The edge turns the token into the cookie; the reply's shape keeps it from the page.
      return Object.assign(await describe(tx, account.id, today, around), { setToken })
    }),

    command(closeSession, async ({}, { tx, actor }) => {
      if (actor.token) await endSession(tx, actor.token)
      return Object.assign({ isSignedOut: true as const }, { setToken: null })
    }),

    command(changePassword, async ({ current, next }, { tx, actor }) => {
      const account = await findAccount(tx, actor.accountId ?? '')
      const locked = account && (await lockAccountByName(tx, account.username))
      if (!locked || !(await isPassword(current, locked.password_hash))) throw new Refused([{ code: 'password-wrong' }])
      refuse(current === next ? [{ code: 'password-same' }] : [])
      await setAccount(tx, locked.id, { password_hash: await hashPassword(next), must_change_password: false })
      // Whoever else came in with the former password is out.
      await endSessionsOf(tx, locked.id, actor.token)
      return {}
    }),

    command(setLanguage, async ({ language }, { tx, actor }) => {
      if (actor.accountId) await setAccount(tx, actor.accountId, { language })
      return {}
    }),
  ]
}

async function countFailure(tx: Tx, account: { id: string; failed_sign_ins: number }, now: Date): Promise<KeptRefusal> {
  const failures = account.failed_sign_ins + 1
  const isLocking = failures >= lockAfter
  await setAccount(tx, account.id, {
    failed_sign_ins: isLocking ? 0 : failures,
    locked_until: isLocking ? new Date(now.getTime() + lockMinutes * 60_000) : null,
  })
  about(tx, { subjectId: account.id, reason: 'sign-in-failed' })
  return new KeptRefusal([{ code: 'sign-in-failed' }])
}

async function describe(db: Db, accountId: string | null, today: string, around: Surroundings): Promise<Session> {
  const firstRun = accountId === null && (await countAccounts(db)) === 0
  const shared = { authority: await around.authority(db), firstRun, demoAccounts: await around.demoAccounts(db), today }
  const account = accountId ? await findAccount(db, accountId) : undefined
  if (!account || !(await actorOfAccount(db, account.id))) return { account: null, ...shared }
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
      mustChangePassword: account.must_change_password,
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
