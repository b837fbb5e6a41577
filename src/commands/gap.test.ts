import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginAcceptedFields } from '#modules/qualifications/accepted-field.sql.ts'
import { beginStandards } from '#modules/qualifications/standard.sql.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { command as callCommand } from './call.ts'
import { command as gap } from './gap.ts'

let app: TestApp
let before: string | undefined
beforeAll(async () => {
  app = await testApp()
  const { north } = await makeDistrict(app)
  await app.write(beginAcceptedFields)
  await app.write(beginStandards)
  await makeOfficials(app, [{ unitId: north, titleCode: 'P_UBND_CT', from: '2025-07-01' }])
  await app.as('organisation_officer')
  before = process.env['DATABASE_URL']
  process.env['DATABASE_URL'] = app.url
})
afterAll(() => {
  if (before === undefined) delete process.env['DATABASE_URL']
  else process.env['DATABASE_URL'] = before
})

async function printed(command: typeof gap, args: string[]): Promise<{ out: string; said: string; code: number }> {
  const [out, said]: [string[], string[]] = [[], []]
  const code = await command.run(args, { out: (line) => void out.push(line), say: (line) => void said.push(line) })
  return { out: out.join('\n'), said: said.join('\n'), code: code ?? 0 }
}

test('the gap gives scripts a row for each post and standard, the three states together what is required', async () => {
  const { out } = await printed(gap, ['--unit', 'Huyện Sông Trong', '--on', '2026-11-23', '--format', 'json'])
  const rows = JSON.parse(out) as Record<string, unknown>[]
  expect(
    rows.map(({ post, standard, required, met, studying, missing }) => ({ post, standard, required, met, studying, missing })),
  ).toEqual(
    ['degree', 'theory', 'defence', 'hours'].map((standard) => ({
      post: 'Chủ tịch UBND',
      standard,
      required: 1,
      met: 0,
      studying: 0,
      missing: 1,
    })),
  )
  expect((await printed(gap, ['--unit', 'Xã Đồi Bắc', '--on', '2026-11-23', '--by', 'unit'])).out).toContain('1 trên 1 người còn thiếu')
  await expect(printed(gap, ['--unit', 'Xã Lạ'])).rejects.toMatchObject({ name: 'UsageError' })
})

test('any operation answers on the command line; one that writes acts as an account and stands in the log', async () => {
  expect((await printed(callCommand, ['--list'])).out).toContain('qualifications.gap.read  đọc')
  const { out } = await printed(callCommand, ['qualifications.standards.list', '--input', '{"on":"2026-11-23"}'])
  expect((JSON.parse(out) as { titles: unknown[] }).titles.length).toBeGreaterThan(20)

  const input = JSON.stringify({ titleCode: 'P_CV', weight: 3, from: '2026-01-01', basis: 'quy định' })
  await expect(printed(callCommand, ['qualifications.weights.set', '--input', input])).rejects.toMatchObject({ name: 'UsageError' })
  expect((await printed(callCommand, ['qualifications.weights.set', '--input', input, '--as', 'account1'])).code).toBe(0)
  const entry = await app.db.selectFrom('audit.entry').select(['operation', 'actor']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  expect(entry).toMatchObject({ operation: 'qualifications.weights.set', actor: 'account1' })

  const refused = await printed(callCommand, ['qualifications.weights.set', '--input', input.replace('2026', '2025'), '--as', 'account1'])
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('Đã có mức ưu tiên áp dụng từ 01/01/2026')])
  await expect(printed(callCommand, ['no.such.thing'])).rejects.toMatchObject({ name: 'UsageError' })
})
