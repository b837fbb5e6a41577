import type { Random } from './random.ts'

export type Sex = 'male' | 'female'
export type People = 'Kinh' | 'Tày' | 'Dao' | 'Cao Lan' | 'Nùng' | 'HMông'

/** Peoples of the region in the shares of the demo, with their code in the list of 1979. */
export const peoples: readonly { people: People; code: string; text: string; share: number; families: string }[] = [
  {
    people: 'Kinh',
    code: '01',
    text: 'Kinh',
    share: 40,
    families: 'Nguyễn Nguyễn Nguyễn Trần Trần Lê Phạm Đỗ Vũ Bùi Phan Đào Trịnh Dương Đinh Tạ Cao Lưu Ngô Đoàn',
  },
  { people: 'Tày', code: '02', text: 'Tày', share: 25, families: 'Nông Ma Ma Hoàng Lương Hà Quan Chẩu Bế La Triệu Lục Đàm Hứa Nguyễn' },
  { people: 'Dao', code: '09', text: 'Dao', share: 13, families: 'Bàn Bàn Triệu Đặng Đặng Lý Phùng Trương Lò Chúc' },
  { people: 'Cao Lan', code: '15', text: 'Cao Lan', share: 12, families: 'Lâm Trần Hoàng Ninh Lý Tống Âu Lương Đàm Sầm' },
  { people: 'Nùng', code: '07', text: 'Nùng', share: 5, families: 'Nông Hoàng Lục Vi Mông Lương Long Chu' },
  { people: 'HMông', code: '08', text: 'Mông', share: 5, families: 'Giàng Vàng Sùng Lý Hầu Thào Lầu Vừ Dương Cư' },
]

// The parts are chosen so that the names of known office-holders cannot come out of them.
export const middles: Record<Sex, readonly string[]> = {
  male: 'Văn Văn Văn Đức Quang Hữu Xuân Công Ngọc Đình Thanh Tiến Trung Duy Quốc Bá Khắc Viết'.split(' '),
  female: [
    'Thị',
    'Thị',
    'Thị',
    'Thị Thu',
    'Thị Thanh',
    'Thị Ngọc',
    'Thị Hồng',
    'Thị Bích',
    'Thị Minh',
    'Thị Kiều',
    'Thu',
    'Thanh',
    'Bích',
    'Ngọc',
    'Hồng',
    'Diệu',
  ],
}
export const givens: Record<Sex, readonly string[]> = {
  male: 'An Ánh Bắc Bằng Bình Cảnh Chiến Chung Công Cương Cường Dũng Duy Dương Đạt Điền Định Đoàn Đông Đức Hà Hiệp Hiếu Hoan Hòa Hoàn Huy Hưng Hùng Khải Khánh Khoa Kiên Lập Linh Lợi Luân Lực Minh Nam Nghĩa Ngọc Nhân Nhật Ninh Phong Phúc Quân Quang Quý Quyết Tài Tâm Tân Thái Thành Thắng Thiện Thịnh Thuận Tiến Tiệp Toàn Trường Tùng Tuyên Vinh Vượng Xuân'.split(
    ' ',
  ),
  female:
    'An Ánh Bích Bình Châm Chi Chinh Cúc Diễm Diệp Duyên Đào Gấm Giang Hạ Hạnh Hảo Hằng Hậu Hiên Hiền Hoa Hòa Hoài Hồng Huệ Hương Hường Khuyên Lan Lành Lệ Liên Liễu Linh Loan Luyến Lý Mận Miền Minh My Ngân Ngoan Ngọc Nguyệt Nhàn Nhung Oanh Phượng Quế Quỳnh Sen Tâm Thảo Thắm Thêm Thoa Thơm Thu Thuận Thúy Thủy Tình Trang Tuyết Uyên Vân Viên Xuân Yến'.split(
      ' ',
    ),
}

/** A name fit for the region that belongs to nobody. */
export function inventName(random: Random, people: People, sex: Sex): string {
  const families = peoples.find((one) => one.people === people)?.families.split(' ') ?? []
  const family = random.pick(families)
  const middle = random.pick(middles[sex])
  const given = random.pick(givens[sex].filter((name) => !middle.endsWith(name)))
  return `${family} ${middle} ${given}`
}
