import type { CostItemCode } from '#law/training-costs.ts'
import type { TrainingKindCode } from '#law/training-kinds.ts'

/** How far the class of a line has come by the end of the demo. */
type Stage = 'finished' | 'open' | 'nominating'
type Cost = { item: CostItemCode; per: 'seat' | 'line'; amount: number }

export type Intake = {
  kind: TrainingKindCode
  title: string
  whom: string
  seats: number
  mode: string | null
  institution: string
  place: string
  startsOn: string
  /** The first day after the course. */
  endsOn: string
  periods: number
  /** It is taught from its first day to this one on these days of the week (1 is Monday), morning and afternoon. */
  taughtUntil: string
  weekdays: readonly number[]
  lecturer: string
  costs: readonly Cost[]
  nominateOn: string
  decideOn: string | null
  stage: Stage
}

const workdays = [1, 2, 3, 4, 5]
const school = 'Trường Chính trị tỉnh Tuyên Quang'
const perSeat = (tuition: number, materials: number, travel: number): Cost[] => [
  { item: 'tuition', per: 'seat', amount: tuition },
  { item: 'materials', per: 'seat', amount: materials },
  { item: 'travel', per: 'seat', amount: travel },
]
const ofClass = (lecturers: number, stationery: number, water: number): Cost[] => [
  { item: 'lecturers', per: 'line', amount: lecturers },
  { item: 'stationery', per: 'line', amount: stationery },
  { item: 'water', per: 'line', amount: water },
]

/** The province's plan of 2026 for the communes of the former district, with what became of each line. */
export const intakesOf2026: readonly Intake[] = [
  {
    kind: 'LLCT_TC',
    title: 'Trung cấp lý luận chính trị, hệ không tập trung, khóa 2026–2027',
    whom: 'Cấp ủy viên, lãnh đạo phòng, ban và nguồn quy hoạch cấp xã',
    seats: 20,
    mode: 'KTT',
    institution: school,
    place: 'Phường Minh Xuân',
    startsOn: '2026-03-16',
    endsOn: '2027-09-16',
    periods: 1056,
    taughtUntil: '2026-03-25',
    weekdays: workdays,
    lecturer: 'Hoàng Thị Nhạn',
    costs: perSeat(8_400_000, 650_000, 900_000),
    nominateOn: '2026-02-24',
    decideOn: '2026-03-06',
    stage: 'open',
  },
  {
    kind: 'QLNN_CV',
    title: 'Bồi dưỡng quản lý nhà nước, chương trình chuyên viên, khóa I/2026',
    whom: 'Công chức chuyên môn cấp xã',
    seats: 45,
    mode: null,
    institution: school,
    place: 'Phường Minh Xuân',
    startsOn: '2026-04-06',
    endsOn: '2026-05-02',
    periods: 160,
    taughtUntil: '2026-04-09',
    weekdays: workdays,
    lecturer: 'Lương Quốc Trình',
    costs: perSeat(2_200_000, 180_000, 300_000),
    nominateOn: '2026-03-17',
    decideOn: '2026-03-27',
    stage: 'finished',
  },
  {
    kind: 'BD_QPAN_4',
    title: 'Bồi dưỡng kiến thức quốc phòng và an ninh, đối tượng 4, năm 2026',
    whom: 'Cán bộ, công chức, viên chức cấp xã',
    seats: 60,
    mode: null,
    institution: 'Ban Chỉ huy Phòng thủ khu vực Yên Sơn',
    place: 'Xã Yên Sơn',
    startsOn: '2026-06-08',
    endsOn: '2026-06-12',
    periods: 32,
    taughtUntil: '2026-06-11',
    weekdays: workdays,
    lecturer: 'Ma Đình Khải',
    costs: ofClass(14_400_000, 3_600_000, 1_200_000),
    nominateOn: '2026-05-19',
    decideOn: '2026-05-28',
    stage: 'finished',
  },
  {
    kind: 'BD_VTVL',
    title: 'Kỹ năng số theo yêu cầu vị trí việc làm năm 2026',
    whom: 'Công chức và viên chức làm việc trên môi trường số',
    seats: 40,
    mode: null,
    institution: 'Trường Đại học Tân Trào',
    place: 'Trực tiếp kết hợp trực tuyến',
    startsOn: '2026-08-17',
    endsOn: '2026-08-22',
    periods: 40,
    taughtUntil: '2026-08-21',
    weekdays: workdays,
    lecturer: 'Nông Thúy Vân',
    costs: ofClass(20_000_000, 2_400_000, 800_000),
    nominateOn: '2026-07-28',
    decideOn: '2026-08-07',
    stage: 'finished',
  },
  {
    kind: 'BD_CN',
    title: 'Cập nhật kiến thức mới cho cán bộ lãnh đạo cấp xã năm 2026',
    whom: 'Lãnh đạo Đảng ủy, HĐND, UBND, Ủy ban MTTQ và các phòng, ban',
    seats: 50,
    mode: null,
    institution: school,
    place: 'Xã Yên Sơn',
    startsOn: '2026-11-16',
    endsOn: '2026-12-05',
    periods: 40,
    taughtUntil: '2026-11-30',
    weekdays: [1, 2],
    lecturer: 'Hoàng Thị Nhạn; Lương Quốc Trình',
    costs: ofClass(24_000_000, 3_000_000, 1_500_000),
    nominateOn: '2026-10-29',
    decideOn: '2026-11-06',
    stage: 'open',
  },
  {
    kind: 'BD_QPAN_3',
    title: 'Bồi dưỡng kiến thức quốc phòng và an ninh, đối tượng 3, năm 2026',
    whom: 'Lãnh đạo chủ chốt, lãnh đạo phòng, ban cấp xã',
    seats: 30,
    mode: null,
    institution: 'Trường Quân sự tỉnh Tuyên Quang',
    place: 'Phường Minh Xuân',
    startsOn: '2026-12-07',
    endsOn: '2026-12-19',
    periods: 96,
    taughtUntil: '2026-12-18',
    weekdays: workdays,
    lecturer: 'Ma Đình Khải',
    costs: perSeat(1_400_000, 150_000, 250_000),
    nominateOn: '2026-11-12',
    decideOn: null,
    stage: 'nominating',
  },
]
