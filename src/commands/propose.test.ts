import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNeed } from '#modules/training/need.contract.ts'
import { addLine } from '#modules/training/plan-line.contract.ts'
import { createPlan } from '#modules/training/plan.contract.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { command } from './propose.ts'

let app: TestApp
let [planId, before]: [string, string | undefined] = ['', undefined]
beforeAll(async () => {
  app = await testApp()
  const { district, north } = await makeDistrict(app)
  const people = await makeOfficials(app, [
    { unitId: north, fullName: 'Lò Văn Mới', from: '2020-01-01' },
    { unitId: north, fullName: 'Lò Văn Cũ', from: '2012-01-01' },
  ])
  for (const personId of people) await app.call(addNeed, { personId, kind: 'BD_TH', year: 2027, reason: 'phần mềm mới' })
  ;({ planId } = await app.call(createPlan, { unitId: district, year: 2027, title: 'Kế hoạch 2027' }))
  await app.call(addLine, { planId, revision: 1, kind: 'BD_TH', title: 'Tin học', seats: 1 })
  before = process.env['DATABASE_URL']
  process.env['DATABASE_URL'] = app.url
})
afterAll(() => {
  if (before === undefined) delete process.env['DATABASE_URL']
  else process.env['DATABASE_URL'] = before
})

async function printed(args: string[]): Promise<string> {
  const out: string[] = []
  await command.run(args, { out: (line) => void out.push(line), say: () => undefined })
  return out.join('\n')
}

test('a proposal is printed for scripts and for people, and nothing is written', async () => {
  const told = JSON.parse(await printed(['--plan', planId, '--format', 'json'])) as Record<string, unknown>
  expect(told).toMatchObject({ gap: 0, greedy: told['objective'], assigned: [{ name: 'Lò Văn Cũ', line: 'Tin học', place: 1, of: 2 }] })
  expect(told['objective']).toBe(told['bound'])
  expect(told['unassigned']).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Lò Văn Mới', why: 'seat' })]))
  expect(await printed(['--plan', planId])).toContain('Lò Văn Cũ → Tin học')
  expect(await app.db.selectFrom('training.proposal').select('proposal_id').execute()).toEqual([])
  await expect(printed(['--plan', 'không có'])).rejects.toMatchObject({ name: 'UsageError' })
})
