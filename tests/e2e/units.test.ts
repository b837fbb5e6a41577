import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { yenSonReorganisations } from '../../src/demo/yen-son-reorganisations.ts'
import { communeId, district, yenSonStart } from '../../src/demo/yen-son-units.ts'
import { demoUnitId } from '../../src/demo/unit-id.ts'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { applyReorganisation } from '#modules/organisation/reorganisation.contract.ts'
import { unitTree } from '#modules/organisation/unit.contract.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import { recordAssignments } from '#modules/people/assignment.sql.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { sessionCookie } from '#server/http.ts'
import { buildApp } from '#app'
import { testApp, type TestApp } from '#tests/app.ts'
import { newDatabase } from '#tests/database.ts'
import { expectNoErrors, expectNoViolations, openPage, screens, shoot } from '#tests/page.ts'

let app: TestApp
let address: string

beforeAll(async () => {
  app = await testApp({ today: '2026-11-23' })
  await app.write(async (tx) => {
    await syncTitles(tx)
    await addUnits(tx, yenSonStart())
    await tx.insertInto('organisation.authority').values({ unit_id: district, founded_at: new Date() }).execute()
    const people = Array.from({ length: 40 }, (_, at) => ({
      fullName: `Ma Văn ${'ABCDEGHKLM'[at % 10]}`,
      sex: at % 3 === 0 ? ('female' as const) : ('male' as const),
      birth: `${1960 + at}-05-02`,
    }))
    const ids = await addPeople(tx, people)
    await recordAssignments(
      tx,
      ids.map((personId, at) => ({
        personId,
        kind: 'main',
        unitId: communeId(at % 2 === 0 ? 'Tứ Quận' : 'Thái Bình'),
        ...(at < 4 ? { titleCode: ['X_DU_BT', 'X_DU_BT', 'X_UBND_CT', 'X_UBND_CT'][at] ?? null } : {}),
        titleText: at < 2 ? 'Bí thư Đảng ủy' : at < 4 ? 'Chủ tịch UBND' : 'Công chức',
        from: '2015-01-01',
      })),
    )
  })
  for (const spec of yenSonReorganisations().slice(0, 2)) await app.call(applyReorganisation, spec)
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  const place = app.app.server.address()
  address = `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`
})
afterAll(() => app.app.close())

const places = {
  units: '/units?day=2018-12-31',
  'units-found': '/units?q=tu+quan',
  unit: `/units/${communeId('Tứ Quận')}?day=2018-12-31`,
  'unit-history': `/units/${communeId('Thắng Quân')}?day=2022-01-01`,
  reorganisations: '/reorganisations',
  'unit-merged': `/units/${demoUnitId('Phường Đội Cấn', '2020')}`,
  reorganise: '/reorganisations/new',
}

async function signedIn(): Promise<Page> {
  const page = await openPage()
  const token = await app.write(async (tx) => {
    const accountId = await addAccount(tx, {
      username: `reader${Math.random()}`,
      displayName: 'Cán bộ tổ chức',
      passwordHash: '',
      personId: null,
      mustChangePassword: false,
    })
    await addGrant(tx, { accountId, role: 'organisation_officer', unitId: null })
    return addSession(tx, { accountId, now: new Date('2026-11-23T05:00:00Z') })
  })
  await page.context().addCookies([{ name: sessionCookie, value: token, url: address }])
  return page
}

test.each(Object.entries(places))('%s has no accessibility violation and does not scroll sideways at any size', async (name, path) => {
  const page = await signedIn()
  await page.goto(address + path)
  await page.locator('h1').first().waitFor()
  await page.locator('.kc-tree-item, .kc-table, table, .kc-form').first().waitFor()

  for (const screen of ['office', 'tablet', 'phone'] as const) {
    await page.setViewportSize(screens[screen])
    await page.waitForTimeout(300)
    await shoot(page, name, screen)
    await expectNoViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name} at ${screen}`).toBeLessThanOrEqual(0)
  }
  expectNoErrors(page)
  await page.context().close()
})

test('by keyboard alone the tree is walked to a commune, and a bar of its pyramid opens the people of that age', async () => {
  const page = await signedIn()
  await page.goto(`${address}/units?day=2018-12-31`)
  const tree = page.getByRole('tree', { name: 'Đơn vị' })
  await tree.getByRole('treeitem', { name: /^Xã Tứ Quận/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Xã Tứ Quận: 20 / }).waitFor()

  await page.locator('.kc-pyramid a').first().click()

  await page.waitForURL(/\/people\?.*ageFrom=/)
  expect(page.url()).toContain('day=2018-12-31')
  expectNoErrors(page)
  await page.context().close()
})

test('two communes are merged by the page: nothing is written before the dry run was read, and it can be reversed', async () => {
  const page = await signedIn()
  await page.goto(`${address}/reorganisations/new`)
  await page.getByLabel(/^Có hiệu lực từ ngày/).fill('01/01/2026')
  await page.getByLabel(/^Tên gọi tiếng Việt/).fill('Nhập Tứ Quận vào Lang Quán')
  await page.getByLabel(/^Tên gọi tiếng Anh/).fill('Tứ Quận joins Lang Quán')
  await page.getByRole('button', { name: 'Thêm một việc' }).click()
  await page.getByRole('menuitem', { name: /^Sáp nhập/ }).click()
  const pick = async (label: RegExp, text: string) => {
    await page.getByRole('combobox', { name: label }).fill(text)
    await page.getByRole('option', { name: new RegExp(`^Xã ${text}`) }).click()
  }
  await pick(/^Các đơn vị/, 'Tứ Quận')
  await pick(/^Đơn vị đã có/, 'Lang Quán')
  const tree = async () => (await app.call(unitTree, { on: '2026-01-01' })).units
  const before = await tree()
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByRole('heading', { name: 'Tác động của phương án' }).waitFor()
  await page.getByRole('heading', { name: 'Tác động của phương án' }).scrollIntoViewIfNeeded()
  await shoot(page, 'reorganise-effect', 'paper')
  await page.setViewportSize(screens.office)
  await expectNoViolations(page)

  expect(await tree()).toEqual(before)
  await page.getByRole('button', { name: 'Thực hiện' }).click()
  await page.getByRole('link', { name: 'Xem các lần sắp xếp' }).click()
  await page.waitForURL(/\/reorganisations$/)
  const heading = page.getByRole('heading', { name: /Nhập Tứ Quận vào Lang Quán/ })
  await heading.waitFor()
  expect((await tree()).some((unit) => unit.vi === 'Xã Tứ Quận')).toBe(false)

  await page.getByRole('button', { name: 'Hủy sắp xếp' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Lý do/).fill('Thử')
  await dialog.getByRole('button', { name: 'Hủy sắp xếp' }).click()
  await page.getByText(/^đã hủy lúc/).waitFor()
  expect(await tree()).toEqual(before)
  await page.context().close()
})

test('the first visitor of an empty installation types the units, founds the authority and is at home', async () => {
  const { db } = await newDatabase()
  const empty = await buildApp({ db })
  await empty.listen({ port: 0, host: '127.0.0.1' })
  const place = empty.server.address()
  const page = await openPage()
  await page.goto(`http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}/people`)
  await page.waitForURL(/\/first-run$/)
  await page.getByLabel(/^Danh sách đơn vị/).fill('Đảng ủy xã Yên Sơn\n  Ban Xây dựng Đảng\nPhòng Kinh tế')
  await page.getByText('Đã hiểu 3 đơn vị').waitFor()
  await page.getByLabel(/^Tên cơ quan/).fill('Xã Yên Sơn')
  await page.getByLabel(/^Họ và tên người quản trị/).fill('Người quản trị')
  await page.getByLabel(/^Tên đăng nhập/).fill('admin')
  await page.getByLabel(/^Mật khẩu/).fill('một câu đủ dài để nhớ')
  for (const screen of ['office', 'phone'] as const) {
    await page.setViewportSize(screens[screen])
    await shoot(page, 'first-run', screen)
    await expectNoViolations(page)
  }
  await page.getByRole('button', { name: 'Bắt đầu' }).click()

  await page.waitForURL((url) => url.pathname === '/')
  await page.goto(page.url().replace(/\/$/, '/units'))
  await page.getByRole('treeitem', { name: /^Xã Yên Sơn/ }).waitFor()
  await page.getByRole('treeitem', { name: /^Phòng Kinh tế/ }).waitFor()
  expect(await page.getByRole('treeitem').count()).toBe(3)
  await page.context().close()
  await empty.close()
})
