import { describe, expect, test } from 'vitest'
import { isSecondmentEnding, secondmentObjections } from './secondment.ts'
import { commitmentMonths, trainingPacksOn } from './training-packs.ts'

describe('training rules by date', () => {
  test('postgraduate age and commitment changed on 1 July 2025', () => {
    expect(trainingPacksOn('2025-06-30').postgraduate).toMatchObject({
      document: 'NĐ 101/2017/NĐ-CP',
      ageMaxFirst: 40,
      commitFactor: 2,
      verified: true,
    })
    expect(trainingPacksOn('2025-07-01').postgraduate).toMatchObject({
      document: 'NĐ 171/2025/NĐ-CP',
      ageMaxFirst: 45,
      commitFactor: 3,
      verified: true,
    })
    expect(trainingPacksOn('2016-01-01').postgraduate).toBeUndefined()
    expect([commitmentMonths(24, '2024-01-01'), commitmentMonths(24, '2026-01-01'), commitmentMonths(24, '2015-01-01')]).toEqual([
      48,
      72,
      null,
    ])
  })

  test('everyone trains forty periods a year', () => {
    expect(trainingPacksOn('2026-01-01').annual).toMatchObject({ periods: 40, verified: true })
    expect(trainingPacksOn('2018-01-01').annual).toMatchObject({ periods: 40, verified: false })
  })

  test('intermediate political theory, part-time: women from 28, men from 30', () => {
    expect(trainingPacksOn('2025-08-28').theoryIntermediate).toBeUndefined()
    expect(trainingPacksOn('2025-08-29').theoryIntermediate).toMatchObject({
      ageMinFemale: 28,
      ageMinMale: 30,
      degreeMin: 'CD',
      ratingYears: 2,
      verified: true,
    })
    expect(trainingPacksOn('2025-08-29').theoryAdvanced).toMatchObject({ ageMinFemale: null, ageMinMale: null, verified: false })
  })
})

describe('secondment', () => {
  test('three years to the day are allowed, a day more is not', () => {
    expect(secondmentObjections({ from: '2018-01-01', to: '2021-01-01' })).toEqual([])
    expect(secondmentObjections({ from: '2018-01-01', to: '2021-01-02' })).toMatchObject([
      { code: 'secondment-too-long', months: 36, latestEnd: '2021-01-01' },
    ])
  })

  test('a special law allows more, an end before the start nothing does', () => {
    expect(secondmentObjections({ from: '2018-01-01', to: '2023-01-01', specialLaw: 'Luật …' })).toEqual([])
    expect(secondmentObjections({ from: '2018-01-01', to: '2018-01-01', specialLaw: 'Luật …' })).toEqual([
      { code: 'secondment-end-before-start' },
    ])
    expect(secondmentObjections({ from: '2018-01-01', to: null })).toEqual([])
  })

  test('it is announced three months before its end', () => {
    expect([isSecondmentEnding('2021-01-01', '2020-09-30'), isSecondmentEnding('2021-01-01', '2020-10-01')]).toEqual([false, true])
  })
})
