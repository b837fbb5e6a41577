import { describe, expect, test } from 'vitest'
import { toIso } from '#lib/partial-date.ts'
import type { Sheet } from '#lib/workbook/cells.ts'
import type { Candidate, Mapping } from '../candidate.ts'
import { madeSheet, madeWorkbook } from './made-sheet.fixture.ts'
import { recognise } from './recognise.ts'

const people = (...sheets: Sheet[]) => recognise(madeWorkbook(...sheets), { kind: 'people' })

const short = ({ fields }: Candidate) =>
  [fields.name?.value, fields.sex?.value, fields.birth && toIso(fields.birth.value), fields.unit?.value.name]
    .map((value) => value ?? '')
    .join(' · ')

describe('old fonts', () => {
  test('VNI, with ordinary font names, by its words', () => {
    const { candidates, sheets } = people(
      madeSheet([
        ['TT', 'Hoï vaø teân', 'Naêm sinh', 'Chöùc vuï', 'Ñôn vò coâng taùc'],
        [1, 'Nguyeãn Vaên Ñöùc', 1980, 'Chuû tòch Hoäi Noâng daân', 'Xaõ Töù Quaän'],
        [2, 'Traàn Thò Bình', 1981, 'Vaên phoøng - Thoáng keâ', 'Xaõ Töù Quaän'],
      ]),
    )

    expect(sheets[0]?.encoding).toBe('vni')
    expect(candidates.map(short)).toEqual(['Nguyễn Văn Đức ·  · 1980 · Tứ Quận', 'Trần Thị Bình ·  · 1981 · Tứ Quận'])
    expect(candidates[1]?.fields.post?.value).toEqual({ text: 'Văn phòng - Thống kê', code: 'X_VPTK' })
  })

  test('TCVN3 without its font, and in the font of capitals', () => {
    const rows = [
      ['TT', 'Hä vµ tªn', 'N¨m sinh', '§¬n vÞ'],
      [1, 'NguyÔn V¨n §øc', 1980, 'X· Tø QuËn'],
      [2, 'Vò ThÞ Hoµ', 1981, 'X· Tø QuËn'],
    ]

    expect(people(madeSheet(rows)).candidates.map(short)).toEqual(['Nguyễn Văn Đức ·  · 1980 · Tứ Quận', 'Vũ Thị Hoà ·  · 1981 · Tứ Quận'])
    expect(people(madeSheet(rows, { font: '.VnTimeH' })).candidates.map(short)).toEqual([
      'Nguyễn Văn Đức ·  · 1980 · Tứ Quận',
      'Vũ Thị Hoà ·  · 1981 · Tứ Quận',
    ])
  })

  test('Unicode stays as it is, also in a sheet dressed in an old font', () => {
    const { candidates, sheets } = people(
      madeSheet(
        [
          ['TT', 'Họ và tên', 'Năm sinh', 'Đơn vị'],
          [1, 'Lò Văn Hà', 1980, 'Xã Hà Lang'],
        ],
        { font: '.VnTime' },
      ),
    )

    expect(sheets[0]?.encoding).toBe('unicode')
    expect(candidates.map(short)).toEqual(['Lò Văn Hà ·  · 1980 · Hà Lang'])
  })
})

describe('the mapping', () => {
  const sheet = madeSheet([
    ['TT', 'Họ và tên', 'Năm sinh', 'Nơi làm', 'Ghi chú'],
    [1, 'Hà Văn Một', 1980, 'Xã Tứ Quận', 'CVC'],
  ])

  test('a correction is kept for the same heading and used again', () => {
    const table = people(sheet).sheets[0]?.tables[0]
    const mapping: Mapping = {
      fingerprint: table?.fingerprint ?? '',
      columns: [
        { column: 'D', role: 'unit' },
        { column: 'E', role: 'stateManagement' },
      ],
    }
    const { candidates } = recognise(madeWorkbook(sheet), { kind: 'people', mappings: [mapping] })

    expect(candidates[0]?.fields.unit?.value.name).toBe('Tứ Quận')
    expect(candidates[0]?.fields.stateManagement?.value).toEqual([{ level: 'CVC', state: 'finished' }])
    expect(candidates[0]?.fields.note).toBeUndefined()
  })

  test('the fingerprint does not mind capitals or marks, but minds other columns', () => {
    const fingerprint = (first: string, ...rest: string[]) =>
      people(
        madeSheet([
          [first, 'Họ và tên', ...rest, 'Năm sinh'],
          [1, 'Hà Văn Một', ...rest, 1980],
        ]),
      ).sheets[0]?.tables[0]?.fingerprint

    expect(fingerprint('TT')).toBe(fingerprint('tt'))
    expect(fingerprint('TT')).not.toBe(fingerprint('TT', 'Dân tộc'))
  })

  test('every column says what it was taken for, how surely and why', () => {
    expect(people(sheet).sheets[0]?.tables[0]?.columns).toEqual([
      { column: 'A', heading: 'TT', role: 'ordinal', confidence: 1, why: 'TT' },
      { column: 'B', heading: 'Họ và tên', role: 'name', confidence: 1, why: 'Họ và tên' },
      { column: 'C', heading: 'Năm sinh', role: 'birth', confidence: 1, why: 'Năm sinh' },
      { column: 'D', heading: 'Nơi làm', role: 'ignore', confidence: 0, why: '' },
      { column: 'E', heading: 'Ghi chú', role: 'note', confidence: 1, why: 'Ghi chú' },
    ])
  })
})
