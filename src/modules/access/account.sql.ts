import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import type { Actor } from '#server/operations.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'

const columns = ['id', 'username', 'display_name', 'person_id', 'language', 'must_change_password', 'status'] as const

export async function countAccounts(db: Db): Promise<number> {
  const row = await db
    .selectFrom('access.account')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

export function findAccount(db: Db, id: string) {
  return db.selectFrom('access.account').select(columns).where('id', '=', id).executeTakeFirst()
}

export function lockAccountByName(tx: Tx, username: string) {
  return tx
    .selectFrom('access.account')
    .select([...columns, 'password_hash'])
    .where(sql`lower(username)`, '=', username.toLowerCase())
    .forUpdate()
    .executeTakeFirst()
}

export function listAccounts(db: Db) {
  return db.selectFrom('access.account').select(columns).orderBy('username').execute()
}

export function grantsOf(db: Db, accountIds: string[]) {
  return db
    .selectFrom('access.role_grant')
    .select(['id', 'account_id', 'role', 'unit_id'])
    .where('account_id', 'in', accountIds.length > 0 ? accountIds : [''])
    .where('ended_at', 'is', null)
    .orderBy('role')
    .execute()
}

export type NewAccount = {
  username: string
  displayName: string
  passwordHash: string
  personId: string | null
  mustChangePassword: boolean
}

export async function addAccount(tx: Tx, account: NewAccount): Promise<string> {
  const { now } = recordOf(tx)
  const id = newId(now.getTime())
  await tx
    .insertInto('access.account')
    .values({
      id,
      username: account.username,
      display_name: account.displayName,
      password_hash: account.passwordHash,
      person_id: account.personId,
      must_change_password: account.mustChangePassword,
      created_at: now,
    })
    .execute()
  noteChange(tx, {
    table: 'access.account',
    done: 'recorded',
    count: 1,
    after: { id, username: account.username, displayName: account.displayName },
  })
  return id
}

export async function addGrant(tx: Tx, grant: { accountId: string; role: string; unitId: string | null }): Promise<void> {
  await tx
    .insertInto('access.role_grant')
    .values({ account_id: grant.accountId, role: grant.role, unit_id: grant.unitId, granted_at: recordOf(tx).now })
    .execute()
  noteChange(tx, { table: 'access.role_grant', done: 'recorded', count: 1, after: grant })
}

export async function endGrant(tx: Tx, id: string): Promise<number> {
  const ended = await tx
    .updateTable('access.role_grant')
    .set({ ended_at: recordOf(tx).now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['account_id', 'role', 'unit_id'])
    .execute()
  for (const before of ended) noteChange(tx, { table: 'access.role_grant', done: 'closed', count: 1, before })
  return ended.length
}

type AccountChange = Partial<{
  password_hash: string
  must_change_password: boolean
  language: string
  status: string
  display_name: string
}>

/** Changes the account; secrets are named in the log, never shown. */
export async function setAccount(tx: Tx, id: string, change: AccountChange): Promise<number> {
  const result = await tx.updateTable('access.account').set(change).where('id', '=', id).executeTakeFirst()
  const { password_hash, ...shown } = change
  noteChange(tx, {
    table: 'access.account',
    done: 'changed',
    count: 1,
    after: { id, ...shown, ...(password_hash ? { password: 'changed' } : {}) },
  })
  return Number(result.numUpdatedRows)
}

export async function actorOfAccount(db: Db, accountId: string): Promise<Actor | null> {
  const account = await findAccount(db, accountId)
  if (!account || account.status !== 'active') return null
  const grants = await grantsOf(db, [accountId])
  return {
    accountId: account.id,
    name: account.display_name,
    personId: account.person_id,
    mustChangePassword: account.must_change_password,
    grants: grants.map((grant) => ({ role: grant.role, unitId: grant.unit_id })),
  }
}
