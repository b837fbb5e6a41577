import { beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { testApp, type TestApp } from '#tests/app.ts'
import { expectNoViolations, openPage, screens, shoot } from '#tests/page.ts'
import { makeAccount } from '#tests/sign-on-browser.ts'
import { freePort, settingsFor, startProvider, type TestProvider } from '#tests/sign-on.ts'

let provider: TestProvider
let app: TestApp
let address: string
beforeAll(async () => {
  const port = await freePort()
  // Another site than the provider's 127.0.0.1, so that a browser withholds and sends cookies as between two offices.
  address = `http://localhost:${port}`
  const redirectUri = `${address}/sign-on`
  provider = await startProvider({ redirectUri })
  app = await testApp({ signOn: settingsFor(provider, { redirectUri, name: 'Cổng dịch vụ Hà An' }) })
  await app.app.listen({ port, host: 'localhost' })
  await makeAccount(app, { username: 'lan@haan.example', password: 'mat khau cua lan' })
  await provider.tell({
    people: {
      lan: { email: 'lan@haan.example', email_verified: true },
      khach: { email: 'khach@haan.example', email_verified: true },
      khoa: { email: 'khoa@rieng.example', email_verified: true },
    },
  })
}, 60_000)

test('an officer signs in at the provider, is at the page asked for, stays signed in after a reload, and signs out at both', async () => {
  const page = await openPage()
  const errors: string[] = []
  // The provider's own pages are not ours to mend.
  page.on('console', (message) => {
    if (message.type() === 'error' && message.location().url.startsWith(address)) errors.push(message.text())
  })
  await page.goto(`${address}/account?day=2020-01-01`)
  await page.getByRole('button', { name: 'Đăng nhập bằng Cổng dịch vụ Hà An' }).waitFor()
  await shoot(page, 'sign-on', 'phone')
  await page.setViewportSize(screens.office)
  await shoot(page, 'sign-on')
  await expectNoViolations(page)
  await signInAtProvider(page, 'lan')
  await page.getByRole('button', { name: /lan@haan.example/ }).waitFor()
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/account?day=2020-01-01')

  const cookies = await page.context().cookies(address)
  expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
    { name: 'kecan_session', httpOnly: true, sameSite: 'Strict' },
  ])
  await page.reload()
  await page.getByRole('button', { name: /lan@haan.example/ }).waitFor()
  await page.getByRole('button', { name: /lan@haan.example/ }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await page.getByRole('button', { name: 'Yes, sign me out' }).click()
  await page.getByLabel('Tên đăng nhập').waitFor()
  // The answer of the provider is not left in the history for the next person at this desk.
  await page.goBack().catch(() => undefined)
  expect(page.url()).not.toContain('code=')
  expect(errors).toEqual([])
  await page.context().close()
})

test('whoever has no account here, or gives up at the provider, reads why and can begin again', async () => {
  const page = await openPage()
  await page.goto(address)
  await signInAtProvider(page, 'khach')
  await page.getByRole('alert').getByText('Bạn chưa có tài khoản ở đây').waitFor()
  await expectNoViolations(page)
  await shoot(page, 'sign-on-refused')
  await page.context().clearCookies({ domain: '127.0.0.1' })
  await page.getByRole('button', { name: /Đăng nhập bằng Cổng/ }).click()
  await page.getByRole('link', { name: /Cancel/ }).click()
  await page.getByRole('alert').getByText('Bạn đã dừng đăng nhập').waitFor()

  // A link with somebody else’s answer signs nobody in.
  await page.goto(`${address}/sign-on?code=strange&state=strange`)
  await page.getByRole('alert').getByText('không bắt đầu ở trình duyệt này').waitFor()
  await page.context().close()
})

test('an officer links and unlinks the own account', async () => {
  await makeAccount(app, { username: 'khoa', password: 'mat khau cua khoa' })
  const page = await openPage()
  await page.goto(`${address}/account`)
  await page.getByLabel('Tên đăng nhập').fill('khoa')
  await page.getByLabel('Mật khẩu').fill('mat khau cua khoa')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByRole('button', { name: 'Liên kết với Cổng dịch vụ Hà An' }).click()
  await fillIn(page, 'khoa')
  const card = page.getByRole('region', { name: 'Đăng nhập một lần' })
  await card.getByText('khoa@rieng.example').waitFor()
  expect(new URL(page.url()).pathname).toBe('/account')
  await expectNoViolations(page)
  await card.getByRole('button', { name: 'Gỡ liên kết' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gỡ liên kết' }).click()
  await card.getByRole('button', { name: /Liên kết với/ }).waitFor()
  await page.context().close()
})

test('when the provider is away the page says so and the password opens the account', async () => {
  const page = await openPage()
  const gone = await startProvider({ redirectUri: `${address}/sign-on` })
  const port = await freePort()
  const cut = await testApp({ signOn: settingsFor(gone) })
  await gone.stop()
  await cut.app.listen({ port, host: 'localhost' })
  await makeAccount(cut, { username: 'van', password: 'mat khau cua van' })
  await page.goto(`http://localhost:${port}`)
  await page.getByRole('button', { name: /Đăng nhập bằng Cổng/ }).click()
  await page.getByText('Chưa liên hệ được với nơi cấp tài khoản chung').waitFor()
  await page.getByLabel('Tên đăng nhập').fill('van')
  await page.getByLabel('Mật khẩu').fill('mat khau cua van')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByRole('button', { name: /van/ }).first().waitFor()
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['kecan_session'])
  await page.context().close()
})

async function signInAtProvider(page: Page, login: string): Promise<void> {
  await page.getByRole('button', { name: /Đăng nhập bằng Cổng/ }).click()
  await fillIn(page, login)
}

/** The provider's own form. */
async function fillIn(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
}
