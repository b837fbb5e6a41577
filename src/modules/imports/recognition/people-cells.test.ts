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

describe('what single cells say', () => {
  test('identity numbers: lost zeros given back, the old card, the same number twice', () => {
    const { candidates, refused } = people(
      madeSheet([
        ['TT', 'Họ và tên', 'Năm sinh', 'Số CCCD/CMND', 'Đơn vị'],
        [1, 'Hà Văn Một', 1985, 8_085_001_234, 'Xã Tứ Quận'],
        [2, 'Hà Văn Hai', 1985, '008085001234', 'Xã Tứ Quận'],
        [3, 'Hà Thị Ba', 1984, '070812345', 'Xã Tứ Quận'],
        [4, 'Hà Thị Bốn', 1984, '12345', 'Xã Tứ Quận'],
      ]),
    )

    expect(candidates.map(({ fields }) => fields.personalId?.value ?? fields.oldId?.value)).toEqual([
      '008085001234',
      '008085001234',
      '070812345',
    ])
    expect(codes(candidates[0])).toEqual(['id-padded', 'sex-guessed-from-id'])
    expect(candidates[1]?.warnings.find(({ code }) => code === 'id-same-twice')?.text).toBe('2')
    expect(refused).toEqual([{ sheet: 'Sheet1', row: 5, column: 'D', why: { code: 'id-not-valid', text: '12345' } }])
  })

  test('formulas: the saved value is read and mentioned once, a formula without one is refused, so is an error', () => {
    const { candidates, refused, warnings } = people(
      madeSheet([
        ['TT', 'Họ và tên', 'Năm sinh', 'Đơn vị'],
        [{ formula: 'ROW()-1', value: 1 }, 'Hà Văn Một', { formula: '1900+80', value: 1980 }, 'Xã Tứ Quận'],
        [{ formula: 'ROW()-1', value: 2 }, 'Hà Văn Hai', { formula: '1900+81', value: 1981 }, 'Xã Tứ Quận'],
        [3, 'Hà Văn Ba', { formula: 'VLOOKUP(B4,x,2)' }, 'Xã Tứ Quận'],
        [4, 'Hà Văn Bốn', { error: '#N/A' }, 'Xã Tứ Quận'],
      ]),
    )

    expect(candidates.map(short)).toEqual(['Hà Văn Một ·  · 1980 · Tứ Quận', 'Hà Văn Hai ·  · 1981 · Tứ Quận'])
    expect(warnings).toEqual([{ code: 'formula-value', place: { sheet: 'Sheet1', row: 2, column: 'C' }, text: '1900+80' }])
    expect(refused.map(({ row, column, why }) => [row, column, why.code])).toEqual([
      [4, 'C', 'formula-without-value'],
      [5, 'C', 'error-value'],
    ])
  })

  test('a row may be refused for several cells, and both sexes at once are one of them', () => {
    const { candidates, refused } = people(
      madeSheet(
        [
          ['TT', 'Họ và tên', 'Năm sinh', null, 'Số CCCD'],
          [null, null, 'Nam', 'Nữ', null],
          [1, '', '1980', '1981', '8.08E+11'],
          [2, 'Hà Văn Hai', '30/02/1981', null, null],
        ],
        { merges: ['C1:D1'] },
      ),
    )

    expect(candidates).toEqual([])
    expect(refused.map(({ row, column, why }) => [row, column, why.code])).toEqual([
      [3, 'D', 'two-sexes'],
      [3, 'E', 'id-digits-lost'],
      [3, 'B', 'no-name'],
      [4, 'C', 'no-such-date'],
    ])
  })

  test('hidden rows are read and pointed at', () => {
    const { candidates } = people(
      madeSheet(
        [
          ['TT', 'Họ và tên', 'Năm sinh', 'Đơn vị'],
          [1, 'Hà Văn Một', 1980, 'Xã Tứ Quận'],
        ],
        { hiddenRows: [2] },
      ),
    )
    expect(codes(candidates[0])).toEqual(['hidden-row'])
  })

  test('a column where Excel swapped day and month is pointed at, and one where nobody can tell', () => {
    const heading = ['TT', 'Họ và tên', 'Ngày sinh', 'Đơn vị']
    const swapped = people(
      madeSheet([
        heading,
        ...['1980-03-02', '1981-05-04', '1982-12-11', '13/05/1983', '25/05/1984', '31/05/1985'].map((text, index) => [
          index + 1,
          `Hà Văn ${index}x`.replace(/\d/, 'A'),
          text.includes('-') ? new Date(text) : text,
          'Xã Tứ Quận',
        ]),
      ]),
    )
    const unclear = people(
      madeSheet([heading, ...Array.from({ length: 9 }, (_, index) => [index + 1, 'Hà Văn An', `0${index + 1}/05/1985`, 'Xã Tứ Quận'])]),
    )

    expect(swapped.warnings.map(({ code }) => code)).toEqual(['day-month-swapped'])
    expect(unclear.warnings.map(({ code }) => code)).toEqual(['day-month-unclear'])
  })
})
