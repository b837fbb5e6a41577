import { describe, expect, test } from 'vitest'
import { toIso } from '#lib/partial-date.ts'
import type { Candidate } from '../candidate.ts'
import { madeSheet, madeWorkbook } from './made-sheet.fixture.ts'
import { recognise } from './recognise.ts'

type Rows = Parameters<typeof madeSheet>[0]

const people = (rows: Rows) => recognise(madeWorkbook(madeSheet(rows)), { kind: 'people' })

const short = ({ fields }: Candidate) =>
  [fields.name?.value, fields.sex?.value, fields.birth && toIso(fields.birth.value), fields.unit?.value.name]
    .map((value) => value ?? '')
    .join(' · ')

describe('what stands around the table', () => {
  test('those who sign below are nobody on the list', () => {
    const { candidates, refused, warnings } = people([
      ['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ', 'Đơn vị'],
      [1, 'Tống Văn Một', 1980, 'Bí thư Đảng ủy', 'Xã Tứ Quận'],
      [2, 'Công Thị Hai', 1981, 'VP-TK', 'Xã Tứ Quận'],
      [null, 'NGƯỜI LẬP BIỂU', null, null, 'TRƯỞNG BAN'],
      [null, '(Ký, ghi rõ họ tên)', null, null, '(Ký, đóng dấu)'],
      [null, 'Nguyễn Văn Lập', null, null, 'Trần Văn Ký'],
    ])

    expect(candidates.map(short)).toEqual(['Tống Văn Một ·  · 1980 · Tứ Quận', 'Công Thị Hai ·  · 1981 · Tứ Quận'])
    expect([refused, warnings]).toEqual([[], []])
  })

  test('a total may stand over the people it counts', () => {
    const { candidates } = people([
      ['TT', 'Họ và tên', 'Năm sinh', 'Đơn vị'],
      [null, 'Tổng số', 2, null],
      [1, 'Hà Văn Một', 1980, 'Xã Tứ Quận'],
      [2, 'Hà Văn Hai', 1981, 'Xã Tứ Quận'],
    ])

    expect(candidates).toHaveLength(2)
  })

  test('a list without numbers, and numbers as text', () => {
    expect(
      people([
        ['Họ tên', 'Năm sinh', 'Đơn vị'],
        ['Hà Văn Một', '1980', 'Xã Tứ Quận'],
        ['Hà Văn Hai', '1981', 'Xã Tứ Quận'],
      ]).candidates,
    ).toHaveLength(2)
    expect(
      people([
        ['TT', 'Họ tên', 'Năm sinh'],
        ['01', 'Hà Văn Một', '1980'],
        ['02.', 'Hà Văn Hai', '1981'],
      ]).candidates,
    ).toHaveLength(2)
  })

  test.each([
    ['DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ TỨ QUẬN', 'Tứ Quận'],
    ['Danh sách cán bộ xã Tứ Quận, huyện Yên Sơn', 'Tứ Quận'],
    ['UBND XÃ TỨ QUẬN', 'Tứ Quận'],
    ['ĐẢNG ỦY XÃ TỨ QUẬN', 'Tứ Quận'],
    ['DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP XÃ HUYỆN YÊN SƠN', undefined],
    ['DANH SÁCH CÔNG CHỨC CẤP XÃ', undefined],
    ['HUYỆN ỦY YÊN SƠN', undefined],
  ])('under "%s" the unit is %s', (title, unit) => {
    const { candidates } = people([[title], ['TT', 'Họ và tên', 'Năm sinh'], [1, 'Hà Văn Một', 1980]])

    expect(candidates[0]?.fields.unit?.value.name).toBe(unit)
    expect(candidates[0]?.warnings.some(({ code }) => code === 'unit-missing')).toBe(unit === undefined)
  })

  test('men and women in two columns of dates without a heading over both', () => {
    const { candidates } = people([
      ['TT', 'Họ và tên', 'Nam', 'Nữ', 'Đơn vị'],
      [1, 'Hà Văn Một', '1/2/1980', null, 'Xã Tứ Quận'],
      [2, 'Hà Thị Hai', null, 1981, 'Xã Tứ Quận'],
    ])

    expect(candidates.map(short)).toEqual(['Hà Văn Một · male · 1980-02-01 · Tứ Quận', 'Hà Thị Hai · female · 1981 · Tứ Quận'])
  })

  test('men and women marked in two columns beside the date', () => {
    const { candidates } = people([
      ['TT', 'Họ và tên', 'Nam', 'Nữ', 'Sinh ngày'],
      [1, 'Hà Văn Một', 'x', null, '1/2/1980'],
      [2, 'Hà Thị Hai', null, 'x', 1981],
    ])

    expect(candidates.map(short)).toEqual(['Hà Văn Một · male · 1980-02-01 · ', 'Hà Thị Hai · female · 1981 · '])
  })

  test('headings in words of their own', () => {
    const { sheets } = people([
      [
        'Số TT',
        'Họ, tên',
        'Năm sinh Nam',
        'Năm sinh Nữ',
        'Trình độ CM',
        'Trình độ LLCT',
        'Chức danh/ chức vụ',
        'Ngày vào ĐCSVN',
        'Quê quán (xã, huyện, tỉnh)',
        'Số điện thoại',
        'Chức vụ, đơn vị công tác hiện nay',
      ],
      [1, 'Hà Văn Một', 1980, null, 'ĐH', 'TC', 'Bí thư', '3/2/2005', 'Tứ Quận', '0912', 'Bí thư xã Tứ Quận'],
    ])

    expect(sheets[0]?.tables[0]?.columns.map(({ role }) => role)).toEqual([
      'ordinal',
      'name',
      'birth.male',
      'birth.female',
      'degree',
      'theory',
      'post',
      'partyJoinedOn',
      'nativePlace',
      'phone',
      'post-and-unit',
    ])
  })
})
