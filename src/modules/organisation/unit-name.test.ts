import { expect, test } from 'vitest'
import { bareUnitKey, meantBy, unitKey } from './unit-name.ts'

test.each([
  ['TT. Yên Sơn', 'Thị trấn Yên Sơn'],
  ['TT Yên Sơn', 'thị trấn yên sơn'],
  ['Xã Quí Quân', 'xã Quý Quân'],
  ['X. Tứ Quận', 'XÃ TỨ QUẬN'],
  ['TP Tuyên Quang', 'Thành phố Tuyên Quang'],
  ['P. Mỹ Lâm', 'phường Mĩ Lâm'],
  ['Cơ quan Tổ chức - Nội vụ', 'Cơ quan Tổ chức – Nội vụ'],
])('%s and %s are one unit to a reader', (one, other) => {
  expect(unitKey(one)).toBe(unitKey(other))
})

test('the word for the kind is left out of a bare name, and only there', () => {
  expect(bareUnitKey('xã Tứ Quận')).toBe(bareUnitKey('Tu Quan'))
  expect(bareUnitKey('Xã')).toBe('xa')
})

test('a name that says its kind never means a unit of another kind', () => {
  const named = [
    { vi: 'Huyện Yên Sơn', en: 'Yên Sơn District' },
    { vi: 'Xã Yên Sơn', en: 'Yên Sơn Commune' },
  ]

  expect(meantBy('xa yen son', named).map((unit) => unit.vi)).toEqual(['Xã Yên Sơn'])
  expect(meantBy('Yen Son District', named).map((unit) => unit.vi)).toEqual(['Huyện Yên Sơn'])
  expect(meantBy('Yên Sơn', named)).toHaveLength(2)
  expect(meantBy('Thị trấn Yên Sơn', named)).toEqual([])
})
