import { beforeAll, expect, test } from 'vitest'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { makeAccount, newBrowser, refused, signOn, type Browser } from '#tests/sign-on-browser.ts'
import { settingsFor, startProvider, type TestProvider } from '#tests/sign-on.ts'
import { closeAccount } from './account.contract.ts'
import {
  beginSignOn,
  completeSignOn,
  endOwnSignOn,
  endSignOn,
  listSignOn,
  readOwnSignOn,
  readSignOn,
  setAccountEmail,
} from './oidc.contract.ts'
import type { OidcSettings } from './oidc-settings.ts'
import { closeSession, openSession, readSession } from './session.contract.ts'

let provider: TestProvider
let settings: OidcSettings
let app: TestApp
let administrator: Call
beforeAll(async () => {
  provider = await startProvider()
  settings = settingsFor(provider)
  app = await testApp({ signOn: settings })
  administrator = await app.as('administrator')
})

test('the sign-in page is told what the button is called', async () => {
  expect(await browser().call(readSignOn, {})).toEqual({ name: 'Cổng tỉnh' })
})

test('whoever proves a verified e-mail of an account enters it, and the account is linked', async () => {
  const accountId = await account('lan@yenson.example')
  await provider.tell({ people: { 'sub-lan': { email: 'Lan@YenSon.example', email_verified: true } } })
  const lan = browser()
  expect(await signOn(lan, provider, 'sub-lan', { next: '/people?day=2020-01-01' })).toEqual({
    purpose: 'enter',
    next: '/people?day=2020-01-01',
  })
  expect((await lan.call(readSession, {})).account?.username).toBe('lan@yenson.example')
  const { links } = await administrator(listSignOn, { accountId })
  expect(links).toMatchObject([{ subject: 'sub-lan', issuer: provider.issuer, claim: 'email', endedAt: null }])
  const entry = await lastEntry()
  expect(entry).toMatchObject({ operation: 'access.signOn.complete', account_id: accountId })
  expect(JSON.stringify(entry)).not.toMatch(/code=|state=|pending/)
})

test('afterwards the identity counts and not the e-mail', async () => {
  await account('hoa@yenson.example')
  await account('mai@yenson.example')
  await provider.tell({ people: { 'sub-hoa': { email: 'hoa@yenson.example', email_verified: true } } })
  await signOn(browser(), provider, 'sub-hoa')
  await provider.tell({ people: { 'sub-hoa': { email: 'mai@yenson.example', email_verified: false } } })
  const hoa = browser()
  await signOn(hoa, provider, 'sub-hoa')
  expect((await hoa.call(readSession, {})).account?.username).toBe('hoa@yenson.example')
})

test('an e-mail that was given to somebody else at the provider does not open the former owner’s account', async () => {
  await account('dung@yenson.example')
  await provider.tell({
    people: {
      first: { email: 'dung@yenson.example', email_verified: true },
      second: { email: 'dung@yenson.example', email_verified: true },
    },
  })
  await signOn(browser(), provider, 'first')
  await refused(signOn(browser(), provider, 'second'), 'sign-on-other')
})

test('an e-mail that the provider has not verified opens nothing', async () => {
  await account('tu@yenson.example')
  await provider.tell({
    people: { said: { email: 'tu@yenson.example', email_verified: false }, silent: { email: 'tu@yenson.example' }, none: {} },
  })
  await refused(signOn(browser(), provider, 'said'), 'sign-on-unverified')
  await refused(signOn(browser(), provider, 'silent'), 'sign-on-unverified')
  await refused(signOn(browser(), provider, 'none'), 'sign-on-no-claim')
  expect(await app.db.selectFrom('access.sign_on').select('id').where('claim_value', '=', 'tu@yenson.example').execute()).toEqual([])
})

test('an e-mail of no account, or of two, opens none; the log says who came', async () => {
  const one = await account('chung')
  const other = await account('chung2')
  for (const accountId of [one, other]) await administrator(setAccountEmail, { accountId, email: 'vanphong@yenson.example' })
  await provider.tell({
    people: {
      shared: { email: 'vanphong@yenson.example', email_verified: true },
      nobody: { email: 'khach@xa.example', email_verified: true },
    },
  })
  await refused(signOn(browser(), provider, 'shared'), 'sign-on-several')
  await refused(signOn(browser(), provider, 'nobody'), 'sign-on-no-account')
  expect(await lastEntry()).toMatchObject({ operation: 'access.signOn.complete', reason: 'sign-on-no-account: khach@xa.example' })
  await administrator(setAccountEmail, { accountId: other, email: '' })
  const chung = browser()
  await signOn(chung, provider, 'shared')
  expect((await chung.call(readSession, {})).account?.username).toBe('chung')
})

test('a closed account is entered neither by its e-mail nor by its link', async () => {
  const linkedId = await account('thu@yenson.example')
  const neverId = await account('nam@yenson.example')
  await provider.tell({
    people: { thu: { email: 'thu@yenson.example', email_verified: true }, nam: { email: 'nam@yenson.example', email_verified: true } },
  })
  await signOn(browser(), provider, 'thu')
  for (const accountId of [linkedId, neverId]) await administrator(closeAccount, { accountId, reason: 'Nghỉ hưu' })
  await refused(signOn(browser(), provider, 'thu'), 'sign-on-closed')
  await refused(signOn(browser(), provider, 'nam'), 'sign-on-closed')
})

test('an answer of the provider counts once, and only in the browser that asked', async () => {
  await account('binh@yenson.example')
  await provider.tell({ people: { binh: { email: 'binh@yenson.example', email_verified: true } } })
  const binh = browser()
  const answer = await provider.signIn((await binh.call(beginSignOn, {})).address, 'binh')
  await refused(browser().call(completeSignOn, { answer }), 'sign-on-unknown')
  const other = browser()
  await other.call(beginSignOn, {})
  await refused(other.call(completeSignOn, { answer }), 'sign-on-unknown')
  const kept = new Map(binh.cookies)
  await binh.call(completeSignOn, { answer })
  expect(binh.cookies.get('kecan_sign_on')).toBe('')
  await refused(browser(kept).call(completeSignOn, { answer }), 'sign-on-unknown')
  // The page cannot hand over a sealed sign-in of its own: only the cookie counts.
  await refused(browser().call(completeSignOn, { answer, pending: kept.get('kecan_sign_on') ?? '' }), 'sign-on-unknown')
})

test('of two answers at once to one sign-in, one counts', async () => {
  await account('doi@yenson.example')
  await provider.tell({ people: { doi: { email: 'doi@yenson.example', email_verified: true } } })
  const doi = browser()
  const answer = await provider.signIn((await doi.call(beginSignOn, {})).address, 'doi')
  const twice = [browser(new Map(doi.cookies)), browser(new Map(doi.cookies))].map((one) => one.call(completeSignOn, { answer }))
  const ends = (await Promise.allSettled(twice)).map(({ status }) => status)
  expect(ends.toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a token made for another sign-in, signed by another key or sent by another provider is not believed', async () => {
  await account('giang@yenson.example')
  await provider.tell({ people: { giang: { email: 'giang@yenson.example', email_verified: true } } })
  const giang = browser()
  const begun = new URL((await giang.call(beginSignOn, {})).address)
  begun.searchParams.set('nonce', 'of another sign-in')
  await refused(giang.call(completeSignOn, { answer: await provider.signIn(begun.href, 'giang') }), 'sign-on-not-believed')

  const { address } = await giang.call(beginSignOn, {})
  const answer = new URLSearchParams(await provider.signIn(address, 'giang'))
  answer.set('iss', 'https://another.example')
  await refused(giang.call(completeSignOn, { answer: `?${answer}` }), 'sign-on-not-believed')

  const strange = await startProvider()
  await strange.tell({ people: { giang: { email: 'giang@yenson.example', email_verified: true } }, signsByOtherKey: true })
  const deceived = await testApp({ signOn: { ...settings, issuer: strange.issuer } })
  await refused(signOn(newBrowser(deceived), strange, 'giang'), 'sign-on-not-believed')
  expect(await app.db.selectFrom('access.sign_on').select('id').where('subject', '=', 'giang').execute()).toEqual([])
})

test('a sign-in that takes longer than ten minutes begins anew', async () => {
  const late = browser()
  const { address } = await late.call(beginSignOn, {})
  const answer = await provider.signIn(address, 'binh')
  await app.setToday('2026-11-24')
  await refused(late.call(completeSignOn, { answer }), 'sign-on-expired')
})

test('whoever came by the provider signs out there, too, and whoever came by password does not', async () => {
  await account('sen@yenson.example', 'mat khau cua sen')
  await provider.tell({ people: { sen: { email: 'sen@yenson.example', email_verified: true } } })
  const sen = browser()
  await signOn(sen, provider, 'sen')
  const { continueAt } = await sen.call(closeSession, {})
  const leaving = new URL(continueAt ?? '')
  expect(leaving.href).toContain(`${provider.issuer}/session/end?`)
  expect(Object.fromEntries(leaving.searchParams)).toEqual({ client_id: 'kecan', post_logout_redirect_uri: 'http://127.0.0.1:8787/' })
  await sen.call(openSession, { username: 'sen@yenson.example', password: 'mat khau cua sen' })
  expect(await sen.call(closeSession, {})).toEqual({ isSignedOut: true, continueAt: null })
})

test('one address begins no more than thirty sign-ins a minute', async () => {
  const busy = browser()
  for (let begun = 0; begun < 30; begun++) await busy.call(beginSignOn, {})
  await refused(busy.call(beginSignOn, {}), 'too-many')
})

test('whoever gives up at the provider is told so', async () => {
  const unsure = browser()
  const { address } = await unsure.call(beginSignOn, {})
  await refused(unsure.call(completeSignOn, { answer: await provider.giveUp(address) }), 'sign-on-cancelled')
})

test('a link ended by the administrator ends its sessions and is not made again by the e-mail', async () => {
  const accountId = await account('yen@yenson.example')
  await provider.tell({ people: { yen: { email: 'yen@yenson.example', email_verified: true } } })
  const yen = browser()
  await signOn(yen, provider, 'yen')
  const [link] = (await administrator(listSignOn, { accountId })).links
  await administrator(endSignOn, { accountId, linkId: link?.id ?? '', reason: 'Mất điện thoại' })
  expect((await yen.call(readSession, {})).account).toBeNull()
  await refused(signOn(browser(), provider, 'yen'), 'sign-on-ended')
})

test('a person links an identity from within the account, and unlinks it', async () => {
  await account('khoa', 'mat khau cua khoa')
  await account('oanh@yenson.example')
  await provider.tell({
    people: { khoa: { email: 'khoa@rieng.example', email_verified: true }, oanh: { email: 'oanh@yenson.example', email_verified: true } },
  })
  const khoa = browser()
  await refused(khoa.call(beginSignOn, { purpose: 'link' }), 'not-signed-in')
  await khoa.call(openSession, { username: 'khoa', password: 'mat khau cua khoa' })
  // A colleague's identity would open the account to the colleague.
  await refused(signOn(khoa, provider, 'oanh', { purpose: 'link' }), 'sign-on-taken')
  expect(await signOn(khoa, provider, 'khoa', { purpose: 'link', next: '/account' })).toEqual({ purpose: 'link', next: '/account' })
  const again = browser()
  await signOn(again, provider, 'khoa')
  expect((await again.call(readSession, {})).account?.username).toBe('khoa')
  await app.setToday('2026-11-25')
  await refused(khoa.call(beginSignOn, { purpose: 'link' }), 'sign-on-stale')
  const [link] = (await khoa.call(readOwnSignOn, {})).links
  await khoa.call(endOwnSignOn, { linkId: link?.id ?? '' })
  expect((await again.call(readSession, {})).account).toBeNull()
  expect((await khoa.call(readSession, {})).account?.username).toBe('khoa')
  await refused(signOn(browser(), provider, 'khoa'), 'sign-on-ended')
})

test('what one person began to link is not completed in another’s session', async () => {
  await account('an1', 'mat khau cua an')
  await account('an2', 'mat khau cua an')
  await provider.tell({ people: { an: { email: 'an@rieng.example', email_verified: true } } })
  const shared = browser()
  await shared.call(openSession, { username: 'an1', password: 'mat khau cua an' })
  const { address } = await shared.call(beginSignOn, { purpose: 'link' })
  await shared.call(openSession, { username: 'an2', password: 'mat khau cua an' })
  await refused(shared.call(completeSignOn, { answer: await provider.signIn(address, 'an') }), 'sign-on-unknown')
})

test('when the provider is away the answer says so, and passwords work', async () => {
  const gone = await startProvider()
  const cut = await testApp({ signOn: { ...settings, issuer: gone.issuer } })
  const cold = await testApp({ signOn: { ...settings, issuer: gone.issuer } })
  await makeAccount(cold, { username: 'van', password: 'mat khau cua van' })
  const early = newBrowser(cut)
  const answer = await gone.signIn((await early.call(beginSignOn, {})).address, 'van')
  await gone.stop()
  await refused(early.call(completeSignOn, { answer }), 'sign-on-unreachable')
  const van = newBrowser(cold)
  await refused(van.call(beginSignOn, {}), 'sign-on-unreachable')
  await van.call(openSession, { username: 'van', password: 'mat khau cua van' })
  expect((await van.call(readSession, {})).account?.username).toBe('van')
})

test('a provider that does not know our secret, and a system without a provider, say so', async () => {
  const wrong = await testApp({ signOn: { ...settings, clientSecret: 'another secret' } })
  await refused(signOn(newBrowser(wrong), provider, 'binh'), 'sign-on-refused')
  const without = newBrowser(await testApp())
  expect(await without.call(readSignOn, {})).toEqual({ name: null })
  await refused(without.call(beginSignOn, {}), 'sign-on-off')
})

function browser(cookies?: Map<string, string>): Browser {
  return newBrowser(app, cookies)
}

function account(username: string, password?: string): Promise<string> {
  return makeAccount(app, { username, password })
}

function lastEntry() {
  return app.db.selectFrom('audit.entry').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()
}
