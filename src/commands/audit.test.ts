import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { presentSeal } from '#modules/audit/seal.sql.ts'
import { sealText } from '#modules/audit/seal.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { command as audit } from './audit.ts'

let app: TestApp
let before: string | undefined
beforeAll(async () => {
  app = await testApp()
  before = process.env['DATABASE_URL']
  process.env['DATABASE_URL'] = app.url
})
afterAll(() => {
  if (before === undefined) delete process.env['DATABASE_URL']
  else process.env['DATABASE_URL'] = before
})

async function run(...args: string[]): Promise<{ code: number | undefined; said: string }> {
  const lines: string[] = []
  const code = await audit.run(args, { out: (line) => lines.push(line), say: () => undefined })
  return { code, said: lines.join('\n') }
}

test('a whole log is said to be whole, in both languages', async () => {
  const { code, said } = await run('verify', '--since', '2026-11-23')
  expect(code).toBe(0)
  expect(said).toMatch(/^Nhật ký nguyên vẹn: \d+ dòng, dấu cuối [\da-f]{64}\. \/ The log is whole: /)
})

test('the seal as it is printed on a report is proven to be in the log, and another one is not', async () => {
  const seal = await presentSeal(app.db)
  const printed = seal ? sealText(seal, 'vi').replace(/^.*: /, '') : ''

  expect(await run('verify', '--head', printed)).toMatchObject({ code: 0, said: expect.stringContaining('Dấu đã in vẫn ở trong nhật ký') })
  expect(await run('verify', '--head', '1:0123456789abcdef')).toMatchObject({ code: 1, said: expect.stringContaining('is not found') })
})

test('what is no seal and no day is refused before the log is read', async () => {
  await expect(run('verify', '--head', '12')).rejects.toThrow('--head là dấu in ở chân báo cáo')
  await expect(run('verify', '--since', '31/12')).rejects.toThrow('--since is a day')
})

test('an altered log ends the command with 1 and names the entry and its day', async () => {
  await sql`alter table audit.entry disable trigger all`.execute(app.db)
  await sql`update audit.entry set actor = 'Ai đó' where seq = 1`.execute(app.db)

  const { code, said } = await run('verify')

  expect(code).toBe(1)
  expect(said).toContain('Dòng 1 (ngày 23/11/2026): nội dung không khớp dấu của chính nó')
})
