import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { sessionCookie } from '#server/http.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { expectNoErrors, expectNoViolations, openPage, screens, shoot } from '#tests/page.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'

let app: TestApp
let address: string
let personId: string
let otherId: string

beforeAll(async () => {
  app = await testApp()
  const { north } = await makeDistrict(app)
  const sensitive = { unitId: north, ethnicity: '02', phone: '0912 000 111' }
  ;[personId = '', otherId = ''] = await makeOfficials(app, [
    { ...sensitive, fullName: 'Ma Văn Đức' },
    { ...sensitive, fullName: 'Hà Thị Nụ' },
  ])
  address = await app.app.listen({ port: 0, host: '127.0.0.1' })
})

async function pageOf(role: string, options: Parameters<typeof openPage>[0] = {}, ofPerson: string | null = null): Promise<Page> {
  const now = app.house.clock()
  const token = await app.write(async (tx) => {
    const accountId = await addAccount(tx, {
      username: `${role}-e2e`,
      displayName: role === 'official' ? 'Ma Văn Đức' : 'Trần Thị Hoa',
      passwordHash: '',
      personId: ofPerson,
      mustChangePassword: false,
    })
    await addGrant(tx, { accountId, role, unitId: null })
    return addSession(tx, { accountId, now })
  })
  const page = await openPage(options)
  await page.context().addCookies([{ name: sessionCookie, value: token, url: address }])
  return page
}

test('an officer says once what for, and the person reads it on a phone', async () => {
  const page = await pageOf('organisation_officer')
  await page.goto(`${address}/people/${personId}?tab=profile`)
  await page.getByText('Thông tin nhạy cảm đang ẩn').waitFor()
  expect(await page.getByText('0912 000 111').count()).toBe(0)

  await page.getByRole('button', { name: 'Xem thông tin nhạy cảm…' }).click()
  await page.getByLabel('Mục đích').selectOption({ label: 'Rà soát quy hoạch' })
  await page.getByLabel('Căn cứ, nội dung công việc').fill('Công văn 12-CV/HU')
  await shoot(page, 'purpose-asked')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Xem', exact: true }).click()

  await page.getByText('0912 000 111').waitFor()
  await page.getByText('Mục đích: Rà soát quy hoạch · Công văn 12-CV/HU').waitFor()
  await shoot(page, 'purpose-given')
  await expectNoViolations(page)
  await page.goto(`${address}/people/${otherId}?tab=profile`)
  await page.getByText('0912 000 111').waitFor()
  await page.getByRole('button', { name: 'Thôi xem' }).click()
  await page.getByText('Thông tin nhạy cảm đang ẩn').waitFor()
  expect(await page.getByText('0912 000 111').count()).toBe(0)
  expectNoErrors(page)

  const own = await pageOf('official', { viewport: screens.phone }, personId)
  await own.goto(`${address}/people/${personId}?tab=looks`)
  await own.getByRole('heading', { name: /^Ai đã xem hồ sơ của tôi/ }).waitFor()
  await own.getByText('Trần Thị Hoa · Cán bộ tổ chức').first().waitFor()
  await own.getByText('Rà soát quy hoạch · Công văn 12-CV/HU').waitFor()
  await shoot(own, 'looks-own', 'phone')
  await expectNoViolations(own)
  expectNoErrors(own)
})
