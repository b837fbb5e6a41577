import { expect, test } from 'vitest'
import { moneyText, moneyWords, numberWords } from './money-words.ts'

test.each([
  [0, 'Không đồng'],
  [5, 'Năm đồng'],
  [14, 'Mười bốn đồng'],
  [15, 'Mười lăm đồng'],
  [21, 'Hai mươi mốt đồng'],
  [24, 'Hai mươi tư đồng'],
  [105, 'Một trăm linh năm đồng'],
  [110, 'Một trăm mười đồng'],
  [1_005, 'Một nghìn không trăm linh năm đồng'],
  [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
  [1_000_005, 'Một triệu không trăm linh năm đồng'],
  [35_000_000, 'Ba mươi lăm triệu đồng'],
  [60_555_001, 'Sáu mươi triệu năm trăm năm mươi lăm nghìn không trăm linh một đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
  [1_000_000_001, 'Một tỷ không trăm linh một đồng'],
  [2_050_000_000, 'Hai tỷ không trăm năm mươi triệu đồng'],
  [1_250_000_000_000, 'Một nghìn hai trăm năm mươi tỷ đồng'],
  [-1_000, 'Âm một nghìn đồng'],
])('%i đồng is written in words', (amount, words) => {
  expect(moneyWords(amount)).toBe(words)
})

test('figures have points between the thousands', () => {
  expect([0, 999, 60_000_000].map(moneyText)).toEqual(['0 đồng', '999 đồng', '60.000.000 đồng'])
})

test('half a đồng has no words', () => {
  expect(() => numberWords(0.5)).toThrow(RangeError)
})
