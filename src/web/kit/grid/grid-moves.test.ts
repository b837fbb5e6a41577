import { expect, test } from 'vitest'
import { isWithin, moveBy, rangeBetween } from '#web/kit/grid/grid-moves.ts'

const bounds = { rows: 100_000, columns: 7, page: 18 }

test.each([
  ['ArrowDown', false, { row: 5, column: 2 }, { row: 6, column: 2 }],
  ['ArrowUp', false, { row: 0, column: 2 }, { row: -1, column: 2 }],
  ['ArrowUp', false, { row: -1, column: 2 }, { row: -1, column: 2 }],
  ['ArrowRight', false, { row: 5, column: 6 }, { row: 5, column: 6 }],
  ['ArrowDown', true, { row: 5, column: 2 }, { row: 99_999, column: 2 }],
  ['PageDown', false, { row: 99_990, column: 2 }, { row: 99_999, column: 2 }],
  ['PageUp', false, { row: 5, column: 2 }, { row: 0, column: 2 }],
  ['Home', false, { row: 5, column: 2 }, { row: 5, column: 0 }],
  ['End', true, { row: 5, column: 2 }, { row: 99_999, column: 6 }],
] as const)('%s (ctrl %s) from %o leads to %o', (key, ctrl, from, to) => {
  expect(moveBy(key, ctrl, from, bounds)).toEqual(to)
})

test('typing a letter moves nothing', () => {
  expect(moveBy('a', false, { row: 0, column: 0 }, bounds)).toBeNull()
})

test('a range grown upwards and to the left holds the same cells', () => {
  const range = rangeBetween({ row: 5, column: 3 }, { row: 2, column: 1 })
  expect(range).toEqual({ from: { row: 2, column: 1 }, to: { row: 5, column: 3 } })
  expect(isWithin(range, 5, 3)).toBe(true)
  expect(isWithin(range, 6, 3)).toBe(false)
})
