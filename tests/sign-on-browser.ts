import { expect } from 'vitest'
import { requestOf, type Operation } from '#lib/operation.ts'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { beginSignOn, completeSignOn } from '#modules/access/oidc.contract.ts'
import { hashPassword } from '#server/password.ts'
import { CallFailed, type Call, type TestApp } from './app.ts'
import type { TestProvider } from './sign-on.ts'

export type Browser = { cookies: Map<string, string>; call: Call }
let browsers = 0

/** Keeps cookies as a browser does; each stands on a machine of its own. */
export function newBrowser({ app }: TestApp, cookies = new Map<string, string>()): Browser {
  const remoteAddress = `10.0.0.${++browsers}`
  const call = async (op: Operation, input: Record<string, unknown>) => {
    const { url, body } = requestOf(op, input)
    const asked = { method: op.method, url, cookies: Object.fromEntries(cookies), remoteAddress }
    const answer = await app.inject({ ...asked, ...(body ? { payload: body } : {}) })
    for (const { name, value } of answer.cookies) cookies.set(name, value)
    if (answer.statusCode !== 200) throw new CallFailed(answer.statusCode, answer.json())
    return answer.json()
  }
  return { cookies, call: call as Call }
}

/** The whole way: begin, sign in at the provider, come back. */
export async function signOn(by: Browser, at: TestProvider, login: string, wish: { next?: string; purpose?: 'enter' | 'link' } = {}) {
  const { address } = await by.call(beginSignOn, wish)
  return by.call(completeSignOn, { answer: await at.signIn(address, login) })
}

type NewAccount = { username: string; password?: string | undefined; personId?: string | null }

/** Without a password of its own, it is one set by somebody else. */
export function makeAccount(of: TestApp, { username, password, personId = null }: NewAccount): Promise<string> {
  return of.write(async (tx) => {
    const passwordHash = password === undefined ? '' : await hashPassword(password)
    const account = { username, displayName: username, passwordHash, personId, mustChangePassword: password === undefined }
    const accountId = await addAccount(tx, account)
    await addGrant(tx, { accountId, role: 'leader', unitId: null })
    return accountId
  })
}

/** The first refusal's code, or the problem's. */
export async function refused(attempt: Promise<unknown>, code: string): Promise<void> {
  const thrown = await attempt.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof CallFailed)) throw thrown ?? new Error('It was not refused')
  expect(thrown.problem.refusals?.[0]?.code ?? thrown.problem.code).toBe(code)
}
