import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildKitPage } from '#tests/kit/build.ts'
import { expectNoErrors, expectNoViolations, openPage, screens, shoot } from '#tests/page.ts'
import { serveFolder } from '#tests/static-server.ts'

let site: Awaited<ReturnType<typeof serveFolder>>

beforeAll(async () => {
  site = await serveFolder(await buildKitPage())
}, 60_000)
afterAll(() => site.close())

const places = {
  review: '/',
  beside: '/?figure=TC',
  past: '/?day=2020-12-31',
  people: '/people',
  person: '/people/1',
  units: '/units?unit=tq',
  form: '/classes',
  states: '/states',
  lost: '/nowhere',
  signin: '/?signed-out',
}

test.each(Object.entries(places))('%s has no accessibility violation at any size', async (name, path) => {
  const page = await openPage()
  await page.goto(site.url + path)
  await page.locator('h1').first().waitFor()

  for (const screen of ['office', 'tablet', 'phone'] as const) {
    await page.setViewportSize(screens[screen])
    await page.waitForTimeout(400)
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

test('a form says what is missing, leads to it, and keeps what was typed when refused', async () => {
  const page = await openPage()
  await page.goto(`${site.url}/classes`)
  await page.getByRole('button', { name: 'Mở lớp' }).click()

  const summary = page.getByRole('alert')
  await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await summary.textContent()).toContain('Có 4 chỗ cần sửa')
  expect(await summary.textContent()).toContain('Khai giảng: Chưa nhập')
  await expectNoViolations(page)
  await shoot(page, 'form-errors')
  await summary.getByRole('link', { name: /Khai giảng/ }).click()
  await page.keyboard.type('31/02/2026')
  await page.keyboard.press('Tab')
  expect(await page.getByText('Không có ngày này').count()).toBe(1)
  await page.getByLabel('Khai giảng').fill('1.5.2026')
  await page.keyboard.press('Tab')
  expect(await page.getByLabel('Khai giảng').inputValue()).toBe('01/05/2026')
  await page.getByLabel('Số học viên').fill('45')
  await page.getByRole('combobox', { name: /Cơ sở đào tạo/ }).fill('boi duong')
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await shoot(page, 'form-combobox')
  await expectNoViolations(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByLabel('Tên lớp').fill('Lớp cũ')
  await page.getByRole('button', { name: 'Mở lớp' }).click()

  await page.getByText('Đã có lớp tên Lớp cũ').waitFor()
  expect(await page.getByLabel('Tên lớp').inputValue()).toBe('Lớp cũ')
  expect(await page.getByRole('combobox', { name: /Cơ sở đào tạo/ }).inputValue()).toBe('Trung tâm bồi dưỡng chính trị huyện')
  await page.context().close()
})

test('an ended session is renewed in place and nothing typed is lost', async () => {
  const page = await openPage()
  await page.goto(`${site.url}/classes`)
  await fillClass(page, 'Lớp hết phiên')
  await page.getByRole('button', { name: 'Mở lớp' }).click()

  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  await dialog.waitFor()
  await expectNoViolations(page)
  await shoot(page, 'expired')
  await dialog.getByLabel('Mật khẩu').fill('x')
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await page.getByLabel('Tên lớp').inputValue()).toBe('Lớp hết phiên')
  await page.getByRole('button', { name: 'Mở lớp' }).click()

  await page.getByText('Đã mở lớp').waitFor()
  await page.context().close()
})

test('leaving with unsaved input asks first', async () => {
  const page = await openPage()
  await page.goto(`${site.url}/classes`)
  await page.getByLabel('Tên lớp').fill('Lớp mới')
  await page.getByRole('link', { name: 'Trạng thái' }).click()

  await page.getByRole('dialog', { name: 'Chưa lưu nội dung đang nhập' }).waitFor()
  await page.getByRole('button', { name: 'Ở lại' }).click()
  expect(new URL(page.url()).pathname).toBe('/classes')
  await page.getByRole('link', { name: 'Trạng thái' }).click()
  await page.getByRole('button', { name: /Rời trang/ }).click()
  await page.getByRole('heading', { name: 'Các trạng thái' }).waitFor()
  await page.context().close()
})

test('a chosen day stands in the address, tints the header and goes along with every link', async () => {
  const page = await openPage()
  await page.goto(site.url)
  await page.getByRole('button', { name: /Xem tại ngày/ }).click()
  await shoot(page, 'day-picker')
  await expectNoViolations(page)
  await page.getByRole('button', { name: '2020', exact: true }).click()
  expect(new URL(page.url()).searchParams.get('day')).toBe('2020-12-31')
  await page.getByRole('link', { name: 'Cán bộ, công chức' }).click()

  await page.getByRole('grid').waitFor()
  expect(new URL(page.url()).search).toBe('?day=2020-12-31')
  expect(await page.getByRole('button', { name: /31\/12\/2020/ }).count()).toBe(1)
  await page.context().close()
})

test('the language changes in place and is remembered', async () => {
  const page = await openPage()
  await page.goto(`${site.url}/people`)
  await page.getByRole('button', { name: 'EN – English' }).click()
  await page.getByRole('link', { name: 'Officials' }).waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  await page.reload()
  await page.getByRole('link', { name: 'Officials' }).waitFor()
  await expectNoViolations(page)
  await page.context().close()
})

test('Ctrl+K finds people and pages by keyboard alone', async () => {
  const page = await openPage()
  await page.goto(site.url)
  await page.locator('h1').waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('tran')
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await shoot(page, 'palette')
  await expectNoViolations(page)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('don vi')
  await expect.poll(() => page.getByRole('listbox').getByRole('option').last().textContent()).toBe('Đơn vị, chức danh')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')

  await page.getByRole('tree').waitFor()
  await page.context().close()
})

test('what a role lacks is absent from the menu and refused at its address', async () => {
  const page = await openPage()
  await page.goto(`${site.url}/secret`)
  await page.getByText('Anh/chị chưa có quyền xem nội dung này').waitFor()
  expect(await page.getByRole('link', { name: 'Nhật ký' }).count()).toBe(0)
  await page.context().close()
})

test('on a phone the menu is a drawer, and goes away when a page is chosen', async () => {
  const page = await openPage({ viewport: screens.phone })
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Mở mục chính' }).click()
  const menu = page.getByRole('dialog', { name: 'Kế Cận' })
  await menu.waitFor()
  await page.waitForTimeout(250)
  await shoot(page, 'drawer', 'phone')
  await expectNoViolations(page)
  await menu.getByRole('link', { name: 'Đơn vị, chức danh' }).click()
  await page.getByRole('tree').waitFor()
  await menu.waitFor({ state: 'hidden' })
  expect(new URL(page.url()).pathname).toBe('/units')
  await page.context().close()
})

test('the unit tree is walked, folded and chosen by keyboard', async () => {
  const page = await openPage()
  await page.goto(`${site.url}/units`)
  await page.getByRole('treeitem', { name: /Huyện Yên Sơn/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).searchParams.get('unit')).toBe('btc')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  expect(await page.getByRole('treeitem').count()).toBe(1)
  await page.context().close()
})

test('a dialog lets the choices of its fields stand above it, closes by Escape and gives the focus back', async () => {
  const page = await openPage()
  await page.goto(`${site.url}/classes`)
  await page.getByRole('button', { name: 'Hộp thoại' }).click()
  await page.getByRole('dialog').getByRole('combobox').fill('hoc')
  await page.getByRole('listbox').getByRole('option').first().click()
  expect(await page.getByRole('dialog').getByRole('combobox').inputValue()).toBe('Học viện Chính trị khu vực I')
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Hộp thoại')
  await page.context().close()
})

test('a menu is walked by arrows and letters, and says why a choice is closed', async () => {
  const page = await openPage()
  await page.goto(`${site.url}/people/1`)
  await page.getByRole('button', { name: 'Thao tác' }).click()
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Rút quyết định')
  await page.keyboard.press('x')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('title'))).toBe('đã có quyết định')
  await shoot(page, 'menu')
  await expectNoViolations(page)
  await page.keyboard.press('Escape')

  expect(await page.getByRole('menu').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Thao tác')
  await page.context().close()
})

async function fillClass(page: Awaited<ReturnType<typeof openPage>>, name: string) {
  await page.getByLabel('Tên lớp').fill(name)
  await page.getByLabel('Khai giảng').fill('01/05/2026')
  await page.getByLabel('Số học viên').fill('45')
  await page.getByRole('combobox', { name: /Cơ sở đào tạo/ }).fill('luat')
  await page.getByRole('listbox').getByRole('option').first().click()
}

test('on paper there is the authority, the day and the content, and nothing to press', async () => {
  const page = await openPage()
  await page.goto(`${site.url}/?day=2020-12-31&figure=TC`)
  await page.locator('h1').waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 1123 })
  await shoot(page, 'print', 'paper')

  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
  expect(await page.getByText('Số liệu tại ngày 31/12/2020').isVisible()).toBe(true)
  expect(await page.getByText(/Trần Thị Cúc in lúc/).isVisible()).toBe(true)
  await page.context().close()
})
