import { type Browser, chromium } from 'playwright-core'
import { afterAll } from 'vitest'

let running: Promise<Browser> | undefined

afterAll(async () => (await running)?.close())

/** The browser of this test file; `npm test` finds or fetches it and names it in CHROMIUM_PATH. */
export function testBrowser(): Promise<Browser> {
  running ??= chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? 'chromium',
    // Nothing but the tests' own server is to be reached.
    args: ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    chromiumSandbox: false,
  })
  return running
}
