import { expect, test } from 'vitest'
import { footText, readSeal, sealText } from './seal.ts'

const seal = { day: '2026-11-24', seq: 12_345, hash: `3f9a${'0'.repeat(60)}` }

test('a seal is printed with its day, its number and sixteen signs of its hash', () => {
  expect(sealText(seal, 'vi')).toBe('Dấu nhật ký ngày 24/11/2026: 12.345 · 3f9a000000000000')
  expect(sealText(seal, 'en')).toBe('Log seal of 24/11/2026: 12,345 · 3f9a000000000000')
})

test('the foot of a file says who made it and when, by the clock of Hanoi', () => {
  expect(footText(seal, { by: 'Hà Thị Nụ', at: new Date('2026-11-24T05:30:00Z') }, 'vi')).toBe(
    'Dấu nhật ký ngày 24/11/2026: 12.345 · 3f9a000000000000 · Hà Thị Nụ, lập lúc 24/11/2026, 12:30',
  )
})

test.each([
  ['12.345 · 3f9a000000000000', 12_345],
  ['12,345 · 3F9A000000000000', 12_345],
  ['12345:3f9a000000000000', 12_345],
  ['3f9a000000000000', null],
])('%s is read as it was printed', (text, seq) => {
  expect(readSeal(text)).toEqual({ seq, hash: '3f9a000000000000' })
})

test.each(['12.345', '3f9a', 'zz9a000000000000', ''])('%j is no seal', (text) => {
  expect(readSeal(text)).toBeNull()
})
