import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { importOffice, knownNow, peopleList, sample, type Office } from '#modules/imports/imports.fixture.ts'
import { sessionCookie } from '#server/http.ts'
import { startJobs, type JobThread } from '#server/job-thread.ts'
import { expectNoErrors, expectNoViolations, openPage, screens, shoot } from '#tests/page.ts'

let office: Office
let jobs: JobThread
let address: string
let token: string
beforeAll(async () => {
  office = await importOffice()
  await office.write(async (tx) => {
    await tx.insertInto('organisation.authority').values({ unit_id: office.units.district, founded_at: new Date() }).execute()
  })
  token = await office.write(async (tx) => {
    const accountId = await addAccount(tx, {
      username: 'tochuc',
      displayName: 'Nông Thị Tổ',
      passwordHash: '',
      personId: null,
      mustChangePassword: false,
    })
    await addGrant(tx, { accountId, role: 'organisation_officer', unitId: null })
    return addSession(tx, { accountId, now: office.house.clock() })
  })
  jobs = await startJobs(office, new URL('../../src/jobs.ts', import.meta.url))
  await office.app.listen({ port: 0, host: '127.0.0.1' })
  const place = office.app.server.address()
  address = `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`
})
afterAll(() => jobs.stop())

test('an officer uploads a list, looks at it, applies it and undoes it', async () => {
  const before = await knownNow(office)
  const page = await signedIn()
  await page.goto(`${address}/imports`)
  await upload(page, 'trich-ngang-1.xlsx', sample('trich-ngang-1.xlsx'))

  await page.getByRole('heading', { level: 1, name: '27 dòng sẽ được ghi' }).waitFor({ timeout: 20_000 })
  await lookAt(page, 'import-preview')
  await page.getByRole('tab', { name: 'Các cột' }).click()
  await page.getByRole('combobox', { name: 'Cột K là' }).waitFor()
  await lookAt(page, 'import-columns')
  await page.getByRole('button', { name: 'Ghi danh sách' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi danh sách' }).click()
  await page.getByRole('heading', { level: 1, name: 'Đã ghi 27 dòng' }).waitFor({ timeout: 20_000 })

  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByRole('dialog').getByLabel('Lý do').fill('Nhập nhầm')
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByRole('heading', { level: 1, name: 'Lần nhập đã được hoàn tác' }).waitFor({ timeout: 20_000 })
  expect(await knownNow(office)).toEqual(before)
  expectNoErrors(page)
  await page.context().close()
}, 90_000)

test('a wrong cell is corrected in place, reached by the key N', async () => {
  const page = await signedIn()
  await page.goto(`${address}/imports`)
  await upload(page, 'trich-ngang-loi.xlsx', sample('trich-ngang-loi.xlsx'))
  await page.getByRole('heading', { level: 1, name: '3 dòng cần xem trước khi ghi' }).waitFor({ timeout: 20_000 })

  await page.keyboard.press('n')
  await page.getByRole('alert').filter({ hasText: '8.08501E+11' }).first().waitFor()
  await lookAt(page, 'import-refused')
  await page.getByLabel('Giá trị đúng (E11)').fill('008069101554')
  await page.getByRole('button', { name: 'Sửa và đọc lại' }).click()
  await page.getByRole('heading', { level: 1, name: '2 dòng cần xem trước khi ghi' }).waitFor({ timeout: 20_000 })
  expectNoErrors(page)
  await page.context().close()
}, 90_000)

test('a possible duplicate is decided side by side, in English, too', async () => {
  const person = (post: string) => [['1', 'Ma Văn Dũng', '3/4/1980', '', 'Tày', 'Tiến Bộ, Yên Sơn', post, 'xã Tứ Quận', 'ĐH Luật', '']]
  await office.apply((await office.preview('people', await peopleList(person('Văn phòng - Thống kê')))).id)
  const run = await office.preview('people', await peopleList(person('Chủ tịch UBND xã')))
  const page = await signedIn()
  await page.goto(`${address}/imports/${run.id}?row=1`)

  await page.getByRole('button', { name: 'Là người này' }).waitFor()
  await lookAt(page, 'import-duplicate')
  await page.getByRole('button', { name: 'Là người này' }).click()
  await page.getByRole('heading', { level: 1, name: '1 dòng sẽ được ghi' }).waitFor()
  await page
    .getByRole('button', { name: /EN|English/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: '1 rows will be applied' }).waitFor()
  await lookAt(page, 'import-english')
  expectNoErrors(page)
  await page.context().close()
}, 90_000)

test('the list of imports stands at every size', async () => {
  const page = await signedIn()
  await page.goto(`${address}/imports`)
  await page
    .getByRole('link', { name: /\.xlsx/ })
    .first()
    .waitFor()
  await lookAt(page, 'imports')
  expectNoErrors(page)
  await page.context().close()
}, 60_000)

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, buffer, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}

async function lookAt(page: Page, name: string): Promise<void> {
  for (const screen of ['office', 'tablet', 'phone'] as const) {
    await page.setViewportSize(screens[screen])
    await page.waitForTimeout(300)
    await shoot(page, name, screen)
    await expectNoViolations(page)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      `${name} scrolls sideways at ${screen}`,
    ).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize(screens.office)
  await page.waitForTimeout(300)
}

async function signedIn(): Promise<Page> {
  const page = await openPage()
  await page.context().addCookies([{ name: sessionCookie, value: token, url: address }])
  return page
}
