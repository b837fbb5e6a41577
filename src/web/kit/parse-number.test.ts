import { expect, test } from 'vitest'
import { parseNumber } from '#web/kit/parse-number.ts'

test.each([
  ['1.234,5', 'vi', 1234.5],
  ['2,34', 'vi', 2.34],
  ['1,234.5', 'en', 1234.5],
  ['-12', 'vi', -12],
  ['38 000', 'vi', 38000],
  ['', 'vi', null],
  ['12a', 'vi', Number.NaN],
  ['1,2,3', 'vi', Number.NaN],
  ['1,', 'vi', Number.NaN],
] as const)('%j typed in %s is %d', (text, language, value) => {
  expect(parseNumber(text, language)).toEqual(value)
})
