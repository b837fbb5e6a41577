import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { testBrowser } from '#tests/browser.ts'

/** The sizes that every page is looked at in: an office's screen, a tablet, a phone, a sheet of A4. */
export const screens = {
  office: { width: 1366, height: 768 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
  paper: { width: 794, height: 1123 },
}

/** A page that notes every error of its own and whatever its content security policy stopped; ask `expectNoErrors(page)` at the end. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const browser = await testBrowser()
  const context = await browser.newContext({
    viewport: screens.office,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
      console.error(`policy: ${effectiveDirective} stopped ${blockedURI} ${sourceFile} ${sample}`),
    ),
  )
  const found: string[] = []
  page.on('pageerror', (error) => found.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text())
  })
  errors.set(page, found)
  return page
}

export function expectNoErrors(page: Page): void {
  expect(errors.get(page) ?? []).toEqual([])
}

/** No page may have a violation of WCAG 2.2 AA that axe can see. */
export async function expectNoViolations(page: Page): Promise<void> {
  // Spoken from outside, as a developer's console does: the page's policy lets in no script of ours.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          root: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
      }
    }
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} — ${failureSummary ?? ''}`)
          .join(' | ')}`,
    )
  })
  expect(found).toEqual([])
}

/** The page at a size, as a picture under `KECAN_SHOTS`; without it nothing is written. */
export async function shoot(page: Page, name: string, screen: keyof typeof screens = 'office'): Promise<void> {
  const folder = process.env['KECAN_SHOTS']
  if (!folder) return
  await page.setViewportSize(screens[screen])
  await page.waitForTimeout(150)
  await page.screenshot({ path: `${folder}/${name}-${screens[screen].width}.png`, fullPage: screen === 'phone' || screen === 'paper' })
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const errors = new WeakMap<Page, string[]>()
