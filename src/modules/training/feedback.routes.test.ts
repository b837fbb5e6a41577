import { beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { createClass, enrol } from './class.contract.ts'
import { askFeedback, giveFeedback, openFeedback, readFeedback } from './feedback.contract.ts'

let app: TestApp
let north: string
let classId: string

beforeAll(async () => {
  app = await testApp()
  ;({ north } = await makeDistrict(app))
  const personIds = await makeOfficials(
    app,
    Array.from({ length: 6 }, () => ({ unitId: north })),
  )
  const course = { kind: 'BD_CD' as const, title: 'Chuyên đề', openerUnitId: north, openedOn: '2026-11-20', basis: 'kế hoạch' }
  classId = (await app.call(createClass, course)).classId
  await app.call(enrol, { classId, personIds, basis: 'kế hoạch' })
})

test('a class is asked by a code, answers without names, and is heard once enough have answered', async () => {
  const { code } = await app.call(askFeedback, { classId, until: '2026-12-01' })
  expect(await app.call(askFeedback, { classId, until: '2026-12-04' })).toEqual({ code })
  const anyone = await app.as(null)
  expect(await anyone(openFeedback, { code })).toEqual({ title: 'Chuyên đề', openedOn: '2026-11-20', until: '2026-12-04', state: 'open' })

  const answers = { content: 5, lecturer: 4, material: 3, organisation: 4, use: 5 }
  for (const count of [1, 2, 3, 4]) await anyone(giveFeedback, { code, answers, comment: `Ý kiến ${count}` })
  expect(await app.call(readFeedback, { classId })).toMatchObject({ answers: 4, learners: 6, results: null })
  await anyone(giveFeedback, { code, answers: { ...answers, content: 1 } })
  expect((await app.call(readFeedback, { classId })).results).toMatchObject({
    questions: [{ key: 'content', mean: 4.2, counts: [1, 0, 0, 0, 4] }, {}, {}, {}, {}],
    comments: expect.arrayContaining(['Ý kiến 1', 'Ý kiến 4']),
  })

  // Nobody is named in the log, and what was said is not repeated there.
  const entries = await app.db
    .selectFrom('audit.entry')
    .select(['account_id', 'actor', 'input'])
    .where('operation', '=', giveFeedback.id)
    .execute()
  expect(entries).toHaveLength(5)
  for (const { account_id, actor, input } of entries)
    expect([account_id, actor, JSON.stringify(input).includes('kiến')]).toEqual([null, '', false])

  await anyone(giveFeedback, { code, answers })
  await expect(anyone(giveFeedback, { code, answers })).rejects.toMatchObject({ problem: { refusals: [{ code: 'feedback-full' }] } })
})

test('an unknown code opens nothing, a late answer is refused, and only the class’s own school reads them', async () => {
  const anyone = await app.as(null)
  await expect(anyone(openFeedback, { code: 'abcdefghjk' })).rejects.toMatchObject({ status: 404 })
  await expect(app.call(askFeedback, { classId, until: '2026-11-01' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'feedback-until-past' }] },
  })
  const { code } = await app.call(askFeedback, { classId, until: '2026-11-24' })
  await app.setToday('2026-11-25')
  expect(await anyone(openFeedback, { code })).toMatchObject({ state: 'closed' })
  const reader = await app.as('figures_reader')
  await expect(reader(readFeedback, { classId })).rejects.toMatchObject({ status: 403 })
})
