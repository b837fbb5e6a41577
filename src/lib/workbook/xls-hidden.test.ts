import { expect, test } from 'vitest'
import { hiddenSheets } from './xls-hidden.ts'

const start = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00, ...Array.from({ length: 12 }, () => 0)]
const end = [0x0a, 0, 0, 0]

function sheet(state: number, type: number): number[] {
  return [0x85, 0, 8, 0, 0, 0, 0, 0, state, type, 0, 0]
}

test('an .xls says which of its worksheets are hidden, charts aside', () => {
  expect(hiddenSheets(Uint8Array.from([...start, ...sheet(0, 0), ...sheet(1, 0), ...sheet(1, 2), ...sheet(2, 0), ...end]))).toEqual([
    false,
    true,
    true,
  ])
})

test('a list of sheets that breaks off says nothing', () => {
  expect(hiddenSheets(Uint8Array.from([...start, ...sheet(1, 0)]))).toBeNull()
  expect(hiddenSheets(Uint8Array.from([1, 2, 3]))).toBeNull()
})
