import { beforeAll, describe, expect, test } from 'vitest'
import { testApp, type TestApp } from '#tests/app.ts'
import { listFigurePeople, readReview, type Review } from './review.contract.ts'
import { makeSmallDistrict, type SmallDistrict } from './review.fixture.ts'

const term = { unit: 'Huyện Thử', from: '2015-01-01', to: '2020-12-31' }

let app: TestApp
let made: SmallDistrict
beforeAll(async () => {
  app = await testApp({ today: '2026-11-23' })
  made = await makeSmallDistrict(app)
})

describe('the review of 2015–2020', () => {
  test('counts every line as one would by hand', async () => {
    const review = await app.call(readReview, { ...term, commune: 'Xã Ở Lại' })

    expect(table(review)).toEqual([
      'sent.LLCT_CC 2 times',
      'sent.DT_NC 0 times',
      'sent.DT_DH 0 times',
      'sent.DT_CD 1 times',
      'sent.LLCT_TC 2 times',
      'sent.QLNN_CV 0 times',
      'sent.QLNN_CVC 1 times',
      'sent.BD_BCV 1 times',
      'sent.total 7 times',
      'sent.people 5 people',
      'classes.LLCT 4 classes',
      'learners.LLCT 70 times',
      'classes.BD_CD 1 classes',
      'learners.BD_CD 120 times',
      'learners.party_and_mass 32 times',
      'seconded 2 times',
      'standing.degree 66.7 percent',
      'standing.theory 66.7 percent',
      'standing.field_match 50 percent',
    ])
    expect(review.days).toEqual({ from: '2015-01-01', to: '2020-12-31', on: '2020-12-31', until: '2020-12-31', knownOn: null })
  })

  test('tells beside the table what it leaves out', async () => {
    const { asides } = await app.call(readReview, term)
    expect(Object.fromEntries(asides.map(({ figure, value }) => [figure, value]))).toEqual({
      'sent.other': 2,
      'sent.left': 2,
      'seconded.elsewhere': 1,
    })
  })

  test('tells trainees by name and by head count apart, and adds no head count to a list', async () => {
    expect(parts(await app.call(readReview, term), 'learners.LLCT')).toEqual({ listed: 3, byHeadCount: 67 })
  })

  test('tells who is only studying, and for how many the field cannot be judged', async () => {
    const review = await app.call(readReview, { ...term, commune: 'Xã Ở Lại' })
    expect(parts(review, 'standing.theory')).toEqual({ meeting: 2, judged: 3, unmapped: 0, studying: 1 })
    expect(parts(review, 'standing.field_match')).toEqual({ meeting: 1, judged: 2, unmapped: 1, studying: 0 })
  })

  test('leaves the lines of a commune out when none is asked for', async () => {
    const { figures } = await app.call(readReview, term)
    expect(figures.some(({ figure }) => figure.startsWith('standing'))).toBe(false)
    expect(figures).toHaveLength(16)
  })

  test('gives no share of a commune where nobody serves full-time', async () => {
    const review = await app.call(readReview, { ...term, commune: 'Xã Trống' })
    expect(['standing.degree', 'standing.theory', 'standing.field_match'].map((name) => value(review, name))).toEqual([null, null, null])
  })
})

describe('another day, another knowledge, another unit', () => {
  test('on 31/12/2018 the communes are still where they were then', async () => {
    const review = await app.call(readReview, { ...term, on: '2018-12-31' })
    expect(value(review, 'sent.LLCT_TC')).toBe(4)
    expect(value(review, 'sent.left')).toBe(0)
    expect(value(review, 'sent.LLCT_CC')).toBe(1) // the other was sent in 2020
    expect(value(review, 'classes.LLCT')).toBe(3)
  })

  test('known on 31/12/2020, the paper is not yet withdrawn, the fact not yet corrected, the late one not yet there', async () => {
    const review = await app.call(readReview, { ...term, knownOn: '2020-12-31' })
    expect(['sent.DT_DH', 'sent.DT_CD', 'sent.QLNN_CVC', 'sent.total', 'sent.people'].map((name) => value(review, name))).toEqual([
      2, 0, 0, 7, 6,
    ])
  })

  test('known before anything was recorded, there is nothing', async () => {
    const review = await app.call(readReview, { ...term, knownOn: '2020-11-01', commune: 'Xã Ở Lại' }).catch((thrown: unknown) => thrown)
    expect(review).toMatchObject({ status: 409, problem: { refusals: [{ code: 'commune-not-under-unit' }] } })
    const without = await app.call(readReview, { ...term, knownOn: '2020-11-01' })
    expect(without.figures.every(({ value }) => value === 0)).toBe(true)
  })

  test('a commune counts those of the commune that passed whole into it, not those of one that only a part of came', async () => {
    expect(value(await app.call(readReview, { ...term, unit: 'Xã Mới' }), 'sent.LLCT_TC')).toBe(1)
  })
})

describe('what is refused', () => {
  test.each([
    ['a unit that did not exist on the day', { ...term, unit: 'Xã Mới', on: '2018-01-01' }, 'unit-not-on-day'],
    ['a period that ends before it begins', { ...term, from: '2021-01-01' }, 'period-reversed'],
    ['a day before the period', { ...term, on: '2014-01-01' }, 'day-before-period'],
    ['a commune of another district', { ...term, commune: 'Xã Rời Đi' }, 'commune-not-under-unit'],
    ['a commune nobody has heard of', { ...term, commune: 'Xã Không Có' }, 'commune-not-under-unit'],
  ])('%s', async (_, asked, code) => {
    await expect(app.call(readReview, asked)).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code }] } })
  })

  test('an unknown unit, and a figure that is none, are not found', async () => {
    await expect(app.call(readReview, { ...term, unit: 'Huyện Không Có' })).rejects.toMatchObject({ status: 404 })
    await expect(app.call(listFigurePeople, { ...term, figure: 'sent.nothing' })).rejects.toMatchObject({ status: 404 })
    await expect(app.call(listFigurePeople, { ...term, figure: 'standing.degree' })).rejects.toMatchObject({ status: 404 })
  })

  test('a leader of one commune finds neither the district nor its other communes', async () => {
    const leader = await app.as('leader', made.unit.stays)
    await expect(leader(readReview, term)).rejects.toMatchObject({ status: 404 })
    await expect(leader(readReview, { ...term, unit: 'Xã Mới' })).rejects.toMatchObject({ status: 404 })
    expect(value(await leader(readReview, { from: term.from, to: term.to }), 'sent.LLCT_TC')).toBe(1)
  })

  test('an official has no figures', async () => {
    const official = await app.as('official', null, made.person['an'] ?? null)
    await expect(official(readReview, term)).rejects.toMatchObject({ status: 403 })
  })
})

function table({ figures }: Review): string[] {
  return figures.map(({ figure, value, unit }) => `${figure} ${value} ${unit}`)
}

function found({ figures, asides }: Review, name: string) {
  return [...figures, ...asides].find(({ figure }) => figure === name)
}

function value(review: Review, name: string): number | null | undefined {
  return found(review, name)?.value
}

function parts(review: Review, name: string): Record<string, number> | undefined {
  return found(review, name)?.parts
}
