import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { setPolicy } from '#modules/access/policy.contract.ts'
import { changePassword } from '#modules/access/session.contract.ts'
import { hashPassword } from '#server/password.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { expectNoViolations, openPage, shoot } from '#tests/page.ts'

const password = 'cá rô leo cau ngày mưa'
let app: TestApp
let address: string

beforeAll(async () => {
  app = await testApp({ role: 'administrator' })
  const passwordHash = await hashPassword(password)
  await app.write(async (tx) => {
    for (const username of ['quantri', 'thanhtra']) {
      const id = await addAccount(tx, {
        username,
        displayName: `Người ${username}`,
        passwordHash,
        personId: null,
        mustChangePassword: false,
      })
      await addGrant(tx, { accountId: id, role: username === 'quantri' ? 'administrator' : 'inspector', unitId: null })
    }
  })
  address = await app.app.listen({ port: 0, host: '127.0.0.1' })
})

const codeOf = (secret: string, seconds: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.house.clock().getTime() + seconds * 1000 })

async function signIn(page: Page, username: string, given = password) {
  await page.goto(`${address}/account`)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(given)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** Scans the QR picture as the phone would, confirms, and returns the secret and the recovery codes. */
async function enrol(page: Page) {
  await page.getByRole('link', { name: /^Mã QR/ }).waitFor()
  const secret = (await page.getByRole('list', { name: /Nhập khóa này/ }).innerText()).replaceAll(/\s/g, '')
  await page.getByLabel('Mã 6 số').fill(codeOf(secret, -30))
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  const list = page.getByRole('list', { name: 'Lưu 10 mã dự phòng' })
  await list.waitFor()
  return { secret, codes: await list.getByRole('listitem').allInnerTexts() }
}

test('one turns the second factor on, signs in with a code, and with a recovery code when the phone is away', async () => {
  const page = await openPage()
  await signIn(page, 'quantri', 'sai mật khẩu')
  await page.getByText('Tên đăng nhập hoặc mật khẩu không đúng.').waitFor()
  await signIn(page, 'quantri')
  await page.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' }).waitFor()
  await page.getByText('phiên này').waitFor()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
  const { secret, codes } = await enrol(page)
  expect(codes).toHaveLength(10)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Tôi đã lưu mã' }).click()
  await page.getByText('Còn 10 mã dự phòng').waitFor()
  await shoot(page, 'my-account')
  await shoot(page, 'my-account', 'phone')

  await page.context().clearCookies()
  await signIn(page, 'quantri')
  await page.getByLabel('Mã 6 số').waitFor()
  await expectNoViolations(page)
  await page.reload()
  await page.getByLabel('Mã 6 số').fill(codeOf(secret, 0))
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await page.getByText('Còn 10 mã dự phòng').waitFor()

  await page.context().clearCookies()
  await signIn(page, 'quantri')
  await page.getByRole('button', { name: /Dùng mã dự phòng/ }).click()
  await page.getByLabel('Mã dự phòng').fill(codes[0] ?? '')
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await page.getByText('Còn 9 mã dự phòng').waitFor()
  await page.context().close()
})

test('a role that asks for a second factor leads to setting it up, and then to work', async () => {
  await app.call(setPolicy, { idleMinutes: 60, wholeDays: 7, secondFactorRoles: ['inspector'] })
  const page = await openPage({ viewport: { width: 390, height: 844 } })
  await signIn(page, 'thanhtra')
  await page.getByRole('heading', { level: 1, name: 'Bật xác thực hai lớp' }).waitFor()
  await page.getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
  expect((await enrol(page)).codes).toHaveLength(10)
  await shoot(page, 'enrol', 'phone')
  await page.getByRole('button', { name: 'Tôi đã lưu mã' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto(`${address}/account`)
  await page.getByText('Còn 10 mã dự phòng').waitFor()
  await page.context().close()
})

test('a password that is easily guessed is refused at its field before it is sent', async () => {
  await app.call(setPolicy, { idleMinutes: 60, wholeDays: 7, secondFactorRoles: [] })
  const page = await openPage()
  await app.db.deleteFrom('access.second_factor').execute()
  await signIn(page, 'thanhtra')
  await page.getByLabel('Mật khẩu hiện tại').fill(password)
  await page.getByLabel('Mật khẩu mới').fill('thanhtra2026')
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await page
    .getByRole('alert')
    .getByText(/chỉ gồm tên người, tên đơn vị và số/)
    .waitFor()
  await page.getByLabel('Mật khẩu mới').fill('mưa rào phố núi chiều')
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await page.getByText('Đã đổi mật khẩu').waitFor()
  const changes = await app.db.selectFrom('audit.entry').select('id').where('operation', '=', changePassword.id).execute()
  expect(changes).toHaveLength(1)
  await page.context().close()
})
