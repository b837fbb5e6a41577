export type Person = { id: string; name: string; unit: string; born: string; post: string; level: string; paper: string; ethnicity: string }

const families = ['Nguyễn', 'Trần', 'Lý', 'Bàn', 'Ma', 'Hoàng', 'Nông', 'Triệu', 'Đặng', 'Quan']
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Ngọc', 'Quang']
const givens = ['An', 'Ánh', 'Bình', 'Bích', 'Cường', 'Dung', 'Dũng', 'Đức', 'Hạnh', 'Hoa', 'Hùng', 'Khánh', 'Lan']
const units = ['Xã Tứ Quận', 'Xã Hùng Lợi', 'Xã Phúc Ninh', 'Phòng Nội vụ', 'Hội LHPN huyện', 'Xã Thái Bình', 'Xã Tiến Bộ']

/** An invented official for every number. */
export function personAt(index: number): Person {
  const pick = (list: readonly string[], step: number) => list[Math.floor(index / step) % list.length] ?? ''
  return {
    id: String(index),
    name: `${pick(families, 1)} ${pick(middles, 3)} ${pick(givens, 7)}`,
    unit: pick(units, 2),
    born: `19${60 + (index % 35)}-0${1 + (index % 9)}-1${index % 9}`,
    post: pick(['Chủ tịch UBND', 'Phó Chủ tịch UBND', 'Chuyên viên', 'Văn phòng – Thống kê'], 1),
    level: pick(['Đại học', 'Thạc sĩ', 'Cao đẳng'], 4),
    paper: `${100 + (index % 300)}-QĐ/HU`,
    ethnicity: pick(['Kinh', 'Tày', 'Dao', 'Cao Lan'], 5),
  }
}
