import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cleanText,
  compareNames,
  compareWords,
  fold,
  inProperCase,
  isSameText,
  soundKey,
  soundVariants,
  splitName,
  withOneTonePlacement,
} from './vietnamese-names.ts'

describe('names', () => {
  test('a list is sorted by given name, then family name, then middle name', () => {
    const sorted =
      'Nguyễn Văn An|Lê Văn Ánh|Nguyễn Thị Ánh|Đặng Thị Ân|Nguyễn Văn Ấn|Trần Thị Bình|Lò Thị Dung|Bế Văn Đàn|Ma Văn Đức|Hà Văn Thị|Nhữ Hùng Thông'.split(
        '|',
      )

    expect(sorted.toReversed().toSorted(compareNames)).toEqual(sorted)
  })

  test.each([['An Ánh Ăn Ân'], ['Binh Bình Bỉnh Bĩnh Bính Bịnh'], ['On Ôn Ơn'], ['Dũng Đặng']])(
    'the order of %s is the Vietnamese order',
    (words) => {
      expect(words.split(' ').toReversed().toSorted(compareWords)).toEqual(words.split(' '))
    },
  )

  test.each([
    ['Hà Văn Thị', 'ha van thi'],
    ['  Nguyễn  Thị\tĐào ', 'nguyen thi dao'],
    ['ĐẶNG ĐỨC', 'dang duc'],
    ['Nguye\u0302\u0303n', 'nguyen'],
  ])('search reads %s as %s', (name, folded) => {
    expect(fold(name)).toBe(folded)
  })

  test.each([
    ['Hòa Bình', 'Hoà Bình'],
    ['Thúy', 'Thuý'],
    ['ỦY BAN', 'UỶ BAN'],
    ['Huỳnh', 'Huỳnh'],
    ['quý', 'quý'],
    ['Hoàng', 'Hoàng'],
    ['Toàn', 'Toàn'],
  ])('the tone of %s stands as in %s', (text, canonical) => {
    expect(withOneTonePlacement(text)).toBe(canonical)
  })

  test('Hoà and Hòa are one name, Hoa another', () => {
    expect(isSameText('NGUYỄN THỊ HÒA', 'Nguyễn Thị Hoà')).toBe(true)
    expect(isSameText('Nguyễn Thị Hoa', 'Nguyễn Thị Hoà')).toBe(false)
  })

  test.each([
    ['Nguyễn Thị Kim Oanh', 'Nguyễn', 'Thị Kim', 'Oanh'],
    ['Hà Thị', 'Hà', '', 'Thị'],
    ['Ma', '', '', 'Ma'],
    ['', '', '', ''],
  ])('%s is family %s, middle %s, given %s', (name, family, middle, given) => {
    expect(splitName(name)).toEqual({ family, middle, given })
  })

  test.each([
    ['NGUYỄN VĂN AN', 'Nguyễn Văn An'],
    ['nguyễn văn an', 'Nguyễn Văn An'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ['Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Trần thị Bình', 'Trần thị Bình'],
  ])('%s is written %s', (name, written) => {
    expect(inProperCase(name)).toBe(written)
  })

  test('invisible signs, hard spaces and taken-apart letters do not come through the door', () => {
    expect(cleanText('\uFEFFNguye\u0302\u0303n\u00A0Va\u0306n\u200B  An ')).toBe('Nguyễn Văn An')
    expect('Nguyễn'.normalize('NFC')).toHaveLength(6)
    expect('Nguyễn'.normalize('NFD')).toHaveLength(8)
  })

  test('folding twice changes nothing, and taking letters apart does not change what search sees', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
        expect(fold(withOneTonePlacement(text))).toBe(fold(text))
      }),
    )
  })

  test('the parts of a name are the name', () => {
    fc.assert(
      fc.property(fc.array(vietnameseWord, { minLength: 1, maxLength: 5 }), (words) => {
        const { family, middle, given } = splitName(words.join(' '))
        expect([family, middle, given].filter(Boolean).join(' ')).toBe(words.join(' '))
      }),
    )
  })
})

const letters = [...'aàáảãạăằâầeèêếioòôơớuủưựyýbcdđghklmnpqrstvxÁĐẾỦ']
const vietnameseWord = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 })
const vietnamese = fc.string({ unit: fc.constantFrom(...letters, ' ', '  ', '-'), maxLength: 30 })

test('names written with i or y are looked for in both ways, and compared as one', () => {
  expect(soundVariants('quang van ly')).toEqual(['quang van ly', 'quang van li'])
  expect(soundKey('tran quy ly')).toBe(soundKey('tran qui li'))
  expect(soundKey('ha thi')).not.toBe(soundKey('ha thy'))
})
