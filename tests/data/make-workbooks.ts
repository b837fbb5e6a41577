/** Writes the further workbooks of this folder: `node tests/data/make-workbooks.ts`. Everyone in them is invented. */
import { writeFileSync } from 'node:fs'
import { writeXlsx, type WriteSheet } from 'hucre'

type Value = string | number | Date | null

const folder = new URL('./', import.meta.url)

async function write(name: string, ...sheets: WriteSheet[]): Promise<void> {
  writeFileSync(new URL(name, folder), await writeXlsx({ sheets, defaultFont: { name: 'Times New Roman', size: 12 } }))
}

function sheet(name: string, rows: Value[][], merges: [number, number, number, number][] = []): WriteSheet {
  return { name, rows, merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })) }
}

const heading = ['TT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Số CCCD', 'Dân tộc', 'Chức vụ', 'Chuyên môn', 'LLCT']

await write(
  'trich-ngang-nhieu-xa.xlsx',
  sheet('Hướng dẫn', [['HƯỚNG DẪN'], ['1. Mỗi xã một trang'], ['2. Ghi họ tên, ngày sinh theo giấy khai sinh']]),
  sheet('Xã Tứ Quận', [
    ['DANH SÁCH CÁN BỘ'], [], heading,
    [1, 'NGUYỄN VĂN GIẢ', 'Nam', '05/06/1980', '008080900011', 'Tày', 'Bí thư Đảng ủy', 'ĐH Luật', 'Cao cấp'],
    [2, 'TRẦN THỊ THỬ', 'Nữ', 1985, '008185900012', 'nt', 'VP-TK', 'ĐH Hành chính', 'TC (đang học)'],
    [null, 'Cộng: 02 đồng chí'],
  ]),
  sheet('Xã Lang Quán', [
    ['DANH SÁCH CÁN BỘ'], [], heading,
    [1, 'Lò Văn Mẫu'.normalize('NFD'), 'Nam', new Date(Date.UTC(1979, 4, 19)), 8_079_900_013, 'Cao Lan', 'CT UBND', 'Cử nhân Kinh tế', 'Trung cấp'],
  ]),
)

await write(
  'lop-chuyen-de.xlsx',
  sheet('Lớp', [
    ['TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ HUYỆN YÊN SƠN'], ['DANH SÁCH CÁC LỚP ĐÃ MỞ NĂM 2018'], [],
    ['TT', 'Tên lớp', 'Thời gian', 'Địa điểm', 'Số học viên'],
    [1, 'Bồi dưỡng chuyên đề học tập và làm theo tư tưởng Hồ Chí Minh', '05-06/3/2018', 'Hội trường huyện', 162],
    [2, 'Sơ cấp lý luận chính trị', '01/4/2018 - 30/4/2018', 'Trung tâm', 59],
    [3, 'Bồi dưỡng nghiệp vụ công tác xây dựng Đảng', 'Tháng 5/2018', 'Trung tâm', 88],
    [null, 'Cộng', null, null, 309],
  ]),
)

await write(
  'lop-hoc-vien.xlsx',
  sheet('Học viên', [
    ['TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ HUYỆN YÊN SƠN'], ['DANH SÁCH HỌC VIÊN'], ['Lớp bồi dưỡng nghiệp vụ công tác Mặt trận năm 2019'],
    ['Thời gian: từ ngày 5/3/2019 đến ngày 7/3/2019'], ['Địa điểm: Hội trường Huyện ủy'], [],
    ['STT', 'Họ và tên', 'Năm sinh', null, 'Chức vụ', 'Kết quả'],
    [null, null, 'Nam', 'Nữ', null, null],
    ['I', 'Xã Tứ Quận'],
    [1, 'Ma Văn Ví', 1975, null, 'Chủ tịch UBMTTQ xã', 'Khá'],
    [2, 'Bàn Thị Dụ', null, 1981, 'Trưởng ban công tác Mặt trận thôn 2', 'Giỏi'],
    ['II', 'Xã Lang Quán'],
    [1, 'Triệu Văn Mẫu', 1969, null, 'Bí thư chi bộ thôn 5', 'Khá'],
    [null, 'Danh sách có 03 học viên./.'],
  ], [[6, 2, 6, 3], [6, 0, 7, 0], [6, 1, 7, 1], [6, 4, 7, 4], [6, 5, 7, 5]]),
)

await write(
  'cong-thuc-hong.xlsx',
  {
    ...sheet('DS', [heading, [1, 'Hà Văn Thử', 'Nam', '05/06/1980', '008080900021', 'Tày', 'VP-TK', 'ĐH Luật', 'Cao cấp'], [2, 'Hà Thị Thử', 'Nữ', null, '008185900022', 'Kinh', 'VP-TK', 'ĐH Luật', null]]),
    cells: new Map([['2,3', { formula: 'VLOOKUP(B3,Cu!A:D,4,0)' }], ['2,8', { value: '#N/A', type: 'error' as const }]]),
  },
)
