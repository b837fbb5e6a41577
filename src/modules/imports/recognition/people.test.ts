import { describe, expect, test } from 'vitest'
import { toIso } from '#lib/partial-date.ts'
import type { Sheet } from '#lib/workbook/cells.ts'
import type { Candidate } from '../candidate.ts'
import { recognise } from './recognise.ts'
import { madeSheet, madeWorkbook } from './made-sheet.fixture.ts'

const people = (...sheets: Sheet[]) => recognise(madeWorkbook(...sheets), { kind: 'people' })

const short = ({ fields }: Candidate) =>
  [fields.name?.value, fields.sex?.value, fields.birth && toIso(fields.birth.value), fields.unit?.value.name]
    .map((value) => value ?? '')
    .join(' · ')

const codes = (candidate: Candidate | undefined) => candidate?.warnings.map(({ code }) => code)

describe('where the table is', () => {
  test('a heading of three rows at row 9, under an empty column A, with numbers of columns beneath', () => {
    const { candidates, sheets } = people(
      madeSheet(
        [
          [null, 'UBND HUYỆN YÊN SƠN'],
          [null, 'PHÒNG NỘI VỤ'],
          [],
          [null, 'DANH SÁCH CÁN BỘ'],
          [],
          [],
          [],
          [],
          [null, 'STT', 'Họ và tên', 'Ngày, tháng, năm sinh', null, 'Đơn vị công tác', 'Trình độ', null, null],
          [null, null, null, 'Nam', 'Nữ', null, 'Chuyên môn', 'Lý luận chính trị', null],
          [null, null, null, null, null, null, null, 'TC', 'CC'],
          [null, '1', '2', '3', '4', '5', '6', '7', '8'],
          [null, 1, 'Lý Văn Sáng', '02/03/1980', null, 'UBND xã Tứ Quận', 'ĐH Luật', 'x', null],
          [null, 2, 'Bàn Thị Mến', null, '1985', 'UBND xã Lang Quán', 'CĐ Kế toán', null, 'đang học'],
        ],
        { merges: ['B9:B11', 'C9:C11', 'D9:E9', 'F9:F11', 'G9:I9', 'G10:G11', 'H10:I10', 'D10:D11', 'E10:E11'] },
      ),
    )

    expect(sheets[0]?.tables[0]?.headingRows).toEqual([9, 11])
    expect(candidates.map(short)).toEqual(['Lý Văn Sáng · male · 1980-03-02 · Tứ Quận', 'Bàn Thị Mến · female · 1985 · Lang Quán'])
    expect(candidates.map(({ fields }) => fields.theory?.value)).toEqual([
      [{ level: 'TC', state: 'finished' }],
      [{ level: 'CC', state: 'studying' }],
    ])
  })

  test('a sheet of instructions and a hidden sheet give nothing; each further sheet is a unit', () => {
    const rows = [
      ['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ'],
      [1, 'Ma Văn Tới', 1979, 'Bí thư Đảng ủy'],
      [null, 'Cộng: 01 đồng chí'],
    ]
    const { candidates, sheets, warnings } = people(
      madeSheet([['HƯỚNG DẪN GHI BIỂU'], ['1. Ghi họ và tên đầy đủ, ngày sinh, chức vụ'], ['2. Không gộp ô']], { name: 'Hướng dẫn' }),
      madeSheet(rows, { name: 'Tứ Quận' }),
      madeSheet(rows, { name: 'Xã Phúc Ninh' }),
      madeSheet(rows, { name: 'Cũ', isHidden: true }),
    )

    expect(sheets.map(({ skipped }) => skipped)).toEqual(['no-table', undefined, undefined, 'hidden'])
    expect(candidates.map(short)).toEqual(['Ma Văn Tới ·  · 1979 · Tứ Quận', 'Ma Văn Tới ·  · 1979 · Phúc Ninh'])
    expect(warnings).toEqual([])
  })

  test('two tables on one sheet, the second with other columns, and a heading printed again on the next page', () => {
    const { candidates, sheets } = people(
      madeSheet([
        ['Đơn vị: Xã Tứ Quận'],
        ['TT', 'Họ và tên', 'Ngày sinh', 'Chức vụ'],
        [1, 'Hà Văn Một', '01/01/1980', 'Bí thư Đảng ủy'],
        ['TT', 'Họ và tên', 'Ngày sinh', 'Chức vụ'],
        [2, 'Hà Văn Hai', '02/01/1980', 'Chủ tịch UBND xã'],
        ['Tổng số: 2 người'],
        [],
        ['Đơn vị: Xã Lang Quán'],
        ['STT', 'Chức danh', 'Họ tên', 'Giới tính', 'Năm sinh'],
        [1, 'Bí thư Đoàn', 'Lò Thị Ba', 'Nữ', 1990],
      ]),
    )

    expect(sheets[0]?.tables.map(({ headingRows }) => headingRows)).toEqual([
      [2, 2],
      [9, 9],
    ])
    expect(candidates.map(short)).toEqual([
      'Hà Văn Một ·  · 1980-01-01 · Tứ Quận',
      'Hà Văn Hai ·  · 1980-01-02 · Tứ Quận',
      'Lò Thị Ba · female · 1990 · Lang Quán',
    ])
  })
})

describe('what the rows mean', () => {
  test('sections may be merged, numbered in many ways, hold groups within units, and restart the count', () => {
    const { candidates, refused, warnings } = people(
      madeSheet(
        [
          ['TT', 'Họ và tên', 'Sinh ngày', 'Chức vụ', 'Ghi chú'],
          ['A. KHỐI ĐẢNG'],
          ['I', 'XÃ TỨ QUẬN', null, null, 2],
          [null, 'Cán bộ'],
          [1, 'Hà Văn Một', '1.2.1980', 'Bí thư Đảng ủy'],
          [null, 'Công chức'],
          [2, 'Hà Văn Hai', '3.2.80', 'VP-TK'],
          [null, 'Cộng: 2 đồng chí'],
          ['II. Thị trấn Tân Bình (1 người)'],
          [1, 'Hà Thị Ba', '051985', 'Tài chính - Kế toán'],
          [null, 'Tổng cộng: 4 người'],
          ['Ghi chú: Danh sách này thay danh sách cũ'],
          [null, null, null, 'TRƯỞNG BAN'],
          [null, null, null, 'Lò Văn Ký'],
        ],
        { merges: ['A2:E2', 'A9:E9'] },
      ),
    )

    expect(refused).toEqual([])
    expect(candidates.map(short)).toEqual([
      'Hà Văn Một ·  · 1980-02-01 · Tứ Quận',
      'Hà Văn Hai ·  · 1980-02-03 · Tứ Quận',
      'Hà Thị Ba ·  · 1985-05 · Tân Bình',
    ])
    expect(codes(candidates[1])).toContain('two-digit-year')
    expect(warnings).toEqual([{ code: 'total-differs', place: { sheet: 'Sheet1', row: 11, column: 'B' }, text: 'Tổng cộng: 4 người (3)' }])
  })

  test('units in sections and in a column: the column wins, and a difference is pointed at', () => {
    const { candidates } = people(
      madeSheet([
        ['TT', 'Họ và tên', 'Năm sinh', 'Đơn vị'],
        ['I', 'Xã Tứ Quận'],
        [1, 'Hà Văn Một', 1980, 'UBND xã'],
        [2, 'Hà Văn Hai', 1981, 'Trường Mầm non Tứ Quận'],
        [3, 'Hà Văn Ba', 1982, 'Đảng ủy xã Lang Quán'],
        [4, 'Hà Văn Bốn', 1983, null],
      ]),
    )

    expect(candidates.map(({ fields }) => fields.unit?.value.name)).toEqual(['Tứ Quận', 'Trường Mầm non Tứ Quận', 'Lang Quán', 'Tứ Quận'])
    expect(candidates.map((one) => codes(one)?.includes('unit-differs-from-section'))).toEqual([false, false, true, false])
    expect(candidates[3]?.fields.unit?.source).toBe('section')
  })

  test('names in two columns, in capitals, with a courtesy, taken apart into letters and marks', () => {
    const { candidates } = people(
      madeSheet([
        ['TT', 'Họ đệm', 'Tên', 'Ngày sinh', 'Giới tính', 'Đơn vị'],
        [1, 'NGUYỄN THỊ', 'ÁNH', '01/05/1985', 'Nữ', 'Xã Tứ Quận'],
        [2, 'Đ/c Ma Văn'.normalize('NFD'), 'Đức'.normalize('NFD'), '02/05/1985', 'Nam', 'Xã Tứ Quận'],
        [3, 'Bà Lò\u00A0Thị', 'Nga\u200B', '03/05/1985', null, 'Xã Tứ Quận'],
      ]),
    )

    expect(candidates.map(short)).toEqual([
      'Nguyễn Thị Ánh · female · 1985-05-01 · Tứ Quận',
      'Ma Văn Đức · male · 1985-05-02 · Tứ Quận',
      'Lò Thị Nga · female · 1985-05-03 · Tứ Quận',
    ])
  })

  test('a heading merged over two columns is family name and given name', () => {
    const { candidates } = people(
      madeSheet(
        [
          ['TT', 'Họ và tên', null, 'Năm sinh', 'Đơn vị'],
          [1, 'Ma Văn', 'Đức', 1985, 'Xã Tứ Quận'],
        ],
        { merges: ['B1:C1'] },
      ),
    )

    expect(candidates.map(short)).toEqual(['Ma Văn Đức ·  · 1985 · Tứ Quận'])
  })

  test('dates: real ones beside texts, a day and a month and a year in three columns, sex by an x', () => {
    const { candidates } = people(
      madeSheet(
        [
          ['TT', 'Họ và tên', 'Ngày sinh', null, null, 'Nữ', 'Ngày vào Đảng', null],
          [null, null, 'Ngày', 'Tháng', 'Năm', null, 'Dự bị', 'Chính thức'],
          [1, 'Hà Văn Một', 5, 11, 1980, null, new Date('2005-03-02'), '02/3/2006'],
          [2, 'Hà Thị Hai', null, null, 1981, 'x', 38_413, 'không rõ'],
          [3, 'Hà Thị Ba', null, 7, 1982, 'X', '03/02/2010 - 03/02/2011', null],
        ],
        { merges: ['C1:E1', 'G1:H1', 'A1:A2', 'B1:B2', 'F1:F2'] },
      ),
    )

    expect(candidates.map(short)).toEqual([
      'Hà Văn Một · male · 1980-11-05 · ',
      'Hà Thị Hai · female · 1981 · ',
      'Hà Thị Ba · female · 1982-07 · ',
    ])
    expect(candidates.map(({ fields }) => [fields.partyJoinedOn, fields.partyFullOn].map((date) => date && toIso(date.value)))).toEqual([
      ['2005-03-02', '2006-03-02'],
      ['2005-03-02', undefined],
      ['2010-02-03', '2011-02-03'],
    ])
    expect(codes(candidates[1])).toContain('date-not-read')
  })

  test('a person on two merged rows has the degrees of both; a cell may hold several lines', () => {
    const { candidates, refused } = people(
      madeSheet(
        [
          ['TT', 'Họ và tên', 'Năm sinh', 'Đơn vị', 'Trình độ chuyên môn', 'Ngoại ngữ'],
          [1, 'Hà Văn Một', 1980, 'Xã Tứ Quận', 'CĐ Kế toán', 'Anh B\nTrung A'],
          [null, null, null, null, 'ĐH Luật (đang học)', null],
          [2, 'Hà Văn\nHai', 1981, null, 'ĐH Nông nghiệp\nThạc sĩ QLKT', '-'],
        ],
        { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D4', 'F2:F3'] },
      ),
    )

    expect(refused).toEqual([])
    expect(candidates.map(short)).toEqual(['Hà Văn Một ·  · 1980 · Tứ Quận', 'Hà Văn Hai ·  · 1981 · Tứ Quận'])
    expect(candidates.map(({ fields }) => fields.degree?.value.map(({ level, field, state }) => `${level} ${field} ${state}`))).toEqual([
      ['CD Kế toán finished', 'DH Luật studying'],
      ['DH Nông nghiệp finished', 'THS QLKT finished'],
    ])
    expect(candidates[0]?.fields.languages?.value).toEqual([
      { language: 'en', level: 'B' },
      { language: 'zh', level: 'A' },
    ])
    expect(candidates[1]?.fields.languages).toBeUndefined()
  })

  test('as above: nt, ditto marks, and a dash only where a blank would make no sense', () => {
    const { candidates } = people(
      madeSheet([
        ['TT', 'Họ và tên', 'Năm sinh', 'Dân tộc', 'Quê quán', 'Đơn vị', 'LLCT'],
        [1, 'Hà Văn Một', 1980, 'Cao Lan', 'Tứ Quận, Yên Sơn', 'Xã Tứ Quận', 'Trung cấp'],
        [2, 'Hà Văn Hai', 1981, 'nt', '″', '-', '-'],
        [3, 'Hà Văn Ba', 1982, '-nt-', 'Như trên', 'nt', 'nt'],
      ]),
    )

    expect(
      candidates.map(({ fields }) => [
        fields.ethnic?.value.code,
        fields.nativePlace?.value,
        fields.unit?.value.name,
        fields.theory?.value[0]?.level,
      ]),
    ).toEqual([
      ['15', 'Tứ Quận, Yên Sơn', 'Tứ Quận', 'TC'],
      ['15', 'Tứ Quận, Yên Sơn', 'Tứ Quận', undefined],
      ['15', 'Tứ Quận, Yên Sơn', 'Tứ Quận', undefined],
    ])
    expect(candidates[0]?.fields.ethnic?.value.name).toBe('Cao Lan')
  })

  test('x-marks under levels, and the sub-headings CM, LLCT, QLNN, NN, TH of Trình độ', () => {
    const { candidates, sheets } = people(
      madeSheet(
        [
          ['TT', 'Họ và tên', 'Năm sinh', 'Trình độ', null, null, null, null, null, 'Chuyên môn', null, null],
          [null, null, null, 'VH', 'CM', 'LLCT', 'QLNN', 'NN', 'TH', 'CĐ', 'ĐH', 'Trên ĐH'],
          [1, 'Hà Văn Một', 1980, '10/10', 'ĐH Luật', 'CC', 'CVC', 'B', 'A', null, 'x', null],
          [2, 'Hà Văn Hai', 1981, '12/12', null, 'TC', 'CV', null, null, null, null, 'đ/h'],
        ],
        { merges: ['D1:I1', 'J1:L1'] },
      ),
    )

    expect(sheets[0]?.tables[0]?.columns.map(({ role }) => role)).toEqual([
      'ordinal',
      'name',
      'birth',
      'generalEducation',
      'degree',
      'theory',
      'stateManagement',
      'languages',
      'it',
      'degree.CD',
      'degree.DH',
      'degree.THS',
    ])
    expect(candidates[0]?.fields.generalEducation?.value).toEqual({ grade: 10, system: 10 })
    expect(candidates[0]?.fields.degree?.value.map(({ level }) => level)).toEqual(['DH', 'DH'])
    expect(candidates[1]?.fields.degree?.value).toMatchObject([{ level: 'THS', state: 'studying' }])
  })
})
