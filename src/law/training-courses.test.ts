import { describe, expect, test } from 'vitest'
import { levelsOf } from './qualifications.ts'
import { courseEnds, courseFor, courseForHours, courseLengthOn, courseMeets, leadMonths } from './training-courses.ts'
import { costItems, costItemsOn, isCostItem } from './training-costs.ts'
import { type TrainingKindCode, trainingKinds } from './training-kinds.ts'

describe('courses and what they end in', () => {
  test('every course that ends in a level is the course for that level', () => {
    for (const [kind, end] of Object.entries(courseEnds)) expect([kind, courseFor(end.kind, end.level)]).toEqual([kind, kind])
  })

  test('the course for a level ends in that level, wherever the course says its level', () => {
    for (const requirement of ['degree', 'theory', 'state_management', 'defence'] as const) {
      for (const level of Object.keys(levelsOf[requirement])) {
        const kind = courseFor(requirement, level)
        if (kind === null || !courseEnds[kind] || `${requirement} ${level}` === 'state_management CN') continue
        expect([requirement, level, courseMeets(kind, requirement, level)]).toEqual([requirement, level, true])
      }
    }
  })

  test.each([
    ['theory', 'TC', 'LLCT_TC'],
    ['state_management', 'CVC', 'QLNN_CVC'],
    ['defence', '3', 'BD_QPAN_3'],
    ['degree', 'CKII', 'DT_SDH_CK'],
    ['degree', 'TSKH', null],
    ['field', null, 'DT_DH'],
    ['language', 'B1', 'BD_NN'],
    ['it', 'CB', 'BD_TH'],
    ['hours', null, 'BD_VTVL'],
    ['something', 'X', null],
  ])('%s %s is taught by %s', (requirement, level, kind) => {
    expect(courseFor(requirement, level)).toBe(kind)
  })

  test('a better course meets the standard, a lower one does not', () => {
    expect(courseMeets('LLCT_CC', 'theory', 'TC')).toBe(true)
    expect(courseMeets('LLCT_SC', 'theory', 'TC')).toBe(false)
    expect(courseMeets('LLCT_CC', 'defence', '3')).toBe(false)
    expect(courseMeets('BD_NN', 'language', 'B1')).toBe(true)
  })

  test('leaders make up their periods by updating courses', () => {
    expect([courseForHours(true), courseForHours(false)]).toEqual(['BD_CN', 'BD_VTVL'])
  })

  test('every kind of course has a length, and one from memory says so', () => {
    for (const kind of Object.keys(trainingKinds) as TrainingKindCode[]) expect(leadMonths(kind, '2026-11-23')).toBeGreaterThan(2)
    expect(courseLengthOn('LLCT_TC', '2026-11-23')).toMatchObject({ months: 6, partTimeMonths: 18, verified: false })
    expect(courseLengthOn('BD_QPAN_3', '2026-11-23')).toMatchObject({ periods: 96, verified: true })
  })
})

test('what training may be paid for is told with its circular, what is from memory as such', () => {
  expect(costItemsOn('2018-05-14')).toEqual([])
  expect(costItemsOn('2026-11-23')).toContain('tuition')
  expect(costItems.tuition).toMatchObject({ document: 'TT 36/2018/TT-BTC', verified: true, per: 'seat' })
  expect(costItems.management).toMatchObject({ verified: false, per: 'line' })
  expect([isCostItem('tuition'), isCostItem('toString')]).toEqual([true, false])
})
