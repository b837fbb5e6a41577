import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildKitPage } from '#tests/kit/build.ts'
import { expectNoErrors, expectNoViolations, openPage, shoot } from '#tests/page.ts'
import { serveFolder } from '#tests/static-server.ts'

let site: Awaited<ReturnType<typeof serveFolder>>

beforeAll(async () => {
  site = await serveFolder(await buildKitPage())
}, 60_000)
afterAll(() => site.close())

async function openGrid() {
  const page = await openPage()
  await page.goto(`${site.url}/people`)
  await page.getByRole('gridcell', { name: 'Nguyễn Văn An' }).first().waitFor()
  return page
}

test('a list of 100,000 is one tab stop, and arrows reach its last row', async () => {
  const page = await openGrid()
  await page.getByLabel('Tìm').focus()
  await page.keyboard.press('Tab')
  expect(await focusedCell(page)).toEqual({ row: '0', column: '0' })
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  expect(await focusedCell(page)).toEqual({ row: '1', column: '1' })
  await page.keyboard.press('Control+End')
  await expect.poll(() => focusedCell(page)).toEqual({ row: '99999', column: '6' })
  await page.keyboard.press('Home')
  await page.keyboard.press('PageUp')
  await expect.poll(async () => Number((await focusedCell(page)).row)).toBeLessThan(99_990)
  await page.keyboard.press('Tab')

  expect(await page.evaluate(() => document.activeElement?.closest('[role="grid"]'))).toBeNull()
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('100001')
  expect(await page.getByRole('row').count()).toBeLessThan(60)
  expectNoErrors(page)
  await page.context().close()
})

test('Enter on a name opens the file; Enter on a head orders the list', async () => {
  const page = await openGrid()
  await page.getByRole('gridcell', { name: 'Nguyễn Văn An' }).first().focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).search).toBe('?sort=name&order=desc')
  await page.keyboard.press('ArrowDown')
  await page.waitForTimeout(300) // The new order is read.
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Nguyễn Văn An' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/people/0')
  await page.context().close()
})

test('a range is copied as Excel pastes it', async () => {
  const page = await openGrid()
  await page
    .getByRole('gridcell', { name: 'Nguyễn Văn An' })
    .first()
    .click({ position: { x: 150, y: 10 } })
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+c')
  await page.getByText('Đã chép 2 dòng, 2 cột').waitFor()
  await shoot(page, 'grid-range')
  await expectNoViolations(page)

  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Nguyễn Văn An\t10/01/1960\r\nTrần Văn An\t11/02/1961')
  await page.context().close()
})

test('columns are chosen and remembered', async () => {
  const page = await openGrid()
  await page.getByRole('button', { name: 'Cột' }).click()
  await page.getByLabel('Dân tộc').check()
  await page.getByLabel('Chức vụ').uncheck()
  await shoot(page, 'grid-columns')
  await expectNoViolations(page)
  await page.reload()
  await page.getByRole('columnheader', { name: 'Dân tộc' }).waitFor()
  expect(await page.getByRole('columnheader', { name: 'Chức vụ' }).count()).toBe(0)
  await page.context().close()
})

test('scrolling through 100,000 rows on a slow machine stays smooth', async () => {
  const page = await openGrid()
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })

  const frames = await page.getByRole('grid').evaluate(
    (grid) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = []
        let before = performance.now()
        function step(now: number) {
          times.push(now - before)
          before = now
          grid.scrollTop += 240
          if (times.length < 90) requestAnimationFrame(step)
          else resolve(times.slice(5).sort((one, other) => one - other))
        }
        requestAnimationFrame(step)
      }),
  )

  console.log(`frames at a quarter of the speed: p50 ${frames[42]?.toFixed(0)} ms, p95 ${frames[80]?.toFixed(0)} ms`)
  expect(frames[42]).toBeLessThan(100)
  await page.context().close()
})

async function focusedCell(page: Awaited<ReturnType<typeof openPage>>) {
  return page.evaluate(() => {
    const element = document.activeElement instanceof HTMLElement ? document.activeElement : null
    return { row: element?.dataset['row'], column: element?.dataset['column'] }
  })
}
