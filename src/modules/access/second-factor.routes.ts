import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { command, query, type Actor, type CommandContext, type Route } from '#server/operations.ts'
import { KeptRefusal, refuse } from '#server/refusal.ts'
import { ownAccount } from './own-account.sql.ts'
import { readPolicy } from './policy.sql.ts'
import { proveCode, provePassword } from './proof.sql.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from './second-factor.contract.ts'
import { enrolmentAddress, isSecondFactorRequired, newSecret } from './second-factor.ts'
import * as sql from './second-factor.sql.ts'
import { endSessionsOf, openedAt, withRenewedToken } from './session.sql.ts'

// Whoever has just signed in need not say the password again.
const freshForMinutes = 10

/** One's own second factor: a code of an app beside the password. */
export function secondFactorRoutes(): Route[] {
  return [
    query(readSecondFactor, async ({}, { db, actor, now }) => {
      const account = await ownAccount(db, actor)
      const { since, codesLeft } = await sql.secondFactorOf(db, account.id)
      return {
        since: since?.toISOString() ?? null,
        recoveryCodesLeft: codesLeft,
        isRequired: await isRequiredOf(db, actor),
        asksPassword: !(await isFresh(db, actor, now)),
      }
    }),

    command(beginSecondFactor, async ({ password }, context) => {
      const { tx, actor, now } = context
      const account = await ownAccount(tx, actor)
      if (!(await isFresh(tx, actor, now))) {
        const proved = await provePassword(tx, claimOf(context, account), password ?? '', 'password-wrong')
        if (proved instanceof KeptRefusal) return proved
      }
      refuse((await sql.secondFactorOf(tx, account.id)).since ? [{ code: 'second-factor-on' }] : [])
      const secret = newSecret()
      await sql.beginSecondFactor(tx, account.id, secret)
      about(tx, { subjectId: account.id })
      return { secret, address: enrolmentAddress(secret, account.username) }
    }),

    command(confirmSecondFactor, async ({ code }, context) => {
      const { tx, actor, now } = context
      const account = await ownAccount(tx, actor)
      const factor = await sql.lockSecondFactor(tx, account.id)
      refuse(factor ? [] : [{ code: 'second-factor-not-begun' }])
      refuse(factor?.isConfirmed ? [{ code: 'second-factor-on' }] : [])
      const wrong = await proveCode(tx, account.id, claimOf(context, account), code)
      if (wrong) return wrong
      await sql.confirmSecondFactor(tx, account.id)
      const recoveryCodes = await sql.replaceRecoveryCodes(tx, account.id)
      about(tx, { subjectId: account.id })
      // Whoever came in by the password alone is out.
      await endSessionsOf(tx, account.id, actor.token)
      return withRenewedToken({ recoveryCodes }, tx, actor.token, now)
    }),

    command(removeSecondFactor, async ({ password, code }, context) => {
      const { tx, actor } = context
      const account = await ownAccount(tx, actor)
      refuse((await isRequiredOf(tx, actor)) ? [{ code: 'second-factor-required' }] : [])
      const refused = await proveBoth(context, account, password, code)
      if (refused) return refused
      await sql.removeSecondFactor(tx, account.id)
      about(tx, { subjectId: account.id })
      return {}
    }),

    command(renewRecoveryCodes, async ({ password, code }, context) => {
      const account = await ownAccount(context.tx, context.actor)
      const refused = await proveBoth(context, account, password, code)
      if (refused) return refused
      about(context.tx, { subjectId: account.id })
      return { recoveryCodes: await sql.replaceRecoveryCodes(context.tx, account.id) }
    }),
  ]
}

type Own = { id: string; username: string }

async function proveBoth(context: CommandContext, account: Own, password: string, code: string): Promise<KeptRefusal | null> {
  refuse((await sql.secondFactorOf(context.tx, account.id)).since ? [] : [{ code: 'second-factor-off' }])
  const claim = claimOf(context, account)
  const proved = await provePassword(context.tx, claim, password, 'password-wrong')
  return proved instanceof KeptRefusal ? proved : proveCode(context.tx, account.id, claim, code)
}

function claimOf({ origin, now }: CommandContext, { username }: Own) {
  return { username, origin, now }
}

async function isRequiredOf(db: Db, actor: Actor): Promise<boolean> {
  const { secondFactorRoles } = await readPolicy(db)
  return isSecondFactorRequired(
    secondFactorRoles,
    actor.grants.map(({ role }) => role),
  )
}

async function isFresh(db: Db, actor: Actor, now: Date): Promise<boolean> {
  const at = actor.token ? await openedAt(db, actor.token) : undefined
  return at !== undefined && now.getTime() - at.getTime() <= freshForMinutes * 60_000
}
