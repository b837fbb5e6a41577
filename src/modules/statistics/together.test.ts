import { expect, test } from 'vitest'
import { testApp } from '#tests/app.ts'
import { review } from './figures/review.ts'
import { makeSmallDistrict } from './review.fixture.ts'
import { findQuestion, readFigure, readFigures } from './review.sql.ts'

test('the figures asked for together are those that each gives alone, with what each is made of', async () => {
  const app = await testApp({ today: '2026-11-23' })
  await makeSmallDistrict(app)
  const reader = {
    today: '2026-11-23',
    now: new Date('2026-11-23T05:00:00Z'),
    actor: { accountId: null, name: '', personId: null, grants: [] },
    scope: 'everything' as const,
  }

  for (const knownOn of [undefined, '2026-11-23']) {
    const asked = { unit: 'Huyện Thử', commune: 'Xã Ở Lại', from: '2015-01-01', to: '2020-12-31', knownOn }
    const { question } = await findQuestion(app.db, asked, reader)
    const alone = []
    for (const figure of review.figures) alone.push(await readFigure(app.db, figure, question))

    expect(await readFigures(app.db, review.figures, question)).toEqual(alone)
    expect(alone.filter(({ value }) => value !== null && value > 0).length).toBeGreaterThan(12)
  }
})
