import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { makeSmallDistrict, type SmallDistrict } from '#modules/statistics/review.fixture.ts'
import { sessionCookie } from '#server/http.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { expectNoErrors, expectNoViolations, openPage, screens, shoot } from '#tests/page.ts'

let app: TestApp
let made: SmallDistrict
let address: string
beforeAll(async () => {
  app = await testApp({ today: '2026-11-23' })
  made = await makeSmallDistrict(app)
  await app.write(async (tx) => {
    await tx.insertInto('organisation.authority').values({ unit_id: made.unit.district, founded_at: new Date() }).execute()
  })
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  const place = app.app.server.address()
  address = `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`
})
afterAll(() => app.app.close())

const term = 'from=2015-01-01&to=2020-12-31'
const places = {
  home: '/',
  'home-attention': '/?attention=retiring-24',
  review: `/review?${term}`,
  'review-list': `/review?${term}&figure=sent.LLCT_TC`,
  'review-classes': `/review?${term}&figure=learners.LLCT`,
  'review-past': `/review?${term}&day=2018-12-31`,
}

test.each(Object.entries(places))('%s has no accessibility violation at any size', async (name, path) => {
  const page = await signedIn()
  await page.goto(address + path)
  await page.locator('.kc-bars, .kc-pyramid').first().waitFor()

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
  expectNoErrors(page)
  await page.context().close()
})

test('a number opens its list, a name the file, and the language changes in place', async () => {
  const page = await signedIn()
  await page.goto(`${address}/review?${term}`)
  await page.getByRole('link', { name: 'Trung cấp lý luận chính trị: 2' }).click()
  const list = page.getByRole('complementary', { name: /2 lượt người · Trung cấp lý luận chính trị/ })
  await list.getByRole('link', { name: 'Ma Đức Bình' }).waitFor()
  expect(await list.getByRole('row').count()).toBe(3)
  expect(new URL(page.url()).searchParams.get('figure')).toBe('sent.LLCT_TC')

  await page.getByRole('button', { name: /English|EN/ }).click()
  await page
    .getByRole('heading', { level: 1, name: /7 person-times sent to study, 2 secondments to communes in the term 2015–2020/ })
    .waitFor()
  await page.keyboard.press('Escape')
  await page.goto(`${address}/review?${term}&unit=${made.unit.merged}&day=2020-06-01`)
  await page.getByRole('heading', { name: 'The unit does not exist on this day' }).waitFor()
  await page.getByRole('button', { name: 'See 31/12/2018' }).click()
  await page.getByRole('heading', { level: 1, name: /^1 person-times sent to study/ }).waitFor()
  await page.context().close()
})

test('a past period is read on its last day, and on today when asked', async () => {
  const page = await signedIn()
  await page.goto(`${address}/review?${term}`)
  await page.getByText('ngày cuối thời kỳ').waitFor()
  await page.getByRole('button', { name: 'Xem theo hôm nay' }).click()
  await expect.poll(() => page.getByText('xem tại ngày 23/11/2026').count()).toBe(1)
  await page.context().close()
})

test('on paper stand the figures, the day and no menu', async () => {
  const page = await signedIn()
  await page.goto(`${address}/review?${term}`)
  await page.locator('.kc-bars').waitFor()
  await page.emulateMedia({ media: 'print' })
  await shoot(page, 'review-print')
  expect(await page.getByText('xem tại ngày 31/12/2020').isVisible()).toBe(true)
  expect(await page.getByText('Số liệu tại ngày 23/11/2026').isVisible()).toBe(false)
  expect(await page.getByRole('navigation', { name: 'Danh mục' }).count()).toBe(0)
  await page.context().close()
})

/** An officer of everything, signed in without the form. */
function officerToken(): Promise<string> {
  return app.write(async (tx) => {
    const accountId = await addAccount(tx, {
      username: randomUUID(),
      displayName: 'Cán bộ tổ chức',
      passwordHash: '',
      personId: null,
      mustChangePassword: false,
    })
    await addGrant(tx, { accountId, role: 'organisation_officer', unitId: null })
    return addSession(tx, { accountId, now: app.house.clock() })
  })
}

async function signedIn(): Promise<Page> {
  const page = await openPage()
  await page.context().addCookies([{ name: sessionCookie, value: await officerToken(), url: address }])
  return page
}
