import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberText, overText, percentText, sharesOfHundred } from './numbers.ts'

describe('numbers', () => {
  test('Vietnamese has a dot where English has a comma', () => {
    expect(numberText(38_000, 'vi')).toBe('38.000')
    expect(numberText(38_000, 'en')).toBe('38,000')
    expect(numberText(1234, 'vi')).toBe('1.234')
    expect(percentText(2, 3, 'vi')).toBe('66,7%')
    expect(percentText(2, 3, 'en')).toBe('66.7%')
    expect(percentText(0, 0, 'vi')).toBe('–')
  })

  test('the papers say over a round number', () => {
    expect(overText(2001, 'vi')).toBe('trên 2.000')
    expect(overText(38_120, 'vi')).toBe('trên 38.000')
    expect(overText(2000, 'en')).toBe('2,000')
    expect(overText(0, 'en')).toBe('0')
  })

  test('shown shares add up to one hundred', () => {
    expect(sharesOfHundred([1, 1, 1])).toEqual([33.4, 33.3, 33.3])
    expect(sharesOfHundred([0, 0])).toEqual([0, 0])
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }), (parts) => {
        fc.pre(parts.some((part) => part > 0))
        const sum = sharesOfHundred(parts).reduce((total, share) => total + Math.round(share * 10), 0)
        expect(sum).toBe(1000)
      }),
    )
  })
})
