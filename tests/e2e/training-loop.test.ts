import { beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { testApp, type TestApp } from '#tests/app.ts'
import { expectNoViolations, openPage, shoot } from '#tests/page.ts'
import { demoPassword } from '../../src/demo/accounts.ts'

const commune = 'Xã Kiến Thiết'
const course = 'Quản lý nhà nước, chương trình chuyên viên'
const today = '23/11/2026'

let app: TestApp
let address: string
let page: Page
beforeAll(async () => {
  app = await testApp({ withDemo: true })
  address = await app.app.listen({ port: 0, host: '127.0.0.1' })
}, 180_000)

test('an officer goes from a commune’s gap to held certificates, prints the decision and Biểu 10', { timeout: 150_000 }, async () => {
  page = await openPage({ acceptDownloads: true })
  await signIn()

  const before = await lackingStateManagement()
  expect(before).toBeGreaterThan(3)
  expect(
    await page
      .getByRole('complementary')
      .getByRole('link', { name: /\S+ \S+/ })
      .count(),
  ).toBeGreaterThanOrEqual(before)
  await planACourse()
  await approveThePlan()
  const names = await nominateThree()
  await decideAndPrint()
  await teachAndPass()
  const code = await certify(names[0] ?? '')

  expect(await lackingStateManagement()).toBe(before - 3)
  await page.goto(`${address}/verify/${code}`)
  await page.getByText(names[0] ?? '').waitFor()
  await printFormTen(names)
  await page.context().close()
})

async function signIn(): Promise<void> {
  await page.goto(address)
  await page.getByLabel(/Tên đăng nhập/).fill('tochuc')
  await page.getByLabel(/^Mật khẩu/).fill(demoPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Tổng quan', exact: true }).waitFor()
}

/** How many of the commune lack state management; the list behind the number stands open. */
async function lackingStateManagement(): Promise<number> {
  await page.goto(`${address}/gap`)
  await choose(page.getByRole('combobox', { name: 'Đơn vị' }), commune)
  const all = page.getByRole('link', { name: /^Quản lý nhà nước · mọi người: \d+ người còn thiếu/ })
  await page.getByText(commune, { exact: false }).first().waitFor()
  await expect.poll(async () => Number(/trên (\d+)$/.exec((await all.getAttribute('aria-label')) ?? '')?.[1])).toBeLessThan(100)
  const lacking = Number(/: (\d+) người/.exec((await all.getAttribute('aria-label')) ?? '')?.[1])
  await all.click()
  await page.getByRole('complementary', { name: new RegExp(`^${lacking} người còn thiếu`) }).waitFor()
  await shoot(page, 'loop-gap')
  return lacking
}

async function planACourse(): Promise<void> {
  await menu('Kế hoạch đào tạo')
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click()
  await choose(dialog().getByRole('combobox', { name: 'Đơn vị' }), commune)
  await dialog().getByRole('combobox', { name: 'Năm' }).selectOption('2026')
  await dialog().getByLabel('Tên kế hoạch').fill(`Kế hoạch đào tạo ${commune} năm 2026`)
  await press('Lập kế hoạch')
  await page.getByRole('heading', { level: 1, name: /^0 khóa/ }).waitFor()

  await page.getByRole('button', { name: 'Thêm từ nhu cầu' }).click()
  const kind = dialog().getByLabel('Loại khóa')
  await kind.waitFor()
  const offered = await dialog().getByRole('option').allTextContents()
  await kind.selectOption({ label: offered.find((label) => label.startsWith(`${course} (`)) ?? '' })
  await dialog().getByLabel('Suất').fill('3')
  await press('Thêm khóa')
  await page.getByRole('heading', { level: 1, name: /^1 khóa, 3 suất/ }).waitFor()

  await lineAct('Sửa')
  await dialog().getByLabel('Từ ngày').fill(today)
  await dialog().getByLabel('Đến hết ngày').fill(today)
  await dialog().getByLabel('Số tiết').fill('8')
  await dialog().getByRole('button', { name: 'Thêm khoản' }).click()
  await dialog().getByLabel('Số tiền (đồng)').fill('2000000')
  await press('Sửa')
  await page.getByRole('heading', { level: 1, name: /dự toán 6\.000\.000 đồng/ }).waitFor()
  await shoot(page, 'loop-plan')
  await expectNoViolations(page)
}

/** The year has begun: that is answered for, and the paper of the approval stands in the register. */
async function approveThePlan(): Promise<void> {
  await menu('Quyết định')
  await page.getByRole('button', { name: 'Vào sổ' }).click()
  const paper = {
    'Số, ký hiệu': '77/QĐ-UBND',
    'Ngày ký': '02/11/2026',
    'Cơ quan ban hành': 'UBND xã Kiến Thiết',
    'Trích yếu': 'Phê duyệt kế hoạch',
  }
  for (const [label, value] of Object.entries(paper)) await dialog().getByLabel(label).fill(value)
  await dialog().getByLabel('Loại').selectOption('other')
  await press('Vào sổ')
  await page.getByText('Chưa có sự kiện nào dẫn quyết định này').waitFor()

  await menu('Kế hoạch đào tạo')
  await page.getByRole('link', { name: `Kế hoạch đào tạo ${commune} năm 2026` }).click()
  await page.getByRole('button', { name: 'Trình', exact: true }).click()
  await press('Trình')
  await dialog()
    .getByRole('textbox', { name: /Năm 2026 đã bắt đầu/ })
    .fill('Kế hoạch bổ sung giữa năm')
  await press('Trình')
  await page.getByRole('button', { name: 'Phê duyệt', exact: true }).click()
  await choose(dialog().getByRole('combobox', { name: 'Văn bản phê duyệt' }), '77/QĐ-UBND')
  await press('Phê duyệt')
  await page.getByRole('link', { name: /77\/QĐ-UBND/ }).waitFor()
}

async function nominateThree(): Promise<string[]> {
  await lineAct('Mở lớp từ khóa này')
  await choose(dialog().getByRole('combobox', { name: 'Theo quyết định' }), '77/QĐ-UBND')
  await press('Mở lớp')
  await page.getByRole('link', { name: 'Bảng xét cử' }).click()
  await page.getByRole('heading', { level: 1, name: 'Còn trống cả 3 chỗ' }).waitFor()
  const names: string[] = []
  while (names.length < 3) {
    const add = page.getByRole('button', { name: /^Đưa .* vào danh sách/ }).first()
    const label = (await add.getAttribute('aria-label')) ?? ''
    await add.click()
    await page.getByRole('button', { name: label, exact: true }).waitFor({ state: 'detached' })
    names.push(/^Đưa (.*) vào danh sách$/.exec(label)?.[1] ?? '')
  }
  await page.getByRole('heading', { level: 1, name: /^3 người cho 3 chỗ/ }).waitFor()
  await shoot(page, 'loop-board')
  await expectNoViolations(page)
  return names
}

async function decideAndPrint(): Promise<void> {
  await page.getByRole('button', { name: 'Ra quyết định', exact: true }).click()
  await dialog().getByLabel('Ngày ký').fill(today)
  await press('Ra quyết định và vào sổ')
  await page.getByRole('heading', { level: 1, name: /^Đã cử 3 người/ }).waitFor()
  for (const [at, begins] of [
    ['.docx', 'PK'],
    ['.pdf', '%PDF'],
  ] as const)
    expect((await downloaded(page.getByRole('link', { name: at }).first())).startsWith(begins)).toBe(true)
}

async function teachAndPass(): Promise<void> {
  await page.getByRole('link', { name: course, exact: true }).first().click()
  await page.getByRole('tab', { name: 'Buổi học' }).click()
  await page.getByRole('button', { name: 'Thêm buổi học' }).first().click()
  await dialog().getByLabel('Từ ngày').fill(today)
  await dialog().getByLabel('Số tiết').fill('8')
  await press('Thêm buổi học')
  await page.getByRole('heading', { name: '1 buổi học, 8 trong 8 tiết của lớp' }).waitFor()
  await page.getByRole('tabpanel').getByRole('link', { name: 'Điểm danh' }).click()
  // Going on at once leaves no mark behind.
  const sent = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/attendance'))
  await page.getByRole('button', { name: /^Ghi có mặt cho 3 người/ }).click()
  await page.getByRole('link', { name: course, exact: true }).click()
  await sent

  await page.getByRole('tab', { name: 'Kết quả' }).click()
  await page.getByRole('button', { name: 'Tất cả hoàn thành' }).click()
  await page.getByRole('button', { name: 'Ghi kết quả (3)' }).click()
  await dialog().getByLabel('Ngày có kết quả').fill(today)
  await dialog().getByLabel('Căn cứ khác').fill('Biên bản xét kết quả')
  await press('Ghi kết quả (3)')
  await page.getByText('3 trên 3 học viên đã hoàn thành').waitFor()
}

/** Issues the certificates and gives the check code of that person's. */
async function certify(name: string): Promise<string> {
  await page.getByRole('button', { name: 'Cấp chứng chỉ (3)' }).click()
  await dialog().getByLabel('Ngày cấp').fill(today)
  await dialog().getByLabel('Căn cứ khác').fill('Danh sách học viên hoàn thành')
  await press('Cấp chứng chỉ (3)')
  await dialog().waitFor({ state: 'detached' })
  await shoot(page, 'loop-results')
  const answer = await page.request.get(`${address}/api/certificates?q=${encodeURIComponent(name)}`)
  const { rows } = (await answer.json()) as { rows: { code: string; name: string; classTitle: string }[] }
  return rows.find((row) => row.classTitle === course && row.name === name)?.code ?? ''
}

/** The course counts in the form of its commune; the cell opens its people, and the sheet is there to be filed. */
async function printFormTen(names: readonly string[]): Promise<void> {
  await page.goto(address)
  await menu('Biểu mẫu báo cáo')
  await page.getByRole('link', { name: 'Kết quả đào tạo, bồi dưỡng cán bộ', exact: true }).click()
  await choose(page.getByRole('combobox', { name: 'Đơn vị' }), commune)
  await page.getByRole('combobox', { name: 'Năm' }).selectOption('2026')
  const cell = page.getByRole('link', { name: /^\d+ người: .*[Qq]uản lý nhà nước, Tổng số$/ })
  await cell.first().click()
  await page
    .getByRole('complementary')
    .getByText(names[0] ?? '')
    .first()
    .waitFor()
  await shoot(page, 'loop-form')
  expect((await downloaded(page.getByRole('link', { name: 'Xuất Excel' }))).startsWith('PK')).toBe(true)
}

function dialog(): Locator {
  return page.getByRole('dialog')
}

async function press(name: string): Promise<void> {
  await dialog().getByRole('button', { name, exact: true }).click()
}

async function menu(name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Mục chính' }).getByRole('link', { name, exact: true }).click()
}

async function lineAct(name: string): Promise<void> {
  await page.getByRole('button', { name: /^Thao tác: / }).click()
  await page.getByRole('menuitem', { name }).click()
}

async function choose(field: Locator, text: string): Promise<void> {
  await field.click()
  await field.fill(text)
  await page
    .getByRole('option', { name: new RegExp(`^${text}`) })
    .first()
    .click()
}

async function downloaded(link: Locator): Promise<string> {
  const href = (await link.getAttribute('href')) ?? ''
  return (await (await page.request.get(new URL(href, address).href)).body()).toString('latin1', 0, 8)
}
