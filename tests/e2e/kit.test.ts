import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildKitPage } from '#tests/kit/build.ts'
import { expectNoErrors, expectNoViolations, openPage, screens, shoot } from '#tests/page.ts'
import { serveFolder } from '#tests/static-server.ts'

let site: Awaited<ReturnType<typeof serveFolder>>

beforeAll(async () => { site = await serveFolder(await buildKitPage()) }, 60_000)
afterAll(() => site.close())

const places = { review: '/', beside: '/?figure=TC', past: '/?day=2020-12-31', people: '/people', person: '/people/1', units: '/units?unit=tq', form: '/classes', states: '/states', lost: '/nowhere', signin: '/?signed-out' }

test.each(Object.entries(places))('%s has no accessibility violation at any size', async (name, path) => {
  const page = await openPage()
  await page.goto(site.url + path)
  await page.locator('h1').first().waitFor()

  for (const screen of ['office', 'tablet', 'phone'] as const) {
    await page.setViewportSize(screens[screen])
    await page.waitForTimeout(400)
    await shoot(page, name, screen)
    await expectNoViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name} scrolls sideways at ${screen}`).toBeLessThanOrEqual(0)
  }
  expectNoErrors(page)
  await page.context().close()
})
