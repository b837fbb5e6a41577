import { describe, expect, test } from 'vitest'
import { educationLevels, highestLevel, readDegree, readDegrees, readGeneralEducation } from './education-levels.ts'

describe('professional education', () => {
  test.each([
    ['ĐH Luật', 'DH', 'Luật', 'LUAT', 'finished'],
    ['ĐH Hành chính', 'DH', 'Hành chính', 'HANH_CHINH', 'finished'],
    ['Thạc sĩ QLKT', 'THS', 'QLKT', 'QLKT', 'finished'],
    ['Thạc sỹ Quản lý kinh tế', 'THS', 'Quản lý kinh tế', 'QLKT', 'finished'],
    ['Cử nhân Luật', 'DH', 'Luật', 'LUAT', 'finished'],
    ['Kỹ sư Lâm nghiệp (đang học)', 'DH', 'Lâm nghiệp', 'LAM_NGHIEP', 'studying'],
    ['CĐ Kế toán', 'CD', 'Kế toán', 'KE_TOAN', 'finished'],
    ['Đại học', 'DH', null, null, 'finished'],
    ['TC Địa chính', 'TC', 'Địa chính', 'QLDD', 'finished'],
    ['Bác sĩ', 'DH', 'Bác sĩ', 'Y_DUOC', 'finished'],
    ['Tiến sĩ', 'TS', null, null, 'finished'],
    ['CKI Nội', 'CKI', 'Nội', null, 'finished'],
    ['ĐH Nông nghiệp - bỏ học', 'DH', 'Nông nghiệp - bỏ học', 'NONG_NGHIEP', 'abandoned'],
  ])('%s is %s, field %s', (text, level, field, fieldCode, state) => {
    expect(readDegree(text)).toMatchObject({ level, field, fieldCode, state })
  })

  test('mode and year are read where they stand', () => {
    expect(readDegree('ĐH Luật tại chức 2012')).toMatchObject({ level: 'DH', field: 'Luật', mode: 'VLVH', year: 2012 })
  })

  test('a cell may hold several, the highest finished one counts', () => {
    const degrees = readDegrees('CĐ Kế toán\nĐH Luật; Thạc sĩ Luật (đang học)')
    expect(degrees.map(({ level }) => level)).toEqual(['CD', 'DH', 'THS'])
    expect(highestLevel(degrees)).toBe('DH')
  })

  test('what names no level is not one', () => {
    expect(readDegree('Luật')).toBeNull()
    expect(readDegree('x')).toBeNull()
    expect(highestLevel([])).toBeNull()
  })

  test('university or better is rank four or more', () => {
    const better = Object.entries(educationLevels).filter(([, { rank }]) => rank >= 4)
    expect(better.map(([code]) => code)).toEqual(['DH', 'CKI', 'THS', 'CKII', 'TS', 'TSKH'])
  })

  test.each([
    ['12/12', { grade: 12, system: 12 }],
    ['Lớp 10/10', { grade: 10, system: 10 }],
    ['7/10', { grade: 7, system: 10 }],
    ['THPT', { grade: 12, system: 12 }],
    ['13/12', null],
    ['', null],
  ])('general education %s', (text, expected) => {
    expect(readGeneralEducation(text)).toEqual(expected)
  })
})
