import type { Tx } from '#db/connect.ts'
import { about, noteChange } from '#db/facts.ts'
import type { Origin } from '#server/operations.ts'
import { hashPassword, isPassword } from '#server/password.ts'
import { KeptRefusal, Refused } from '#server/refusal.ts'
import { lockAccountByName } from './account.sql.ts'
import { countFailure, forgetFailures, waitBefore, type Guess } from './attempt.sql.ts'
import { readCode, stepOfCode, type GivenCode } from './second-factor.ts'
import { lockSecondFactor, spendRecoveryCode, spendStep } from './second-factor.sql.ts'

export type Claim = { username: string; origin: Origin; now: Date }
export type Locked = NonNullable<Awaited<ReturnType<typeof lockAccountByName>>>

// Spent on an unknown name too, so that the time does not tell which names exist.
const decoy = hashPassword('no account has this password')

/**
 * The account whose password this is, locked; else the refusal to answer with, whose counting stays. An unknown name, a closed
 * account and a wrong password are one and the same.
 */
export async function provePassword(tx: Tx, claim: Claim, password: string, code: string): Promise<Locked | KeptRefusal> {
  const guess: Guess = { of: 'password', name: claim.username, address: claim.origin.address }
  const account = await lockAccountByName(tx, claim.username)
  await refuseBeforeTime(tx, guess, claim.now)
  const isRight = await isPassword(password, account?.password_hash || (await decoy))
  if (!account?.password_hash || account.status !== 'active' || !isRight)
    return failed(tx, guess, claim.now, { code, accountId: account?.id })
  await forgetFailures(tx, guess)
  return account
}

/** Null when the code is right and now used up; else the refusal to answer with, whose counting stays. */
export async function proveCode(tx: Tx, accountId: string, claim: Claim, typed: string): Promise<KeptRefusal | null> {
  const guess: Guess = { of: 'code', name: claim.username, address: claim.origin.address }
  const factor = await lockSecondFactor(tx, accountId)
  await refuseBeforeTime(tx, guess, claim.now)
  const given = readCode(typed)
  if (!factor || !given || !(await isRightCode(tx, accountId, factor, given, claim.now)))
    return failed(tx, guess, claim.now, { code: 'code-wrong', accountId })
  await forgetFailures(tx, guess)
  return null
}

type Factor = NonNullable<Awaited<ReturnType<typeof lockSecondFactor>>>

async function isRightCode(tx: Tx, accountId: string, factor: Factor, given: GivenCode, now: Date): Promise<boolean> {
  // Needs no secret: the way in when the installation's key is lost.
  if (given.kind === 'recovery') return factor.isConfirmed && spendRecoveryCode(tx, accountId, given.code)
  if (factor.secret === null) throw new Refused([{ code: 'second-factor-unreadable' }])
  const step = stepOfCode(factor.secret, given.code, now)
  if (step === null || step <= factor.lastStep) return false
  await spendStep(tx, accountId, { step, secret: factor.secret })
  return true
}

async function refuseBeforeTime(tx: Tx, guess: Guess, now: Date): Promise<void> {
  const seconds = await waitBefore(tx, guess, now)
  if (seconds > 0) throw new Refused([{ code: 'sign-in-wait', seconds }])
}

async function failed(tx: Tx, guess: Guess, now: Date, { code, accountId }: { code: string; accountId: string | undefined }) {
  await countFailure(tx, guess, now)
  noteChange(tx, { table: 'access.attempt', done: 'recorded', count: 1, after: { address: guess.address } })
  about(tx, { reason: code, ...(accountId ? { subjectId: accountId } : {}) })
  const seconds = await waitBefore(tx, guess, now)
  return new KeptRefusal([{ code, ...(seconds > 0 ? { seconds } : {}) }])
}
