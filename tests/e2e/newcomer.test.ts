import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { startJobs, type JobThread } from '#server/job-thread.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { expectNoErrors, openPage, shoot } from '#tests/page.ts'
import { demoPassword } from '../../src/demo/accounts.ts'

let app: TestApp
let jobs: JobThread
let address: string
beforeAll(async () => {
  app = await testApp({ withDemo: true })
  jobs = await startJobs(app, new URL('../../src/jobs.ts', import.meta.url))
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  const place = app.app.server.address()
  address = `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`
}, 120_000)
afterAll(() => jobs.stop())

test('a newcomer signs in, clicks 283, reads 283 names and opens a person and a paper', async () => {
  const page = await openPage()
  await signIn(page)
  await page.getByRole('link', { name: 'Tổng kết', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /^694 lượt cử đi học, 3 lượt/ }).waitFor()
  await page.getByRole('link', { name: 'Trung cấp lý luận chính trị: 283' }).click()
  const list = page.getByRole('complementary', { name: /283 lượt người/ })
  await list.getByRole('row').nth(1).waitFor()
  await shoot(page, 'newcomer-283')

  const more = list.getByRole('button', { name: 'Xem tiếp' })
  while (await more.count()) await more.click()
  expect(await list.getByRole('row').count()).toBe(283 + 1)

  await list.getByRole('row').nth(1).getByRole('link').first().click()
  await page.getByRole('tab', { name: /Đào tạo/ }).click()
  await page.getByRole('tabpanel').getByRole('link', { name: /QĐ/ }).first().click()
  await page.getByText(/Làm nên \d+ sự kiện/).waitFor()
  expectNoErrors(page)
  await page.context().close()
}, 90_000)

test('on 31/12/2018 the figures are those of that day, in English, too', async () => {
  const page = await openPage()
  await signIn(page)
  await page.goto(`${address}/review`)
  await page.getByRole('button', { name: /Xem tại ngày/ }).click()
  await page.getByRole('dialog').getByText('2018', { exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /^526 lượt cử đi học, 2 lượt/ }).waitFor()
  await page.getByRole('button', { name: /English/ }).click()
  await page.getByRole('heading', { level: 1, name: /^526 person-times sent to study, 2 secondments/ }).waitFor()
  await shoot(page, 'newcomer-2018-en')
  // The account remembers its language: it is put back for the next visitor.
  await page.getByRole('button', { name: /Tiếng Việt/ }).click()
  await page.getByRole('heading', { level: 1, name: /^526 lượt cử đi học/ }).waitFor()
  expectNoErrors(page)
  await page.context().close()
}, 90_000)

test('a list imported counts at once, and no more once it is undone', async () => {
  const page = await openPage()
  await signIn(page)
  const count = async () => {
    await page.goto(`${address}/people?day=2025-06-30`)
    const heading = await page.getByRole('heading', { level: 1, name: /đang công tác/ }).textContent()
    return Number(heading?.replaceAll('.', '').match(/\d+/)?.[0])
  }
  const before = await count()
  await page.goto(`${address}/imports`)
  await page.setInputFiles('input[type=file]', 'tests/data/trich-ngang-1.xlsx')
  await page.getByRole('heading', { level: 1, name: '27 dòng sẽ được ghi' }).waitFor({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Ghi danh sách' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi danh sách' }).click()
  await page.getByRole('heading', { level: 1, name: 'Đã ghi 27 dòng' }).waitFor({ timeout: 20_000 })
  const run = page.url()
  expect(await count()).toBe(before + 27)

  await page.goto(run)
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByRole('dialog').getByLabel('Lý do').fill('Nhập thử')
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByRole('heading', { level: 1, name: 'Lần nhập đã được hoàn tác' }).waitFor({ timeout: 20_000 })
  expect(await count()).toBe(before)
  expectNoErrors(page)
  await page.context().close()
}, 120_000)

async function signIn(page: Page): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Tên đăng nhập').fill('tochuc')
  await page.getByLabel('Mật khẩu').fill(demoPassword)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('link', { name: 'Tổng kết', exact: true }).waitFor()
}
