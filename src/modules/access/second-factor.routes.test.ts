import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { hashPassword } from '#server/password.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { listAccounts, resetSecondFactor } from './account.contract.ts'
import { addAccount, addGrant } from './account.sql.ts'
import { listSessions } from './open-sessions.contract.ts'
import { readPolicy, setPolicy } from './policy.contract.ts'

const password = 'đúng mật khẩu này'
const noon = new Date('2026-11-23T05:00:00Z').getTime()
const codeAt = (secret: string, seconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: noon + seconds * 1000 })

type Browser = {
  send: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
  ) => Promise<{ status: number; body: ReturnType<JSON['parse']> }>
  signIn: () => ReturnType<Browser['send']>
  token: () => string
}

/** One browser: what it is given as a cookie it sends again. */
function browser({ app }: TestApp): Browser {
  let token = ''
  const send: Browser['send'] = async (method, url, payload) => {
    const answer = await app.inject({
      method,
      url,
      ...(token ? { cookies: { kecan_session: token } } : {}),
      ...(method === 'GET' ? {} : { payload: payload ?? {} }),
    })
    token = answer.cookies[0]?.value ?? token
    return { status: answer.statusCode, body: answer.json() }
  }
  return { send, signIn: () => send('POST', '/api/session', { username: 'tochuc', password }), token: () => token }
}

async function appWithAccount() {
  const made = await testApp({ role: 'administrator' })
  const passwordHash = await hashPassword(password)
  const accountId = await made.write(async (tx) => {
    const id = await addAccount(tx, { username: 'tochuc', displayName: 'Cán bộ', passwordHash, personId: null, mustChangePassword: false })
    await addGrant(tx, { accountId: id, role: 'administrator', unitId: null })
    return id
  })
  return { ...made, accountId }
}

async function enrolled(made: TestApp) {
  const own = browser(made)
  await own.signIn()
  const { secret } = (await own.send('POST', '/api/account/second-factor', {})).body
  const { recoveryCodes } = (await own.send('PUT', '/api/account/second-factor', { code: codeAt(secret, -30) })).body
  return { own, secret: secret as string, recoveryCodes: recoveryCodes as string[] }
}

test('with a second factor the password alone opens nothing; the code does, under another token', async () => {
  const made = await appWithAccount()
  const { secret } = await enrolled(made)
  const other = browser(made)

  const half = await other.signIn()
  const halfToken = other.token()
  expect(half.body).toMatchObject({ account: null, awaitsCode: true })
  expect((await other.send('GET', '/api/accounts')).status).toBe(401)
  expect((await other.send('GET', '/api/account/sessions')).status).toBe(401)
  expect((await other.send('GET', '/api/session')).body).toMatchObject({ account: null, awaitsCode: true, firstRun: false })

  const whole = await other.send('POST', '/api/session/code', { code: codeAt(secret) })

  expect(whole.body).toMatchObject({ account: { username: 'tochuc' }, awaitsCode: false })
  expect(other.token()).not.toBe(halfToken)
  expect((await other.send('GET', '/api/accounts')).status).toBe(200)
  const stale = await made.app.inject({ method: 'GET', url: '/api/session', cookies: { kecan_session: halfToken } })
  expect(stale.json()).toMatchObject({ account: null, awaitsCode: false })
})

test('a code counts once, and wrong ones must wait', async () => {
  const made = await appWithAccount()
  const { secret } = await enrolled(made)
  const [one, other] = [browser(made), browser(made)]
  await one.signIn()
  await other.signIn()
  expect((await one.send('POST', '/api/session/code', { code: codeAt(secret) })).status).toBe(200)

  const answers: unknown[] = []
  for (let guess = 1; guess <= 5; guess++)
    answers.push((await other.send('POST', '/api/session/code', { code: codeAt(secret) })).body.refusals[0])

  const wrong = { code: 'code-wrong' }
  expect(answers).toEqual([wrong, wrong, wrong, { code: 'code-wrong', seconds: 5 }, { code: 'sign-in-wait', seconds: 5 }])
})

test('a recovery code opens once, and nobody needs the app for it', async () => {
  const made = await appWithAccount()
  const { recoveryCodes } = await enrolled(made)
  expect(new Set(recoveryCodes).size).toBe(10)
  const other = browser(made)
  await other.signIn()
  const code = recoveryCodes[3]?.toUpperCase()
  expect((await other.send('POST', '/api/session/code', { code })).body).toMatchObject({ account: { username: 'tochuc' } })
  expect((await other.send('GET', '/api/account/second-factor')).body).toMatchObject({ recoveryCodesLeft: 9 })

  await other.signIn()
  expect((await other.send('POST', '/api/session/code', { code })).body.refusals).toEqual([{ code: 'code-wrong' }])
})

test('the second step is open for ten minutes, and without the first step not at all', async () => {
  const made = await appWithAccount()
  const { secret } = await enrolled(made)
  const stranger = browser(made)
  expect((await stranger.send('POST', '/api/session/code', { code: codeAt(secret) })).body.refusals).toEqual([{ code: 'sign-in-again' }])
  await stranger.signIn()
  const { expires_at } = await made.db
    .selectFrom('access.session')
    .select('expires_at')
    .where('awaits_code', '=', true)
    .executeTakeFirstOrThrow()
  expect(expires_at.getTime() - noon).toBe(600_000)
})

test('a wrong code sets nothing up, and setting up ends the sessions opened by the password alone', async () => {
  const made = await appWithAccount()
  const [one, other] = [browser(made), browser(made)]
  await one.signIn()
  await other.signIn()
  expect((await one.send('PUT', '/api/account/second-factor', { code: '123456' })).body.refusals).toEqual([
    { code: 'second-factor-not-begun' },
  ])
  const { secret, address } = (await one.send('POST', '/api/account/second-factor', {})).body
  expect(address).toContain(secret)
  const wrong = codeAt(secret) === '123456' ? '654321' : '123456'
  expect((await one.send('PUT', '/api/account/second-factor', { code: wrong })).body.refusals).toEqual([{ code: 'code-wrong' }])
  expect((await other.send('GET', '/api/account/second-factor')).body).toMatchObject({ since: null })

  expect((await one.send('PUT', '/api/account/second-factor', { code: codeAt(secret) })).status).toBe(200)

  expect((await one.send('GET', '/api/account/second-factor')).body).toMatchObject({ since: new Date(noon).toISOString() })
  expect((await other.send('GET', '/api/account/second-factor')).status).toBe(401)
})

test('setting it up asks for the password when the sign-in is long ago; turning it off always asks for both', async () => {
  const made = await appWithAccount()
  const { own, secret } = await enrolled(made)
  const remove = (given: object) => own.send('DELETE', '/api/account/second-factor', given)
  expect((await remove({ password: 'không phải', code: codeAt(secret) })).body.refusals).toEqual([{ code: 'password-wrong' }])
  expect((await remove({ password, code: codeAt(secret, -30) })).body.refusals).toEqual([{ code: 'code-wrong' }])
  expect((await remove({ password, code: codeAt(secret) })).status).toBe(200)

  await made.setToday('2026-11-24')
  expect((await own.send('GET', '/api/account/second-factor')).body).toMatchObject({ since: null, asksPassword: true })
  expect((await own.send('POST', '/api/account/second-factor', {})).body.refusals).toEqual([{ code: 'password-wrong' }])
  expect((await own.send('POST', '/api/account/second-factor', { password })).status).toBe(200)
})

test('whoever must have a second factor sets it up before anything else, and cannot turn it off', async () => {
  const made = await appWithAccount()
  const own = browser(made)
  await own.signIn()
  const rules = { idleMinutes: 60, wholeDays: 7, secondFactorRoles: ['administrator' as const] }
  await made.call(setPolicy, rules)

  expect((await own.send('GET', '/api/session')).body.account).toMatchObject({ mustEnrol: true })
  expect((await own.send('GET', '/api/accounts')).body.refusals).toEqual([{ code: 'second-factor-needed' }])
  const { secret } = (await own.send('POST', '/api/account/second-factor', {})).body
  await own.send('PUT', '/api/account/second-factor', { code: codeAt(secret, -30) })

  expect((await own.send('GET', '/api/accounts')).status).toBe(200)
  expect((await own.send('DELETE', '/api/account/second-factor', { password, code: codeAt(secret) })).body.refusals).toEqual([
    { code: 'second-factor-required' },
  ])
  expect((await own.send('GET', '/api/sign-in-rules')).body).toEqual({ ...rules, maySet: true })
})

test('rules have bounds, and hold for sessions already open', async () => {
  const made = await appWithAccount()
  const rules = { idleMinutes: 60, wholeDays: 2, secondFactorRoles: [] }
  await expect(made.call(setPolicy, { ...rules, idleMinutes: 5 })).rejects.toMatchObject({ status: 400 })
  await expect(made.call(setPolicy, { ...rules, wholeDays: 15 })).rejects.toMatchObject({ status: 400 })
  const own = browser(made)
  await own.signIn()
  await made.call(setPolicy, rules)
  const { expires_at } = await made.db
    .selectFrom('access.session')
    .select('expires_at')
    .where('account_id', '=', made.accountId)
    .executeTakeFirstOrThrow()
  expect(expires_at.getTime() - noon).toBe(2 * 86_400_000)
  await made.db
    .updateTable('access.session')
    .set({ seen_at: new Date(noon - 61 * 60_000) })
    .where('account_id', '=', made.accountId)
    .execute()
  expect((await own.send('GET', '/api/accounts')).status).toBe(401)
})

test('rules of the whole installation are set by whoever administers the whole', async () => {
  const made = await appWithAccount()
  const unitId = '0192f000-0000-7000-8000-000000000001'
  await made.write((tx) => tx.insertInto('organisation.unit').values({ id: unitId }).execute())
  const local = await made.as('administrator', unitId)
  expect(await local(readPolicy, {})).toMatchObject({ maySet: false })
  await expect(local(setPolicy, { idleMinutes: 60, wholeDays: 2, secondFactorRoles: [] })).rejects.toMatchObject({ status: 403 })
})

test('an administrator resets a lost second factor with a reason; the account is signed out everywhere', async () => {
  const made = await appWithAccount()
  const { own } = await enrolled(made)
  const shown = async () => (await made.call(listAccounts, {})).accounts.find(({ id }) => id === made.accountId)
  expect(await shown()).toMatchObject({ hasSecondFactor: true })

  await made.call(resetSecondFactor, { accountId: made.accountId, reason: 'Mất điện thoại' })

  expect(await shown()).toMatchObject({ hasSecondFactor: false })
  expect((await own.send('GET', '/api/account/sessions')).status).toBe(401)
  expect((await own.signIn()).body).toMatchObject({ account: { username: 'tochuc' }, awaitsCode: false })
  await expect(made.call(resetSecondFactor, { accountId: made.accountId, reason: 'Lần nữa' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'second-factor-off' }] },
  })
})

test('neither the secret nor a code stands in the database in clear, and none in the audit log', async () => {
  const made = await appWithAccount()
  const { secret, recoveryCodes, own } = await enrolled(made)
  await own.signIn()
  const code = codeAt(secret)
  await own.send('POST', '/api/session/code', { code })
  const factors = await made.db.selectFrom('access.second_factor').selectAll().execute()
  const kept = JSON.stringify([
    await made.db.selectFrom('audit.entry').selectAll().execute(),
    await made.db.selectFrom('access.session').selectAll().execute(),
    factors.map((factor) => factor.secret.toString('latin1')),
    factors.map((factor) => factor.secret.includes(Buffer.from(Secret.fromBase32(secret).bytes))),
  ])
  expect(factors).toHaveLength(1)
  for (const hidden of [secret, `"${code}"`, password, own.token(), ...recoveryCodes.flatMap((one) => [one, one.replaceAll('-', '')])])
    expect(kept).not.toContain(hidden)
})

test('one sees where one is signed in, knows this one from the others, and ends them', async () => {
  const made = await appWithAccount()
  const [here, there] = [browser(made), browser(made)]
  await here.signIn()
  await made.app.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress: '10.0.0.7',
    headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/146.0.0.0 Safari/537.36' },
    payload: { username: 'tochuc', password },
  })
  await there.signIn()
  const { sessions } = (await here.send('GET', '/api/account/sessions')).body
  expect(sessions).toHaveLength(3)
  expect(sessions.filter(({ isPresent }: { isPresent: boolean }) => isPresent)).toHaveLength(1)
  const far = sessions.find(({ address }: { address: string }) => address === '10.0.0.7')
  expect(far).toMatchObject({ browser: 'Chrome', system: 'Windows', isPresent: false, openedAt: new Date(noon).toISOString() })

  expect((await here.send('DELETE', `/api/account/sessions/${far.id}`)).status).toBe(200)
  expect((await here.send('DELETE', `/api/account/sessions/${far.id}`)).status).toBe(404)
  expect((await here.send('DELETE', '/api/account/sessions')).status).toBe(200)

  expect((await there.send('GET', '/api/account/sessions')).status).toBe(401)
  expect((await here.send('GET', '/api/account/sessions')).body.sessions).toHaveLength(1)
})

test('nobody ends another’s session by its number; an administrator of the account does', async () => {
  const made = await appWithAccount()
  const own = browser(made)
  await own.signIn()
  const colleague = await made.as('inspector')
  expect((await colleague(listSessions, {})).sessions).toHaveLength(1)
  const id = (await own.send('GET', '/api/account/sessions')).body.sessions[0].id
  const administrator = browser(made)
  await administrator.signIn()
  const path = `/api/accounts/${made.accountId}/sessions`
  expect((await administrator.send('GET', path)).body.sessions).toHaveLength(2)
  expect((await administrator.send('DELETE', path, { sessionId: id })).status).toBe(200)
  expect((await own.send('GET', '/api/account/sessions')).status).toBe(401)
})
