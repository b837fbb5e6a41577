import { createHash, randomBytes } from 'node:crypto'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import { stretched } from '#server/password.ts'
import { seal, unseal } from '#server/seal.ts'
import { recoveryCodeCount, recoveryCodeOf } from './second-factor.ts'

/** Whether the account gives a code at sign-in, since when, and how many recovery codes are left. */
export async function secondFactorOf(db: Db, accountId: string): Promise<{ since: Date | null; codesLeft: number }> {
  const factor = await db
    .selectFrom('access.second_factor as factor')
    .select(['factor.confirmed_at'])
    .select((row) =>
      row
        .selectFrom('access.recovery_code as code')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('code.account_id', '=', 'factor.account_id')
        .where('code.used_at', 'is', null)
        .as('left'),
    )
    .where('factor.account_id', '=', accountId)
    .executeTakeFirst()
  return { since: factor?.confirmed_at ?? null, codesLeft: factor?.left ?? 0 }
}

/** Which of the accounts have a second factor in use. */
export async function accountsWithSecondFactor(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('access.second_factor').select('account_id').where('confirmed_at', 'is not', null).execute()
  return new Set(rows.map((row) => row.account_id))
}

/** `secret` is null when the installation's key no longer opens it. */
export async function lockSecondFactor(tx: Tx, accountId: string) {
  const factor = await tx
    .selectFrom('access.second_factor')
    .select(['secret', 'confirmed_at', 'last_step'])
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  if (!factor) return null
  return { secret: unseal(factor.secret, accountId), isConfirmed: factor.confirmed_at !== null, lastStep: factor.last_step }
}

/** Keeps the secret until a code proves that the app has it; what was begun before and not proved is forgotten. */
export async function beginSecondFactor(tx: Tx, accountId: string, secret: string): Promise<void> {
  const { now } = recordOf(tx)
  const begun = { secret: seal(secret, accountId), begun_at: now, last_step: 0 }
  await tx
    .insertInto('access.second_factor')
    .values({ account_id: accountId, ...begun })
    .onConflict((same) => same.column('account_id').doUpdateSet(begun).where('access.second_factor.confirmed_at', 'is', null))
    .execute()
}

export async function confirmSecondFactor(tx: Tx, accountId: string): Promise<void> {
  const { now } = recordOf(tx)
  await tx.updateTable('access.second_factor').set({ confirmed_at: now }).where('account_id', '=', accountId).execute()
  noteChange(tx, { table: 'access.second_factor', done: 'recorded', count: 1, after: { accountId } })
}

/** The step's code is used up, and those before it; the secret is sealed anew, so that a changed key takes hold as people sign in. */
export async function spendStep(tx: Tx, accountId: string, { step, secret }: { step: number; secret: string }): Promise<void> {
  await tx
    .updateTable('access.second_factor')
    .set({ last_step: step, secret: seal(secret, accountId) })
    .where('account_id', '=', accountId)
    .execute()
}

export async function removeSecondFactor(tx: Tx, accountId: string): Promise<number> {
  const removed = await tx.deleteFrom('access.second_factor').where('account_id', '=', accountId).executeTakeFirst()
  const count = Number(removed.numDeletedRows)
  if (count > 0) noteChange(tx, { table: 'access.second_factor', done: 'closed', count, before: { accountId } })
  return count
}

/** Makes new recovery codes in place of the former ones and returns them: they are shown once and kept as hashes. */
export async function replaceRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => recoveryCodeOf(randomBytes(10)))
  await tx.deleteFrom('access.recovery_code').where('account_id', '=', accountId).execute()
  const hashes = await Promise.all(codes.map((code) => hashOf(accountId, code.replaceAll('-', ''))))
  await tx
    .insertInto('access.recovery_code')
    .values(hashes.map((code_hash) => ({ account_id: accountId, code_hash })))
    .execute()
  noteChange(tx, { table: 'access.recovery_code', done: 'recorded', count: codes.length, after: { accountId } })
  return codes
}

/** Uses the code up; false when it is none of the account's or was used before. */
export async function spendRecoveryCode(tx: Tx, accountId: string, code: string): Promise<boolean> {
  const used = await tx
    .updateTable('access.recovery_code')
    .set({ used_at: recordOf(tx).now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', await hashOf(accountId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) return false
  noteChange(tx, { table: 'access.recovery_code', done: 'changed', count: 1, after: { accountId, used: true } })
  return true
}

// As slow as a password's: whoever steals the database has eighty bits to guess, each guess at that price, and each account by itself.
function hashOf(accountId: string, code: string): Promise<Buffer> {
  const salt = createHash('sha256').update(`recovery codes of ${accountId}`).digest().subarray(0, 16)
  return stretched(code, salt)
}
