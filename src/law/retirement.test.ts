import { describe, expect, test } from 'vitest'
import { fromIso } from '#lib/partial-date.ts'
import { monthsToRetirement, retirementAge, retirementMonth, retirementOf } from './retirement.ts'

const ageOf = (born: string, sex: 'male' | 'female') => {
  const { years, months } = retirementAge(fromIso(born) ?? { y: 0 }, sex)
  return `${years}y${months}m`
}

describe('retirement age', () => {
  test.each([
    ['1960-12', '60y0m'],
    ['1961-01', '60y3m'],
    ['1961-09', '60y3m'],
    ['1961-10', '60y6m'],
    ['1962-06', '60y6m'],
    ['1962-07', '60y9m'],
    ['1963-03', '60y9m'],
    ['1963-04', '61y0m'],
    ['1963-12', '61y0m'],
    ['1964-01', '61y3m'],
    ['1964-09', '61y3m'],
    ['1964-10', '61y6m'],
    ['1965-06', '61y6m'],
    ['1965-07', '61y9m'],
    ['1966-03', '61y9m'],
    ['1966-04', '62y0m'],
    ['1990-01', '62y0m'],
  ])('a man born %s retires at %s', (born, age) => {
    expect(ageOf(born, 'male')).toBe(age)
  })

  test.each([
    ['1965-12', '55y0m'],
    ['1966-01', '55y4m'],
    ['1966-08', '55y4m'],
    ['1966-09', '55y8m'],
    ['1967-04', '55y8m'],
    ['1967-05', '56y0m'],
    ['1967-12', '56y0m'],
    ['1968-01', '56y4m'],
    ['1968-08', '56y4m'],
    ['1968-09', '56y8m'],
    ['1969-04', '56y8m'],
    ['1969-05', '57y0m'],
    ['1969-12', '57y0m'],
    ['1970-01', '57y4m'],
    ['1970-08', '57y4m'],
    ['1970-09', '57y8m'],
    ['1970-12', '57y8m'],
    ['1971-04', '57y8m'],
    ['1971-05', '58y0m'],
    ['1972-01', '58y4m'],
    ['1972-09', '58y8m'],
    ['1973-05', '59y0m'],
    ['1974-01', '59y4m'],
    ['1974-09', '59y8m'],
    ['1975-04', '59y8m'],
    ['1975-05', '60y0m'],
  ])('a woman born %s retires at %s', (born, age) => {
    expect(ageOf(born, 'female')).toBe(age)
  })

  test('only May 1969 among the women of the table is not checked against the annex', () => {
    expect(retirementAge({ y: 1969, m: 5 }, 'female').verified).toBe(false)
    expect(retirementAge({ y: 1969, m: 6 }, 'female').verified).toBe(true)
    expect(retirementAge({ y: 1969, m: 4 }, 'female').verified).toBe(true)
  })

  test('one retires on the last day of the month of full age', () => {
    expect(retirementOf({ y: 1964, m: 11, d: 20 }, 'male')).toMatchObject({ month: '2026-05', lastDay: '2026-05-31', isApproximate: false })
    expect(retirementMonth({ y: 1969, m: 11 }, 'female')).toBe('2026-11')
  })

  test('a year alone counts as its January and says so', () => {
    expect(retirementOf({ y: 1970 }, 'female')).toMatchObject({ years: 57, months: 4, month: '2027-05', isApproximate: true })
  })

  test('the ages by year of retirement agree with the decree', () => {
    // The first month of each year in which anyone retires must show that year's age.
    const byYear: Record<number, [string, string]> = {
      2021: ['60y3m', '55y4m'],
      2022: ['60y6m', '55y8m'],
      2023: ['60y9m', '56y0m'],
      2024: ['61y0m', '56y4m'],
      2025: ['61y3m', '56y8m'],
      2026: ['61y6m', '57y0m'],
      2027: ['61y9m', '57y4m'],
      2028: ['62y0m', '57y8m'],
    }
    const differing: string[] = []
    for (let born = 1961 * 12; born < 1972 * 12; born += 1) {
      const birth = { y: Math.floor(born / 12), m: (born % 12) + 1 }
      for (const [index, sex] of (['male', 'female'] as const).entries()) {
        if (sex === 'female' && birth.y < 1966) continue
        const asked = byYear[Number(retirementMonth(birth, sex).slice(0, 4))]?.[index]
        const { years, months } = retirementAge(birth, sex)
        if (asked !== undefined && asked !== `${years}y${months}m`) differing.push(`${sex} born ${birth.y}-${birth.m}`)
      }
    }
    expect(differing).toEqual([])
  })

  test('months of service left are counted without days', () => {
    expect(monthsToRetirement({ y: 1964, m: 11, d: 30 }, 'male', '2025-05-01')).toBe(12)
    expect(monthsToRetirement({ y: 1964, m: 11, d: 30 }, 'male', '2026-06-15')).toBe(-1)
  })
})
