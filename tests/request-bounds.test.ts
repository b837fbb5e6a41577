import { beforeAll, expect, test } from 'vitest'
import { listAccounts } from '#modules/access/account.contract.ts'
import { addAccount } from '#modules/access/account.sql.ts'
import { testApp, type TestApp } from './app.ts'
import { sessionOf } from './ask.ts'

let made: TestApp
beforeAll(async () => {
  made = await testApp({ role: 'administrator' })
})

const account = (username: string) =>
  made.write((tx) => addAccount(tx, { username, displayName: username, passwordHash: '', personId: null, mustChangePassword: false }))

test('whom the address of a request names, its body and its query cannot rename', async () => {
  const [named, other] = [await account('nguoi-duoc-neu'), await account('nguoi-khac')]
  const cookies = { kecan_session: await sessionOf(made, { role: 'administrator' }) }

  const payload = { accountId: other, role: 'inspector', unitId: null }
  const answer = await made.app.inject({ method: 'POST', url: `/api/accounts/${named}/grants?accountId=${other}`, cookies, payload })

  expect(answer.statusCode).toBe(200)
  const { accounts } = await made.call(listAccounts, {})
  const rolesOf = (id: string) => accounts.find((one) => one.id === id)?.grants.map(({ role }) => role)
  expect([rolesOf(named), rolesOf(other)]).toEqual([['inspector'], []])
})

test('a session takes sixty whole files a minute, and others go on', async () => {
  const [eager, other] = [await sessionOf(made, { role: 'official' }), await sessionOf(made, { role: 'official' })]
  const statusOf = async (session: string) =>
    (await made.app.inject({ url: '/api/import-templates/people', cookies: { kecan_session: session } })).statusCode

  const statuses: number[] = []
  for (let at = 0; at < 61; at++) statuses.push(await statusOf(eager))

  // Not permitted, which costs nothing, and counted all the same.
  expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 403))
  expect(statuses[60]).toBe(429)
  expect(await statusOf(other)).toBe(403)
})
