import { describe, expect, test } from 'vitest'
import { censusCode, censusOrder, ethnicGroupOf, ethnicGroups, isEthnicMinority } from './ethnic-groups.ts'
import { fieldsOfStudy } from './fields-of-study.ts'
import { officialKindOf, officialKinds } from './official-kinds.ts'
import { provinces34, provinces63, provincesOn, registrationCodes, registrationProvince } from './provinces.ts'
import { religionOf } from './religions.ts'
import { defenceGroupOf, ethnicLanguageOf, itLevelOf, readLanguage } from './skills.ts'
import { studyModeOf, theoryModeOf } from './study-modes.ts'

describe('ethnic groups', () => {
  test.each([
    ['Kinh', '01'],
    ['Tày', '02'],
    ['Cao Lan', '15'],
    ['Sán Chay', '15'],
    ['Mông', '08'],
    ["H'Mông", '08'],
    ['H’Mông', '08'],
    ['Mèo', '08'],
    ['Mán', '09'],
    ['Pà Hưng', '46'],
    ['Khmer', '05'],
    ['Hoa', '04'],
    ['Mường', '06'],
    ['Dân tộc Nùng', '07'],
  ])('%s is %s of the 1979 list', (name, code) => {
    expect(ethnicGroupOf(name)?.code).toBe(code)
  })

  test('the list has 56 entries and every group but two is in the census order', () => {
    expect(ethnicGroups).toHaveLength(56)
    expect(censusOrder).toHaveLength(54)
    expect(ethnicGroups.filter(({ code }) => censusCode(code) === null).map(({ name }) => name.vi)).toEqual([
      'Người nước ngoài',
      'Không rõ',
    ])
  })

  test('the two lists disagree from 04 on', () => {
    expect([censusCode('04'), censusCode('05'), censusCode('06')]).toEqual(['06', '05', '04'])
  })

  test('an unknown word is no group; a minority is any but Kinh', () => {
    expect(ethnicGroupOf('x')).toBeNull()
    expect([isEthnicMinority('01'), isEthnicMinority('02'), isEthnicMinority('56'), isEthnicMinority(null)]).toEqual([
      false,
      true,
      false,
      false,
    ])
  })
})

describe('the other lists', () => {
  test('63 provinces became 34, and codes changed owner', () => {
    expect([provinces63.length, provinces34.length, registrationCodes.size]).toEqual([63, 34, 63])
    expect(provincesOn('2025-06-30').find(({ code }) => code === '15')?.name).toBe('Yên Bái')
    expect(provincesOn('2025-07-01').find(({ code }) => code === '15')?.name).toBe('Lào Cai')
    expect(registrationProvince('008')?.name).toBe('Tuyên Quang')
  })

  test('religions, also those the list lacks', () => {
    expect(religionOf('Không')?.code).toBe('00')
    expect(religionOf('Thiên chúa giáo')?.code).toBe('02')
    expect(religionOf('Hồi giáo')?.code).toBe('99')
    expect(religionOf('???')).toBeNull()
  })

  test('commune cadres end with June 2025, non-specialised workers with May 2026', () => {
    expect([officialKinds.CBX.to, officialKinds.KCT.to]).toEqual(['2025-07-01', '2026-06-01'])
    expect([
      officialKindOf('Công chức cấp xã'),
      officialKindOf('Viên chức'),
      officialKindOf('người hoạt động không chuyên trách'),
      officialKindOf('?'),
    ]).toEqual(['CCX', 'VC', 'KCT', null])
  })

  test('languages, IT, defence', () => {
    expect(readLanguage('Anh B')).toEqual({ language: 'en', level: 'B' })
    expect(readLanguage('Tiếng Anh B1')).toEqual({ language: 'en', level: 'B1' })
    expect(readLanguage('ĐH Tiếng Trung')).toEqual({ language: 'zh', level: 'DH' })
    expect(readLanguage('C')).toEqual({ language: 'en', level: 'C' })
    expect(readLanguage('-')).toBeNull()
    expect([itLevelOf('B'), itLevelOf('Ứng dụng CNTT cơ bản'), itLevelOf('Trung cấp tin học')]).toEqual(['B', 'CB', 'TC'])
    expect([defenceGroupOf('Đối tượng 3'), defenceGroupOf('ĐT 4'), defenceGroupOf('2'), defenceGroupOf('5')]).toEqual(['3', '4', '2', null])
    expect(ethnicLanguageOf('Chứng chỉ tiếng Mông')).toBe('mong')
  })

  test('modes of study', () => {
    expect([studyModeOf('Tại chức'), studyModeOf('Chính quy'), studyModeOf('văn bằng 2')]).toEqual(['VLVH', 'CQ', 'VB2'])
    expect([theoryModeOf('Không tập trung'), theoryModeOf('Tập trung')]).toEqual(['KTT', 'TT'])
  })

  test('every field of study recognises its own name and no two share a code', () => {
    expect(new Set(fieldsOfStudy.map(({ code }) => code)).size).toBe(fieldsOfStudy.length)
  })
})
