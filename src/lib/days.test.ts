import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, ageOn, ageText, dayInHanoi, daysBetween, endOfMonth, formatDay, isDay, monthsBetween } from './days.ts'

describe('days', () => {
  test('a month after 31 January is the last day of February', () => {
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(endOfMonth('2024-02-10')).toBe('2024-02-29')
  })

  test('an age is in completed years, and a year of birth alone leaves one year open', () => {
    expect(ageOn({ y: 1985, m: 5, d: 19 }, '2026-05-18')).toEqual({ least: 40, most: 40 })
    expect(ageOn({ y: 1985, m: 5, d: 19 }, '2026-05-19')).toEqual({ least: 41, most: 41 })
    expect(ageOn({ y: 1985 }, '2026-05-19')).toEqual({ least: 40, most: 41 })
    expect(ageText({ y: 1985 }, '2026-05-19')).toBe('≈41')
    expect(ageText({ y: 1985, m: 1 }, '2026-05-19')).toBe('41')
  })

  test('Hanoi is seven hours ahead', () => {
    expect(dayInHanoi(new Date('2026-11-23T16:59:59Z'))).toBe('2026-11-23')
    expect(dayInHanoi(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24')
  })

  test('a day is a day of the calendar written in full', () => {
    expect(isDay('2024-02-29')).toBe(true)
    expect(['2023-02-29', '2024-2-9', '29/02/2024', '', '0001-01-01', '1899-12-31', '2101-01-01', '9999-12-31'].some(isDay)).toBe(false)
    expect(formatDay('2018-09-12')).toBe('12/09/2018')
  })

  test('adding and counting days agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), (days) => {
        expect(daysBetween('2020-01-01', addDays('2020-01-01', days))).toBe(days)
      }),
    )
  })

  test('months between are whole months', () => {
    expect(monthsBetween('2018-10-01', '2020-04-01')).toBe(18)
    expect(monthsBetween('2018-10-15', '2020-04-14')).toBe(17)
    expect(monthsBetween('2020-04-01', '2018-10-01')).toBe(-18)
  })
})
