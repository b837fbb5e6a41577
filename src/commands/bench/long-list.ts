import { writeWorkbook } from '#lib/workbook/write.ts'

export const communes = ['Xã Tứ Quận', 'Xã Phúc Ninh', 'Xã Thái Bình', 'Xã Tiến Bộ', 'Xã Lang Quán']

const families = ['Nguyễn', 'Trần', 'Lê', 'Ma', 'Hoàng', 'Triệu', 'Lý', 'Bàn', 'Đặng', 'Nông', 'Hà', 'Quan', 'Chẩu', 'Vũ']
const middles = ['Văn', 'Thị', 'Quang', 'Minh', 'Thị Kim', 'Xuân', 'Đức', 'Thu', 'Ngọc', 'Hữu']
const givens = [
  'An',
  'Bình',
  'Chuyên',
  'Dũng',
  'Đàn',
  'Giang',
  'Hạnh',
  'Khánh',
  'Lan',
  'Mỵ',
  'Nga',
  'Oanh',
  'Phúc',
  'Quân',
  'Sơn',
  'Thắng',
  'Ước',
  'Vượng',
  'Yến',
  'Ánh',
]
const headings = [
  'TT',
  'Họ và tên',
  'Ngày sinh nam',
  'Ngày sinh nữ',
  'Số CCCD',
  'Dân tộc',
  'Quê quán',
  'Chức vụ',
  'Đơn vị công tác',
  'Ngày vào Đảng',
  'Trình độ chuyên môn',
  'LLCT',
  'QLNN',
  'Tin học',
  'Ghi chú',
]

/** A list of so many invented people, as an office would make it. */
export function longList(rows: number): Promise<Uint8Array> {
  return writeWorkbook([
    {
      name: 'Danh sách',
      title: ['DANH SÁCH TRÍCH NGANG CÁN BỘ', '(Tính đến ngày 31/12/2020)'],
      columns: headings.map((header) => ({ header, width: 14, kind: 'text' })),
      rows: Array.from({ length: rows }, (_, index) => personRow(index)),
    },
  ])
}

function personRow(index: number): (string | number)[] {
  const isFemale = index % 4 > 1
  const year = 1962 + (Math.floor(index / 336) % 40)
  const birth = `${1 + (index % 28)}/${1 + (Math.floor(index / 28) % 12)}/${year}`
  const name = [families[index % 14], middles[Math.floor(index / 14) % 10], givens[Math.floor(index / 140) % 20]].join(' ')
  const id = `008${(isFemale ? 1 : 0) + (year < 2000 ? 0 : 2)}${String(year % 100).padStart(2, '0')}${String(index + 1).padStart(6, '0')}`
  return [
    index + 1,
    name,
    isFemale ? '' : birth,
    isFemale ? birth : '',
    id,
    'Tày',
    'Tiến Bộ, Yên Sơn',
    'Văn phòng - Thống kê',
    `UBND ${communes[index % communes.length]}`,
    '15/10/2019',
    'ĐH Luật',
    'Trung cấp',
    'CV',
    '',
    '',
  ]
}
