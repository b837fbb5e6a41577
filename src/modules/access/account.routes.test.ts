import { expect, test } from 'vitest'
import { noteChange } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { hashPassword } from '#server/password.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { closeAccount, createAccount, endGrant, grantRole, listAccounts, resetPassword, unlockAccount } from './account.contract.ts'
import { addAccount } from './account.sql.ts'
import { permissions, permissionsOf, roles, rolesWith } from './roles.ts'

async function unit({ write }: TestApp): Promise<string> {
  const id = newId()
  await write((tx) => tx.insertInto('organisation.unit').values({ id }).execute())
  return id
}

const clerk = { username: 'vanthu', displayName: 'Văn thư', password: 'mật khẩu đủ dài' }

test('nobody gives a role beyond the own scope', async () => {
  const app = await testApp()
  const [mine, other] = [await unit(app), await unit(app)]
  await app.write((tx) =>
    tx
      .insertInto('organisation.closure')
      .values({ ancestor_id: mine, descendant_id: mine, depth: 0, held: '[2010-01-01,)', recorded: '[2010-01-01,)' })
      .execute(),
  )
  await app.write((tx) =>
    tx
      .insertInto('organisation.unit_version')
      .values({
        unit_id: mine,
        kind: 'commune',
        name_vi: 'Xã A',
        name_en: 'A',
        search: 'xa a',
        held: '[2010-01-01,)',
        recorded: '[2010-01-01,)',
        entry_id: newId(),
      })
      .execute(),
  )
  await app.write(async (tx) => noteChange(tx, { table: 'organisation.closure', done: 'changed', count: 1 }))
  const local = await app.as('administrator', mine)

  await local(createAccount, { ...clerk, grants: [{ role: 'unit_clerk', unitId: mine }] })
  await expect(local(createAccount, { ...clerk, username: 'khac', grants: [{ role: 'unit_clerk', unitId: other }] })).rejects.toMatchObject(
    { status: 404 },
  )
  await expect(local(createAccount, { ...clerk, username: 'tatca', grants: [{ role: 'inspector', unitId: null }] })).rejects.toMatchObject({
    status: 404,
  })

  const { accounts } = await local(listAccounts, {})
  expect(accounts.map(({ username }) => username)).toContain('vanthu')
  expect(accounts.every(({ grants }) => grants.every(({ unitId }) => unitId === mine))).toBe(true)
})

test('an account made by the administrator must change its password before it does anything else', async () => {
  const app = await testApp({ role: 'administrator' })
  await app.call(createAccount, { ...clerk, grants: [{ role: 'administrator', unitId: null }] })
  const signedIn = await app.app.inject({ method: 'POST', url: '/api/session', payload: { username: 'vanthu', password: clerk.password } })
  const cookies = { kecan_session: signedIn.cookies[0]?.value ?? '' }

  const refused = await app.app.inject({ method: 'GET', url: '/api/accounts', cookies })
  expect(refused.json().refusals).toEqual([{ code: 'password-change-needed' }])

  const changed = await app.app.inject({
    method: 'PUT',
    url: '/api/session/password',
    cookies,
    payload: { current: clerk.password, next: 'mật khẩu của riêng tôi' },
  })
  const renewed = { kecan_session: changed.cookies[0]?.value ?? '' }
  expect((await app.app.inject({ method: 'GET', url: '/api/accounts', cookies: renewed })).statusCode).toBe(200)
})

test('a closed account is signed out at once and stays out', async () => {
  const app = await testApp({ role: 'administrator' })
  const passwordHash = await hashPassword(clerk.password)
  const accountId = await app.write((tx) =>
    addAccount(tx, { username: 'vanthu', displayName: 'Văn thư', passwordHash, personId: null, mustChangePassword: false }),
  )
  const open = () => app.app.inject({ method: 'POST', url: '/api/session', payload: { username: 'vanthu', password: clerk.password } })
  const cookies = { kecan_session: (await open()).cookies[0]?.value ?? '' }

  await app.call(closeAccount, { accountId, reason: 'Nghỉ việc' })

  expect((await app.app.inject({ method: 'GET', url: '/api/session', cookies })).json().account).toBeNull()
  expect((await open()).statusCode).toBe(409)
})

test('one does not end one’s own administration, nor is one name used twice', async () => {
  const app = await testApp({ role: 'administrator' })
  const own = (await app.call(listAccounts, {})).accounts[0]
  const grantId = own?.grants[0]?.id ?? ''
  await expect(app.call(endGrant, { accountId: own?.id ?? '', grantId })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'own-administration' }] },
  })

  await app.call(createAccount, { ...clerk, grants: [] })
  await expect(app.call(createAccount, { ...clerk, username: 'VanThu', grants: [] })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'account-name-taken' }] },
  })
})

test('a role is granted once on a unit', async () => {
  const app = await testApp({ role: 'administrator' })
  const { id: accountId } = await app.call(createAccount, { ...clerk, grants: [{ role: 'inspector', unitId: null }] })
  await expect(app.call(grantRole, { accountId, role: 'inspector', unitId: null })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'role-granted-once' }] },
  })
})

test('a first password that everybody would guess is refused', async () => {
  const app = await testApp({ role: 'administrator' })
  await expect(app.call(createAccount, { ...clerk, password: 'vanthu@2026!!', grants: [] })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'password-has-name' }] },
  })
  const { id: accountId } = await app.call(createAccount, { ...clerk, grants: [] })
  await expect(app.call(resetPassword, { accountId, password: 'matkhau123456' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'password-too-common' }] },
  })
})

test('an administrator sees who is locked and since which guesses, and unlocks with a reason that is kept', async () => {
  const app = await testApp({ role: 'administrator' })
  const { id: accountId } = await app.call(createAccount, { ...clerk, grants: [] })
  const guess = (password: string) => app.app.inject({ method: 'POST', url: '/api/session', payload: { username: 'vanthu', password } })
  for (let wrong = 1; wrong <= 4; wrong++) await guess('sai mật khẩu')
  expect((await guess(clerk.password)).statusCode).toBe(409)
  const lock = async () => (await app.call(listAccounts, {})).accounts.find(({ id }) => id === accountId)?.lock
  expect(await lock()).toEqual({ until: '2026-11-23T05:00:05.000Z', isEverywhere: false })

  await app.call(unlockAccount, { accountId, reason: 'Đã gọi điện xác nhận' })

  expect(await lock()).toBeNull()
  expect((await guess(clerk.password)).statusCode).toBe(200)
  const entry = await app.db.selectFrom('audit.entry').select('reason').where('operation', '=', unlockAccount.id).executeTakeFirstOrThrow()
  expect(entry.reason).toBe('Đã gọi điện xác nhận')
  await expect(app.call(unlockAccount, { accountId, reason: 'Lần nữa' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'account-not-locked' }] },
  })
})

test('every permission is given by some role, and the public has none', () => {
  expect(permissions.filter((permission) => rolesWith(permission).length === 0)).toEqual([])
  expect(permissionsOf(['public'])).toEqual([])
  expect(rolesWith('toString')).toEqual([])
  expect(roles.filter((role) => role !== 'public' && permissionsOf([role]).length === 0)).toEqual([])
})
