import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodingOfFont, encodingOfTexts, toUnicode } from './old-fonts.ts'
import { countSyllables, isVietnameseSyllable } from './vietnamese-syllable.ts'

describe('TCVN3', () => {
  test.each([
    ['NguyÔn V¨n §øc', 'Nguyễn Văn Đức'],
    ['Hµ V¨n ThÞ', 'Hà Văn Thị'],
    ['X· Tø QuËn', 'Xã Tứ Quận'],
    ['§H S\u00AD ph¹m', 'ĐH Sư phạm'],
    ['Tæng céng: 12 ng\u00ADêi', 'Tổng cộng: 12 người'],
    ['DANH S¸CH TRÝCH NGANG C¸N Bé, C¤NG CHøC CÊP X·', 'DANH SÁCH TRÍCH NGANG CÁN BỘ, CÔNG CHỨC CẤP XÃ'],
    ['Hµ Lª', 'Hà Lê'],
  ])('%s is %s', (written, meant) => {
    expect(toUnicode(written, 'tcvn3')).toBe(meant)
  })

  test('a hyphen stays a hyphen', () => {
    expect(toUnicode('V¨n phßng - Thèng kª', 'tcvn3')).toBe('Văn phòng - Thống kê')
    expect(toUnicode('01-05-1985', 'tcvn3')).toBe('01-05-1985')
  })

  test('the capital font draws capitals whatever is typed', () => {
    expect(toUnicode('hµ v¨n thÞ', 'tcvn3', '.VnTimeH')).toBe('HÀ VĂN THỊ')
    expect(toUnicode('hµ v¨n thÞ', 'tcvn3', '.VnTime')).toBe('hà văn thị')
  })
})

describe('VNI', () => {
  test.each([
    ['Nguyeãn Vaên Ñöùc', 'Nguyễn Văn Đức'],
    ['Traàn Thò Bình', 'Trần Thị Bình'],
    ['LYÙ THAÙI TOÅ', 'LÝ THÁI TỔ'],
    ['Chuû tòch Hoäi Noâng daân', 'Chủ tịch Hội Nông dân'],
    ['Höõu Thöôøng', 'Hữu Thường'],
  ])('%s is %s', (written, meant) => {
    expect(toUnicode(written, 'vni')).toBe(meant)
  })
})

describe('which of them', () => {
  test('the font says so', () => {
    expect(encodingOfFont('.VnTime')).toBe('tcvn3')
    expect(encodingOfFont('.VnArialH')).toBe('tcvn3')
    expect(encodingOfFont('VNI-Times')).toBe('vni')
    expect(encodingOfFont('Times New Roman')).toBeNull()
    expect(encodingOfFont(undefined)).toBeNull()
  })

  test('else the words say so', () => {
    expect(encodingOfTexts(['TrÇn Thuý Nga', 'V¨n hãa - X· héi', 'Phóc Ninh'])).toBe('tcvn3')
    expect(encodingOfTexts(['Nguyeãn Vaên An', 'Tröôûng phoøng', 'xaõ Töù Quaän'])).toBe('vni')
    expect(encodingOfTexts(['Nguyễn Văn An', 'Hà Văn Thị', 'Lò Thị Hoà'])).toBe('unicode')
    expect(encodingOfTexts(['Hà', 'Lò', 'Vì', 'Lý', 'Tô', 'Quân', 'Bình'])).toBe('unicode')
    expect(encodingOfTexts(['José', 'Müller'])).toBe('unicode')
  })

  test('Unicode text is never converted', () => {
    const fine = fc.array(fc.constantFrom('Nguyễn', 'Đặng', 'Thị', 'Hương', 'Sửu', 'Ngọc', 'Ước'), { minLength: 1 })
    fc.assert(
      fc.property(fine, fc.constantFrom('tcvn3' as const, 'vni' as const), (words, encoding) => {
        expect(encodingOfTexts(words)).toBe('unicode')
        expect(toUnicode(words.join(' '), encoding)).toBe(words.join(' '))
      }),
    )
  })
})

describe('syllables', () => {
  test.each(['Nguyễn', 'Thuý', 'Quý', 'Giếng', 'gì', 'Ước', 'Yến', 'Chẩu', 'Mỵ', 'khuỷu', 'Đặng', 'xoong', 'quốc'])('%s is one', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true)
  })

  test.each(['NguyÔn', 'V¨n', 'TrÇn', 'Vaên', 'José', 'strong', 'ưi\u0301\u0300'])('%s is none', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false)
  })

  test('abbreviations in capitals do not count', () => {
    expect(countSyllables('UBND xã Tứ Quận, QLKT')).toEqual({ good: 3, bad: 0 })
  })
})
