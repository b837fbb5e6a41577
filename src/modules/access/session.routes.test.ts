import { expect, test } from 'vitest'
import { hashPassword } from '#server/password.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { listAccounts } from './account.contract.ts'
import { addAccount } from './account.sql.ts'
import { openSession, readSession } from './session.contract.ts'

const password = 'đúng mật khẩu này'

async function appWithAccount(): Promise<TestApp & { accountId: string }> {
  const made = await testApp()
  const passwordHash = await hashPassword(password)
  const accountId = await made.write((tx) =>
    addAccount(tx, { username: 'tochuc', displayName: 'Cán bộ tổ chức', passwordHash, personId: null, mustChangePassword: false }),
  )
  return { ...made, accountId }
}

function signIn({ app }: TestApp, given: { username?: string; password?: string } = {}) {
  return app.inject({ method: 'POST', url: '/api/session', payload: { username: 'tochuc', password, ...given } })
}

test('who gives the right password gets a session whose cookie no script can read', async () => {
  const { app } = await appWithAccount()

  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { username: 'TOCHUC', password } })

  expect(answer.statusCode).toBe(200)
  expect(answer.json().account.displayName).toBe('Cán bộ tổ chức')
  expect(answer.json()).not.toHaveProperty('setToken')
  const cookie = answer.cookies[0]
  expect(cookie).toMatchObject({ name: 'kecan_session', httpOnly: true, sameSite: 'Strict' })
  const again = await app.inject({ method: 'GET', url: '/api/session', cookies: { kecan_session: cookie?.value ?? '' } })
  expect(again.json().account.username).toBe('tochuc')
})

test('a wrong password and an unknown name get the same answers, and after many both must wait', async () => {
  const made = await appWithAccount()
  const answers = async (username: string) => {
    const seen: unknown[] = []
    for (let guess = 1; guess <= 5; guess++) {
      const answer = await signIn(made, { username, password: 'sai mật khẩu' })
      seen.push([answer.statusCode, answer.json().refusals, answer.headers['retry-after']])
    }
    return seen
  }

  const ofAccount = await answers('tochuc')

  const wrong = [409, [{ code: 'sign-in-failed' }], undefined]
  expect(ofAccount.slice(0, 3)).toEqual([wrong, wrong, wrong])
  expect(ofAccount.slice(3)).toEqual([
    [409, [{ code: 'sign-in-failed', seconds: 5 }], '5'],
    [409, [{ code: 'sign-in-wait', seconds: 5 }], '5'],
  ])
  expect(await answers('khongco')).toEqual(ofAccount)
})

test('even the right password has to wait its turn, and is good when the wait is over', async () => {
  const made = await appWithAccount()
  for (let guess = 1; guess <= 4; guess++) await signIn(made, { password: 'sai mật khẩu' })
  expect((await signIn(made)).json().refusals).toEqual([{ code: 'sign-in-wait', seconds: 5 }])

  await made.setToday('2026-11-24')

  expect((await signIn(made)).statusCode).toBe(200)
})

test('a refused sign-in that has to wait leaves no trace, one that failed leaves one', async () => {
  const made = await appWithAccount()
  for (let guess = 1; guess <= 6; guess++) await signIn(made, { password: 'sai mật khẩu' })
  const entries = await made.db
    .selectFrom('audit.entry')
    .select(['reason', 'subject_id', 'changes'])
    .where('operation', '=', openSession.id)
    .execute()
  const changes = [{ table: 'access.attempt', done: 'recorded', count: 1, after: { address: '127.0.0.1' } }]
  expect(entries).toEqual(Array.from({ length: 4 }, () => ({ reason: 'sign-in-failed', subject_id: made.accountId, changes })))
})

test('guesses at a name from many places lock it for strangers, and leave it open where its owner works', async () => {
  const made = await appWithAccount()
  const from = (remoteAddress: string, given: string) =>
    made.app.inject({ method: 'POST', url: '/api/session', remoteAddress, payload: { username: 'tochuc', password: given } })
  expect((await from('10.0.0.7', password)).statusCode).toBe(200)

  for (const neighbour of ['203.0.113.1', '203.0.113.2']) await from(neighbour, 'sai mật khẩu')
  await made.db.updateTable('access.attempt').set({ failures: 40 }).where('kind', '=', 'name').where('failures', '=', 2).execute()

  expect((await from('198.51.100.1', password)).json().refusals).toEqual([{ code: 'sign-in-wait', seconds: 900 }])
  expect((await from('10.0.0.7', password)).statusCode).toBe(200)
})

test('whoever tries many names from one address has to wait for every name', async () => {
  const made = await appWithAccount()
  const from = (remoteAddress: string, username: string, given: string) =>
    made.app.inject({ method: 'POST', url: '/api/session', remoteAddress, payload: { username, password: given } })
  for (const name of ['mot', 'hai']) await from('203.0.113.9', name, 'sai mật khẩu')
  await made.db.updateTable('access.attempt').set({ failures: 30 }).where('kind', '=', 'address').where('failures', '=', 2).execute()

  expect((await from('203.0.113.9', 'tochuc', password)).json().refusals).toEqual([{ code: 'sign-in-wait', seconds: 900 }])
  expect((await from('203.0.113.10', 'tochuc', password)).statusCode).toBe(200)
})

test('neither the password nor what was typed as a name reaches the audit log or the list of guesses', async () => {
  const made = await appWithAccount()
  await signIn(made)
  await signIn(made, { username: 'bi-mat-go-nham', password: 'sai mật khẩu' })
  const kept = JSON.stringify([
    await made.db.selectFrom('audit.entry').selectAll().execute(),
    await made.db.selectFrom('access.attempt').selectAll().execute(),
    await made.db.selectFrom('access.session').selectAll().execute(),
  ])
  for (const secret of ['đúng mật khẩu', 'sai mật khẩu', 'bi-mat-go-nham']) expect(kept).not.toContain(secret)
})

test('without a session nothing but the session itself is answered', async () => {
  const { app, call } = await testApp()
  expect((await app.inject({ method: 'GET', url: '/api/accounts' })).statusCode).toBe(401)
  await expect(call(listAccounts, {})).rejects.toMatchObject({ status: 403 })
  expect((await call(readSession, {})).account?.permissions).toContain('people.write')
})

test('a page of another site cannot write with our cookie', async () => {
  const { app } = await appWithAccount()
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { origin: 'http://elsewhere.example' },
    payload: { username: 'tochuc', password: 'x' },
  })
  expect(answer.statusCode).toBe(403)
})

test('a changed password ends every other session of the account and gives this one a new token', async () => {
  const made = await appWithAccount()
  const token = async () => (await signIn(made)).cookies[0]?.value ?? ''
  const [here, elsewhere] = [await token(), await token()]
  const change = (current: string, next: string) =>
    made.app.inject({ method: 'PUT', url: '/api/session/password', cookies: { kecan_session: here }, payload: { current, next } })

  expect((await change(password, 'matkhau123456')).json().refusals).toEqual([{ code: 'password-too-common' }])
  expect((await change('không phải', 'một mật khẩu khác')).json().refusals).toEqual([{ code: 'password-wrong' }])
  const changed = await change(password, 'một mật khẩu khác')

  expect(changed.statusCode).toBe(200)
  const nameIn = async (cookie: string) =>
    (await made.app.inject({ method: 'GET', url: '/api/session', cookies: { kecan_session: cookie } })).json().account?.username
  expect(await nameIn(changed.cookies[0]?.value ?? '')).toBe('tochuc')
  expect(await nameIn(here)).toBeUndefined()
  expect(await nameIn(elsewhere)).toBeUndefined()
})

test('whoever signs in anew in the same browser leaves no former session behind', async () => {
  const made = await appWithAccount()
  const first = (await signIn(made)).cookies[0]?.value ?? ''
  await made.app.inject({
    method: 'POST',
    url: '/api/session',
    cookies: { kecan_session: first },
    payload: { username: 'tochuc', password },
  })
  const left = await made.db.selectFrom('access.session').select('id').where('account_id', '=', made.accountId).execute()
  expect(left).toHaveLength(1)
})
