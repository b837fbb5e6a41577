import { describe, expect, test } from 'vitest'
import { toIso } from '#lib/partial-date.ts'
import type { Candidate, ImportKind } from '../candidate.ts'
import { madeSheet, madeWorkbook } from './made-sheet.fixture.ts'
import { recognise } from './recognise.ts'

type Rows = Parameters<typeof madeSheet>[0]

function read(kind: ImportKind, rows: Rows, spec: Parameters<typeof madeSheet>[1] = {}) {
  const { candidates, refused } = recognise(madeWorkbook(madeSheet(rows, spec)), { kind })
  return { candidates, refused: refused.map(({ column, row, why }) => `${column}${row} ${why.code}`) }
}

function paper({ fields }: Candidate): string {
  return [
    fields.decisionNumber?.value,
    fields.decisionOn && toIso(fields.decisionOn.value),
    fields.trainingKind?.value,
    fields.unit?.value.name,
  ].join(' · ')
}

const person = ['Họ và tên', 'Năm sinh', 'Đơn vị']

describe('who is on the list', () => {
  test('where only women are marked, the others are men, and each is told so', () => {
    const { candidates } = read('people', [
      [...person, 'Nữ (x)'],
      ['Hà Văn Một', 1980, 'xã Tứ Quận', null],
      ['Ma Kim Hai', 1981, 'xã Tứ Quận', 'x'],
    ])

    expect(candidates.map(({ fields }) => fields.sex?.value)).toEqual(['male', 'female'])
    expect(candidates[0]?.warnings.map(({ code }) => code)).toEqual(['sex-from-blank'])
  })

  test('the middle name Thị makes nobody a woman', () => {
    const { candidates } = read('people', [person, ['Hà Thị Một', 1980, 'xã Tứ Quận']])

    expect(candidates[0]?.fields.sex).toBeUndefined()
  })

  test.each(['đ/c. Hoàng Văn Hải', 'Đ/cHOÀNG VĂN HẢI', '12. Hoàng Văn Hải', 'Hoàng Văn Hải*', 'HOÀNG VăN HảI'])(
    '%s is Hoàng Văn Hải',
    (written) => {
      const { candidates } = read('people', [person, [written, 1980, 'xã Tứ Quận']])

      expect(candidates[0]?.fields.name?.value).toBe('Hoàng Văn Hải')
    },
  )

  test('those who sign a list without numbers are not on it', () => {
    const { candidates } = read('people', [
      ['Họ và tên', 'Năm sinh', 'Chức vụ'],
      ['Hà Văn Một', 1980, 'Kế toán'],
      ['Ma Văn Hai', 1980, 'Trưởng ban'],
      [null, null, 'Tứ Quận, ngày 1 tháng 2 năm 2020'],
      ['Cán bộ thống kê', null, 'CHỦ TỊCH'],
      ['Lý Văn Ký', null, 'Bàn Thị Dấu'],
    ])

    expect(candidates.map(({ fields }) => fields.name?.value)).toEqual(['Hà Văn Một', 'Ma Văn Hai'])
  })

  test.each(['//', '„', '″ ″', 'nt'])('%s is what stands above', (sign) => {
    const { candidates } = read('people', [person, ['Hà Văn Một', 1980, 'xã Tứ Quận'], ['Hà Văn Hai', 1981, sign]])

    expect(candidates[1]?.fields.unit).toMatchObject({ value: { name: 'Tứ Quận' }, source: 'above' })
  })

  test('a number of the old card and one of the new stand side by side', () => {
    const { candidates } = read('people', [
      [...person, 'Số CMND', 'Số CCCD'],
      ['Hà Văn Một', 1979, 'xã Tứ Quận', '070123456', '008079900011'],
    ])

    expect([candidates[0]?.fields.oldId?.value, candidates[0]?.fields.personalId?.value]).toEqual(['070123456', '008079900011'])
  })

  test('a mark nobody can read gives no level', () => {
    const { candidates } = read(
      'people',
      [
        [...person, 'LLCT', null],
        [null, null, null, 'SC', 'TC'],
        ['Hà Văn Một', 1979, 'xã Tứ Quận', null, '?'],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'] },
    )

    expect(candidates[0]?.fields.theory).toBeUndefined()
    expect(candidates[0]?.warnings.map(({ code, place }) => `${code} ${place.column}${place.row}`)).toContain('level-unknown E3')
  })
})

describe('the paper and the course', () => {
  const heading = ['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ, đơn vị']
  const hai = [1, 'Hà Văn Hai', 1981, 'Kế toán xã Tứ Quận']

  test('each section of a list has its own', () => {
    const rows = [
      ['DANH SÁCH CÁN BỘ CỬ ĐI HỌC'],
      heading,
      ['I. Lớp Trung cấp LLCT (Quyết định số 215-QĐ/HU ngày 12/9/2018)'],
      hai,
      ['II', 'Đại học Luật, Quyết định số 400/QĐ-UBND ngày 02/11/2018 của Chủ tịch Ủy ban nhân dân huyện'],
      ['1. Xã Phúc Ninh'],
      [1, 'Hà Ba', 1980, 'Kế toán'],
    ]

    expect(read('sendings', rows).candidates.map(paper)).toEqual([
      '215-QĐ/HU · 2018-09-12 · LLCT_TC · Tứ Quận',
      '400/QĐ-UBND · 2018-11-02 · DT_DH · Phúc Ninh',
    ])
  })

  test('a paper alone in the row under the heading is no heading', () => {
    const rows = [['DANH SÁCH CỬ ĐI HỌC TRUNG CẤP LLCT'], heading, ['Quyết định số 215-QĐ/HU ngày 12/9/2018'], hai]

    expect(read('sendings', rows).candidates.map(paper)).toEqual(['215-QĐ/HU · 2018-09-12 · LLCT_TC · Tứ Quận'])
  })

  test('the day may stand in the line after the number', () => {
    const rows = [
      ['CÁN BỘ ĐI HỌC ĐẠI HỌC LUẬT'],
      ['Kèm theo Quyết định số: 567 /QĐ-UBND'],
      ['ngày 7/8/2018 của Chủ tịch UBND huyện'],
      heading,
      hai,
    ]

    expect(read('sendings', rows).candidates.map(paper)).toEqual(['567/QĐ-UBND · 2018-08-07 · DT_DH · Tứ Quận'])
  })

  test('the name of the sheet may say all of it', () => {
    const { candidates } = read('sendings', [['DANH SÁCH CỬ ĐI HỌC'], heading, hai], { name: 'QĐ 215-QĐ_HU 12.9.2018 TC LLCT' })

    expect(candidates.map(paper)).toEqual(['215-QĐ/HU · 2018-09-12 · LLCT_TC · Tứ Quận'])
  })

  test('a row that adds up several classes is refused at its number of classes', () => {
    const { candidates, refused } = read('classes', [
      ['TT', 'Tên lớp', 'Số lớp', 'Số học viên'],
      [1, 'Sơ cấp LLCT', 1, 60],
      [2, 'Chuyên đề nghị quyết', 3, 300],
    ])

    expect(candidates).toHaveLength(1)
    expect(refused).toEqual(['C3 several-classes'])
  })
})

describe('the shape of the list', () => {
  test('a commune with a number of its own heads a section', () => {
    const { candidates } = read('people', [
      ['TT', 'Họ và tên', 'Năm sinh'],
      [1, 'XÃ TỨ QUẬN'],
      [1.1, 'Hà Văn Một', 1980],
      [2, 'Xã Phúc Ninh'],
      [2.1, 'Phương Văn Hai', 1980],
    ])

    expect(candidates.map(({ fields }) => [fields.name?.value, fields.unit?.value.name])).toEqual([
      ['Hà Văn Một', 'Tứ Quận'],
      ['Phương Văn Hai', 'Phúc Ninh'],
    ])
  })

  test('a level under its kind is of that kind, and the year beside it is not a level', () => {
    const rows = [
      [...person, 'Chuyên môn', null, 'LLCT', null],
      [null, null, null, 'Trình độ', 'Năm TN', 'Trình độ', 'Năm'],
      ['Hà Văn Một', 1980, 'xã Tứ Quận', 'ĐH Luật', 2010, 'TC', 2012],
    ]
    const { candidates } = read('people', rows, { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'] })

    expect([candidates[0]?.fields.degree?.value[0]?.level, candidates[0]?.fields.theory?.value[0]?.level]).toEqual(['DH', 'TC'])
  })

  test('a paper without its day is pointed at', () => {
    const { candidates } = read('sendings', [
      ['DANH SÁCH CỬ ĐI HỌC TRUNG CẤP LLCT'],
      ['Kèm theo Quyết định số 5-QĐ/HU'],
      person,
      ['Hà Văn Một', 1980, 'xã Tứ Quận'],
    ])

    expect(candidates[0]?.warnings.map(({ code }) => code)).toContain('decision-undated')
  })
})
