import { expect, test } from 'vitest'
import { readPasted } from './roster-paste.ts'

const lines = (...rows: string[][]) => rows.map((cells) => cells.join('\t')).join('\r\n')

test('a list with headings is read by them, whatever their order, with empty rows and notes around', () => {
  const text = lines(
    ['DANH SÁCH HỌC VIÊN'],
    ['TT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Chức vụ', 'Đơn vị'],
    ['1', 'NGUYỄN THỊ HOA', '19/5/1985', '008185000001', 'Công chức', '"Xã\nTứ Quận"'],
    ['', '', '', '', '', ''],
    ['2', 'Ma Văn Sình', '1979', "'008079000002", '', 'Xã Tiến Bộ'],
  )
  expect(readPasted(text)).toEqual({
    columns: ['name', 'birth', 'number', 'title', 'unit'],
    rows: [
      {
        row: 3,
        name: 'Nguyễn Thị Hoa',
        sex: null,
        birth: '1985-05-19',
        birthText: null,
        number: '008185000001',
        unit: 'Xã Tứ Quận',
        title: 'Công chức',
      },
      { row: 4, name: 'Ma Văn Sình', sex: null, birth: '1979', birthText: null, number: '008079000002', unit: 'Xã Tiến Bộ', title: null },
    ],
  })
})

test('a birth under Nam or Nữ says the sex, a name may stand in two columns, and what is no date is kept to be mended', () => {
  const text = lines(
    ['STT', 'Họ và tên', '', 'Năm sinh', '', 'Đơn vị'],
    ['', '', '', 'Nam', 'Nữ', ''],
    ['1', 'Lê Thị', 'Ánh', '', '1990', 'Xã A'],
  )
  expect(readPasted(text).rows).toMatchObject([{ birth: '1990', sex: 'female' }])
  const split = lines(['Họ đệm', 'Tên', 'Ngày sinh'], ['Lê Thị', 'Ánh', '31/02/1990'])
  expect(readPasted(split).rows).toMatchObject([{ name: 'Lê Thị Ánh', birth: null, birthText: '31/02/1990' }])
})

test('without headings the columns are known by what stands in them', () => {
  const text = lines(
    ['1', 'Lê Thị Ánh', '02/03/1990', 'Bí thư chi bộ', 'Xã Tứ Quận'],
    ['2', 'Ma Văn Bình', '1988', 'Trưởng thôn', 'Xã Tiến Bộ'],
  )
  expect(readPasted(text).rows).toMatchObject([
    { name: 'Lê Thị Ánh', birth: '1990-03-02', title: 'Bí thư chi bộ', unit: 'Xã Tứ Quận' },
    { name: 'Ma Văn Bình', birth: '1988' },
  ])
  expect(readPasted('Lê Thị Ánh\nMa Văn Bình').rows.map(({ name }) => name)).toEqual(['Lê Thị Ánh', 'Ma Văn Bình'])
})

test('a list in an old font or in taken-apart letters is read as it is meant', () => {
  const tcvn3 = lines(['Hä vµ tªn', 'Ngµy sinh', '§¬n vÞ'], ['NguyÔn V¨n §øc', '02/03/1980', 'X· Tø QuËn'])
  expect(readPasted(tcvn3).rows).toMatchObject([{ name: 'Nguyễn Văn Đức', birth: '1980-03-02', unit: 'Xã Tứ Quận' }])
  const apart = lines(['Họ và tên', 'Đơn vị'], ['Nguyễn Văn Đức', 'Xã Tứ Quận']).normalize('NFD')
  expect(readPasted(apart).rows).toMatchObject([{ name: 'Nguyễn Văn Đức', unit: 'Xã Tứ Quận' }])
})
