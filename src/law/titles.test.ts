import { describe, expect, test } from 'vitest'
import { fieldsOfStudy } from './fields-of-study.ts'
import { title, titleOf, titles, titlesOn } from './titles.ts'

const before = '2020-12-31'
const after = '2025-12-31'

describe('titles of posts', () => {
  test.each([
    ['Bí thư Đảng ủy', 'X_DU_BT'],
    ['Bí thư ĐU', 'X_DU_BT'],
    ['Phó Bí thư Đảng ủy', 'X_DU_PBT'],
    ['CT UBND', 'X_UBND_CT'],
    ['Chủ tịch UBND xã', 'X_UBND_CT'],
    ['PCT UBND xã Tứ Quận', 'X_UBND_PCT'],
    ['Chủ tịch HĐND xã xã Tứ Quận', 'X_HDND_CT'],
    ['VP-TK', 'X_VPTK'],
    ['Văn phòng - Thống kê', 'X_VPTK'],
    ['Địa chính - NN - XD - MT', 'X_DCNN'],
    ['Địa chính - Nông nghiệp - Xây dựng - Môi trường', 'X_DCNN'],
    ['Tài chính - Kế toán', 'X_TCKT'],
    ['Tư pháp - Hộ tịch xã Phúc Ninh', 'X_TPHT'],
    ['Văn hóa - Xã hội', 'X_VHXH'],
    ['Chủ tịch Hội LHPN', 'X_PN_CT'],
    ['Chủ tịch Hội Liên hiệp Phụ nữ xã', 'X_PN_CT'],
    ['Chủ tịch Hội Nông dân', 'X_ND_CT'],
    ['Chủ tịch Hội CCB', 'X_CCB_CT'],
    ['Bí thư Đoàn TNCS Hồ Chí Minh', 'X_DTN_BT'],
    ['Bí thư Đoàn TN', 'X_DTN_BT'],
    ['Chủ tịch UBMTTQ xã', 'X_MTTQ_CT'],
    ['Chỉ huy trưởng BCHQS xã', 'X_QS'],
    ['Bí thư Đảng ủy, Chủ tịch HĐND xã', 'X_DU_BT'],
  ])('%s of a commune in 2020 is %s', (text, code) => {
    expect(titleOf(text, { level: 'commune', day: before })?.code).toBe(code)
  })

  test.each([
    ['Bí thư Huyện ủy', 'H_HU_BT'],
    ['Chủ tịch UBND huyện', 'H_UBND_CT'],
    ['Trưởng phòng Nội vụ', 'H_PHONG_TP'],
    ['Phó Trưởng Ban Tổ chức Huyện ủy', 'H_BAN_PTB'],
    ['Chuyên viên', 'H_CV'],
    ['Hiệu trưởng', 'H_SN_TT'],
  ])('%s of the district in 2020 is %s', (text, code) => {
    expect(titleOf(text, { level: 'district', day: before })?.code).toBe(code)
  })

  test('the same words mean another post after the district was abolished', () => {
    expect(titleOf('Chủ tịch UBND xã', { day: before })?.code).toBe('X_UBND_CT')
    expect(titleOf('Chủ tịch UBND xã', { day: after })?.code).toBe('P_UBND_CT')
    expect(titleOf('Chủ tịch UBND huyện', { day: after })).toBeNull()
    expect(titleOf('Tư pháp - Hộ tịch', { day: after })).toBeNull()
  })

  test('words that only begin like a title are not it', () => {
    expect(titleOf('Bí thư Đoàn trường', { level: 'commune', day: before })).toBeNull()
    expect(titleOf('', {})).toBeNull()
  })

  test('every title is found by its own name on its own days', () => {
    const lost = titles.filter((one) => {
      const day = one.from ?? '2020-01-01'
      const found = titleOf(one.name.vi, { level: one.level, day })
      return found?.code !== one.code
    })
    expect(lost.map(({ code }) => code)).toEqual([])
  })

  test('codes are unique and fields of study exist', () => {
    expect(new Set(titles.map(({ code }) => code)).size).toBe(titles.length)
    const known = new Set(fieldsOfStudy.map(({ code }) => code))
    expect(titles.flatMap(({ fields }) => fields).filter((field) => !known.has(field))).toEqual([])
  })

  test('no district post exists from 1 July 2025 but those of schools and service units', () => {
    expect(titlesOn('2025-06-30').some(({ level }) => level === 'district')).toBe(true)
    expect(titlesOn('2025-07-01').filter(({ level, block }) => level === 'district' && block !== 'service')).toEqual([])
    expect(title('X_UBND_CT')).toMatchObject({ officialKind: 'CBX', isLeader: true, isFullTime: true })
  })
})
