import { expect, test } from 'vitest'
import { hashPassword } from '#server/password.ts'
import { testApp } from '#tests/app.ts'
import { listAccounts } from './account.contract.ts'
import { addAccount } from './account.sql.ts'
import { openSession, readSession } from './session.contract.ts'

async function appWithAccount() {
  const made = await testApp()
  const passwordHash = await hashPassword('đúng mật khẩu này')
  await made.write((tx) =>
    addAccount(tx, { username: 'tochuc', displayName: 'Cán bộ tổ chức', passwordHash, personId: null, mustChangePassword: false }),
  )
  return made
}

test('who gives the right password gets a session whose cookie no script can read', async () => {
  const { app } = await appWithAccount()

  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { username: 'TOCHUC', password: 'đúng mật khẩu này' } })

  expect(answer.statusCode).toBe(200)
  expect(answer.json().account.displayName).toBe('Cán bộ tổ chức')
  expect(answer.json()).not.toHaveProperty('setToken')
  const cookie = answer.cookies[0]
  expect(cookie).toMatchObject({ name: 'kecan_session', httpOnly: true, sameSite: 'Strict' })
  const again = await app.inject({ method: 'GET', url: '/api/session', cookies: { kecan_session: cookie?.value ?? '' } })
  expect(again.json().account.username).toBe('tochuc')
})

test('a wrong password and an unknown name get the same answer, and eight wrong ones lock the account for a while', async () => {
  const { call, setToday } = await appWithAccount()

  const wrong = (username: string) => call(openSession, { username, password: 'sai mật khẩu' })
  await expect(wrong('khongco')).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'sign-in-failed' }] } })
  for (let i = 0; i < 8; i++) await expect(wrong('tochuc')).rejects.toMatchObject({ problem: { refusals: [{ code: 'sign-in-failed' }] } })

  const right = () => call(openSession, { username: 'tochuc', password: 'đúng mật khẩu này' })
  await expect(right()).rejects.toMatchObject({ problem: { refusals: [{ code: 'account-locked' }] } })
  await setToday('2026-11-24')
  expect((await right()).account?.username).toBe('tochuc')
})

test('no password reaches the audit log', async () => {
  const { call, db } = await appWithAccount()
  await call(openSession, { username: 'tochuc', password: 'đúng mật khẩu này' })
  const entries = await db.selectFrom('audit.entry').select('input').where('operation', '=', 'access.session.open').execute()
  expect(entries.map((entry) => entry.input)).toEqual([{ username: 'tochuc' }])
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

test('a changed password ends every other session of the account', async () => {
  const { app } = await appWithAccount()
  const signIn = async () =>
    (await app.inject({ method: 'POST', url: '/api/session', payload: { username: 'tochuc', password: 'đúng mật khẩu này' } })).cookies[0]
      ?.value ?? ''
  const [here, elsewhere] = [await signIn(), await signIn()]

  const changed = await app.inject({
    method: 'PUT',
    url: '/api/session/password',
    cookies: { kecan_session: here },
    payload: { current: 'đúng mật khẩu này', next: 'một mật khẩu khác' },
  })
  expect(changed.statusCode).toBe(200)

  const nameIn = async (token: string) =>
    (await app.inject({ method: 'GET', url: '/api/session', cookies: { kecan_session: token } })).json().account?.username
  expect(await nameIn(here)).toBe('tochuc')
  expect(await nameIn(elsewhere)).toBeUndefined()
})
