import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { buildApp } from '#app'
import { hashPassword } from '#server/password.ts'
import { write } from '#server/write.ts'
import { testApp } from '#tests/app.ts'
import { addAccount } from './account.sql.ts'

const password = 'đúng mật khẩu này'

async function appWithAccount() {
  const made = await testApp()
  const passwordHash = await hashPassword(password)
  await write(made.house, { operation: 'tests.make' }, (tx) =>
    addAccount(tx, { username: 'tochuc', displayName: 'Cán bộ', passwordHash, personId: null, mustChangePassword: false }),
  )
  return made
}

test('ten guesses at the same moment count as ten: four are answered, the others must wait', async () => {
  const { app } = await appWithAccount()
  const guess = () => app.inject({ method: 'POST', url: '/api/session', payload: { username: 'tochuc', password: 'sai mật khẩu' } })
  const answers = await Promise.all(Array.from({ length: 10 }, guess))
  const codes = answers.map((answer) => answer.json().refusals[0].code).toSorted()
  expect(codes).toEqual([...Array.from({ length: 4 }, () => 'sign-in-failed'), ...Array.from({ length: 6 }, () => 'sign-in-wait')])
})

test('neither password nor secret, code or token stands in the server’s log, however much it says', async () => {
  const { db, house } = await appWithAccount()
  const lines: string[] = []
  const app = await buildApp({ db, clock: house.clock, log: { level: 'info', stream: { write: (line) => lines.push(line) } } })
  const send = async (method: 'POST' | 'PUT', url: string, token: string, payload: object) => {
    const answer = await app.inject({ method, url, cookies: { kecan_session: token }, payload })
    return { body: answer.json(), token: answer.cookies[0]?.value ?? token }
  }
  await send('POST', '/api/session', '', { username: 'tochuc', password: 'sai mật khẩu' })
  const { token } = await send('POST', '/api/session', '', { username: 'tochuc', password })
  const { secret } = (await send('POST', '/api/account/second-factor', token, {})).body
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.clock().getTime() })
  const confirmed = await send('PUT', '/api/account/second-factor', token, { code })
  await app.close()

  const log = lines.join('\n')
  expect(log).toContain('access.secondFactor.confirm')
  expect(confirmed.body.recoveryCodes).toHaveLength(10)
  for (const hidden of [password, 'sai mật khẩu', secret, `"${code}"`, token, confirmed.token, ...confirmed.body.recoveryCodes])
    expect(log).not.toContain(hidden)
})
