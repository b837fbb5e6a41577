import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canBeSameDate,
  comparePartialDates,
  formatPartialDate,
  fromIso,
  highDay,
  lowDay,
  type PartialDate,
  partialDate,
  precisionOf,
  toIso,
} from './partial-date.ts'
import { readDate } from './read-date.ts'

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
const anyPartial = fc.tuple(day, fc.constantFrom(1, 2, 3)).map(([date, parts]): PartialDate => {
  const y = date.getUTCFullYear()
  const m = date.getUTCMonth() + 1
  if (parts === 1) return { y }
  return parts === 2 ? { y, m } : { y, m, d: date.getUTCDate() }
})

describe('a date of year, month or day', () => {
  test('what is stored comes back, and what is shown can be typed again', () => {
    fc.assert(
      fc.property(anyPartial, (date) => {
        expect(fromIso(toIso(date))).toEqual(date)
        expect(readDate(formatPartialDate(date))?.date).toEqual(date)
        expect(readDate(toIso(date))?.date).toEqual(date)
        expect(lowDay(date) <= highDay(date)).toBe(true)
        expect(canBeSameDate(date, { y: date.y })).toBe(true)
      }),
    )
  })

  test.each([
    ['1975', '1975-01-01', '1975-12-31', '1975', 'year'],
    ['1975-02', '1975-02-01', '1975-02-28', '02/1975', 'month'],
    ['2024-02', '2024-02-01', '2024-02-29', '02/2024', 'month'],
    ['1975-05-19', '1975-05-19', '1975-05-19', '19/05/1975', 'day'],
  ])('%s lies between %s and %s and is shown as %s', (iso, low, high, shown, precision) => {
    const date = fromIso(iso) ?? { y: 0 }
    expect([lowDay(date), highDay(date), formatPartialDate(date), precisionOf(date)]).toEqual([low, high, shown, precision])
  })

  test('no 31 February, no month 13, no year 1800', () => {
    expect(partialDate(1984, 2, 31)).toBeNull()
    expect(partialDate(1984, 13)).toBeNull()
    expect(partialDate(1800)).toBeNull()
    expect(fromIso('1975-5-1')).toBeNull()
  })

  test('the vaguer date comes first', () => {
    const dates = ['1975-05-19', '1975', '1974-12-31', '1975-05'].map((iso) => fromIso(iso) ?? { y: 0 })
    expect(dates.toSorted(comparePartialDates).map(toIso)).toEqual(['1974-12-31', '1975', '1975-05', '1975-05-19'])
  })
})

describe('reading a date', () => {
  test.each<[string | number | Date, string]>([
    ['01/11/1966', '1966-11-01'],
    ['1/5/1985', '1985-05-01'],
    ['1.5.1985', '1985-05-01'],
    ['7-11-1990', '1990-11-07'],
    ['20–11–1990', '1990-11-20'],
    [' 19 / 05 / 1975 ', '1975-05-19'],
    ['01051985', '1985-05-01'],
    ['19850501', '1985-05-01'],
    [1051985, '1985-05-01'],
    ['tháng 5/1985', '1985-05'],
    ['Tháng 5 năm 1985', '1985-05'],
    ['T5/1985', '1985-05'],
    ['05/1985', '1985-05'],
    ['051985', '1985-05'],
    ['1985-05', '1985-05'],
    ['ngày 12 tháng 9 năm 2018', '2018-09-12'],
    ['1985', '1985'],
    [1985, '1985'],
    ['năm 1985', '1985'],
    ['Sinh năm 1985', '1985'],
    ['00/00/1985', '1985'],
    ['00/05/1985', '1985-05'],
    ['…/…/1985', '1985'],
    ['1985-05-19', '1985-05-19'],
    ['1985-05-19T00:00:00.000Z', '1985-05-19'],
    ['19/05/1985 00:00:00', '1985-05-19'],
    [new Date('1980-09-01T00:00:00Z'), '1980-09-01'],
    [29465, '1980-09-01'],
    [29465.5, '1980-09-01'],
    [5.1985, '1985-05'],
  ])('%s is %s', (text, iso) => {
    expect(toIso(readDate(text)?.date ?? { y: 0 })).toBe(iso)
  })

  test('the Macintosh counts serials from 1904', () => {
    expect(readDate(28003, 1904)?.date).toEqual({ y: 1980, m: 9, d: 1 })
  })

  test.each([
    ['1/5/85', '1985-05-01'],
    ['1.5.02', '2002-05-01'],
    ['010585', '1985-05-01'],
    ['31/12/29', '2029-12-31'],
    ['1/1/30', '1930-01-01'],
  ])('%s, with a year of two digits, is %s and says so', (text, iso) => {
    const found = readDate(text)
    expect(found).toMatchObject({ twoDigitYear: true })
    expect(toIso(found?.date ?? { y: 0 })).toBe(iso)
  })

  test('a month that cannot be one is the day of an American date, and says so', () => {
    expect(readDate('05/19/1985')).toEqual({ date: { y: 1985, m: 5, d: 19 }, swapped: true })
  })

  test.each(['31/02/1984', '29/02/1983', '31/04/1990', '13/13/1990', '', 'x', 'nt', '12', '0', '1/1/1/1', 'không rõ', '10/2018 - 4/2020'])(
    '%s is no date',
    (text) => {
      expect(readDate(text)).toBeNull()
    },
  )

  test('neither is a negative number nor a day that is none', () => {
    expect(readDate(-5)).toBeNull()
    expect(readDate(new Date(Number.NaN))).toBeNull()
  })
})
