import { beforeAll, expect, test } from 'vitest'
import { closeIdentities, recordIdentities } from '#modules/people/identity.sql.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { makeAccount, newBrowser, refused, signOn } from '#tests/sign-on-browser.ts'
import { settingsFor, startProvider, type TestProvider } from '#tests/sign-on.ts'
import { hashPassword } from '#server/password.ts'
import { listAccounts } from './account.contract.ts'
import { addAccount } from './account.sql.ts'
import { beginSignOn } from './oidc.contract.ts'
import { setPolicy } from './policy.contract.ts'
import { beginSecondFactor, confirmSecondFactor } from './second-factor.sql.ts'
import { confirmSession, openSession, readSession } from './session.contract.ts'

let provider: TestProvider
let app: TestApp
let numbered: TestApp
beforeAll(async () => {
  provider = await startProvider()
  app = await testApp({ role: 'administrator', signOn: settingsFor(provider) })
  numbered = await testApp({ signOn: settingsFor(provider, { claim: 'employee_number', match: 'official' }) })
})

test('the claim can be the official’s number of the person behind the account', async () => {
  const { north } = await makeDistrict(numbered)
  const [minh = '', quy = ''] = await makeOfficials(numbered, [{ unitId: north }, { unitId: north, birth: '1991-01-01' }])
  const number = (personId: string, of: string) => ({ personId, kind: 'official' as const, number: of, from: '2015-01-01' })
  const [ofMinh = ''] = await numbered.write((tx) => recordIdentities(tx, [number(minh, 'TQ-0107'), number(quy, 'TQ-0108')]))
  await makeAccount(numbered, { username: 'minh', personId: minh })
  for (const username of ['quy', 'quy.doanthe']) await makeAccount(numbered, { username, personId: quy })
  await provider.tell({
    people: { minh: { employee_number: 'TQ-0107' }, quy: { employee_number: 'TQ-0108' }, la: { employee_number: 'TQ-0999' } },
  })
  const own = newBrowser(numbered)
  await signOn(own, provider, 'minh')
  expect((await own.call(readSession, {})).account).toMatchObject({ username: 'minh', personId: minh })
  // One person, two accounts: nobody is let in by guess.
  await refused(signOn(newBrowser(numbered), provider, 'quy'), 'sign-on-several')
  await refused(signOn(newBrowser(numbered), provider, 'la'), 'sign-on-no-account')
  await numbered.write((tx) => closeIdentities(tx, [ofMinh], 'corrected'))
  await signOn(newBrowser(numbered), provider, 'minh')
})

test('a provider that tells all in its token, and takes the secret otherwise, does as well', async () => {
  const other = await startProvider({ isOtherKind: true })
  const there = await testApp({ signOn: settingsFor(other) })
  await makeAccount(there, { username: 'la@yenson.example' })
  await other.tell({ people: { la: { email: 'la@yenson.example', email_verified: true } } })
  const own = newBrowser(there)
  await signOn(own, other, 'la')
  expect((await own.call(readSession, {})).account?.username).toBe('la@yenson.example')
})

test('whoever comes by the provider need not change a password that somebody else has set', async () => {
  await makeAccount(app, { username: 'moi@yenson.example' })
  await provider.tell({ people: { moi: { email: 'moi@yenson.example', email_verified: true } } })
  const own = newBrowser(app)
  await signOn(own, provider, 'moi')
  expect((await own.call(readSession, {})).account?.mustChangePassword).toBe(false)
})

test('whoever knows a first password cannot link an identity before it is changed', async () => {
  await app.write(async (tx) => {
    const passwordHash = await hashPassword('mat khau lan dau')
    await addAccount(tx, { username: 'chua.doi', displayName: 'Chưa đổi', passwordHash, personId: null, mustChangePassword: true })
  })
  const own = newBrowser(app)
  await own.call(openSession, { username: 'chua.doi', password: 'mat khau lan dau' })
  await refused(own.call(beginSignOn, { purpose: 'link' }), 'password-change-needed')
})

test('the account’s own second factor is asked for, unless the provider says that it has asked for one', async () => {
  const accountId = await makeAccount(app, { username: 'ky@yenson.example' })
  await app.write(async (tx) => {
    await beginSecondFactor(tx, accountId, 'JBSWY3DPEHPK3PXP')
    await confirmSecondFactor(tx, accountId)
  })
  const ky = { email: 'ky@yenson.example', email_verified: true }
  await provider.tell({ people: { ky } })
  const weak = newBrowser(app)
  await signOn(weak, provider, 'ky')
  expect(await weak.call(readSession, {})).toMatchObject({ awaitsCode: true, account: null })
  await refused(weak.call(listAccounts, {}), 'not-signed-in')
  await refused(weak.call(confirmSession, { code: '000000' }), 'code-wrong')

  await provider.tell({ people: { ky: { ...ky, login: { amr: ['pwd', 'otp', 'mfa'] } } } })
  const strong = newBrowser(app)
  await signOn(strong, provider, 'ky')
  expect(await strong.call(readSession, {})).toMatchObject({ awaitsCode: false, account: { username: 'ky@yenson.example' } })
})

test('where a role asks for a second factor, the provider’s counts', async () => {
  await app.call(setPolicy, { idleMinutes: 720, wholeDays: 14, secondFactorRoles: ['leader'] })
  await makeAccount(app, { username: 'hai@yenson.example' })
  const hai = { email: 'hai@yenson.example', email_verified: true }
  await provider.tell({ people: { hai } })
  const weak = newBrowser(app)
  await signOn(weak, provider, 'hai')
  expect((await weak.call(readSession, {})).account?.mustEnrol).toBe(true)
  await provider.tell({ people: { hai: { ...hai, login: { amr: ['mfa'] } } } })
  const strong = newBrowser(app)
  await signOn(strong, provider, 'hai')
  expect((await strong.call(readSession, {})).account?.mustEnrol).toBe(false)
})
