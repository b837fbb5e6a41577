/** A body with posts: a commune, an office of the district, a school. Its key is also the name its unit is found by. */
export type Site = {
  key: string
  group: 'commune' | 'office' | 'service' | 'school' | 'new-commune'
  /** The commune it lies in, for schools. */
  commune?: string
  /** Its head's and staff's titles carry this: 'Trưởng phòng Nội vụ'. */
  field?: string
  seats: readonly (readonly [string, number])[]
}

export const staying =
  'Quí Quân|Lực Hành|Kiến Thiết|Trung Minh|Chiêu Yên|Trung Trực|Xuân Vân|Phúc Ninh|Hùng Lợi|Trung Sơn|Tân Tiến|Tứ Quận|Đạo Viện|Tân Long|Thắng Quân|Kim Quan|Lang Quán|Phú Thịnh|Công Đa|Trung Môn|Chân Sơn|Thái Bình|Tiến Bộ|Mỹ Bằng|Hoàng Khai|Nhữ Hán|Nhữ Khê|Đội Bình'.split(
    '|',
  )
/** What went to the city on 1/1/2020. */
export const leaving = ['Kim Phú', 'Phú Lâm', 'Tân Bình']

export const newCommunes = 'Yên Sơn|Lực Hành|Xuân Vân|Hùng Lợi|Trung Sơn|Tân Long|Thái Bình|Nhữ Khê|Kiến Thiết'.split('|')

const communeSeats = 'bt1 pbt1 ct1 hdpct1 ubpct2 mttq1 pn1 nd1 ccb1 dtn1 qs1 vptk2 dcnn2 tckt2 tpht2 vhxh2'

const offices: readonly (readonly [string, string, string?])[] = [
  ['Huyện ủy Yên Sơn', 'h.bt1 h.pbt1'],
  ['HĐND và UBND huyện Yên Sơn', 'h.ct1 h.ubpct2 h.hdpct1 h.hdtb2'],
  ['Văn phòng Huyện ủy Yên Sơn', 'h.cvp1 h.pvp2 h.cvd6 h.kt1 h.vt1'],
  ['Ban Tổ chức Huyện ủy Yên Sơn', 'h.ban1 h.pban2 h.cvd5', 'Tổ chức'],
  ['Ban Tuyên giáo Huyện ủy Yên Sơn', 'h.ban1 h.pban2 h.cvd3', 'Tuyên giáo'],
  ['Ban Dân vận Huyện ủy Yên Sơn', 'h.ban1 h.pban1 h.cvd3', 'Dân vận'],
  ['Ủy ban Kiểm tra Huyện ủy Yên Sơn', 'h.cn1 h.pcn2 h.uvkt4'],
  ['Trung tâm Bồi dưỡng chính trị huyện Yên Sơn', 'h.gd1 h.pgd1 h.gv4'],
  ['Ủy ban MTTQ huyện Yên Sơn', 'h.mttq1 h.pmttq2 h.cvd3'],
  ['Hội LHPN huyện Yên Sơn', 'h.pn1 h.ppn1 h.cvd3'],
  ['Hội Nông dân huyện Yên Sơn', 'h.nd1 h.pnd1 h.cvd3'],
  ['Hội Cựu chiến binh huyện Yên Sơn', 'h.ccb1 h.pccb1 h.cvd1'],
  ['Huyện đoàn Yên Sơn', 'h.dtn1 h.pdtn1 h.cvd3'],
  ['Liên đoàn Lao động huyện Yên Sơn', 'h.cd1 h.pcd1 h.cvd2'],
  ['Văn phòng HĐND và UBND huyện Yên Sơn', 'h.cvpub1 h.pvpub2 h.cv9 h.kt1 h.vt2'],
  ['Phòng Nội vụ huyện Yên Sơn', 'h.tp1 h.ptp2 h.cv6', 'Nội vụ'],
  ['Phòng Tư pháp huyện Yên Sơn', 'h.tp1 h.ptp1 h.cv4', 'Tư pháp'],
  ['Phòng Tài chính - Kế hoạch huyện Yên Sơn', 'h.tp1 h.ptp2 h.cv9', 'Tài chính - Kế hoạch'],
  ['Phòng Tài nguyên và Môi trường huyện Yên Sơn', 'h.tp1 h.ptp2 h.cv6', 'Tài nguyên và Môi trường'],
  ['Phòng Lao động - Thương binh và Xã hội huyện Yên Sơn', 'h.tp1 h.ptp2 h.cv6', 'Lao động - TB&XH'],
  ['Phòng Văn hóa và Thông tin huyện Yên Sơn', 'h.tp1 h.ptp1 h.cv4', 'Văn hóa và Thông tin'],
  ['Phòng Giáo dục và Đào tạo huyện Yên Sơn', 'h.tp1 h.ptp2 h.cv9', 'Giáo dục và Đào tạo'],
  ['Phòng Y tế huyện Yên Sơn', 'h.tp1 h.ptp1 h.cv2', 'Y tế'],
  ['Thanh tra huyện Yên Sơn', 'h.ctt1 h.pctt1 h.cv4'],
  ['Phòng Nông nghiệp và Phát triển nông thôn huyện Yên Sơn', 'h.tp1 h.ptp2 h.cv7', 'Nông nghiệp và PTNT'],
  ['Phòng Kinh tế và Hạ tầng huyện Yên Sơn', 'h.tp1 h.ptp2 h.cv7', 'Kinh tế và Hạ tầng'],
  ['Phòng Dân tộc huyện Yên Sơn', 'h.tp1 h.ptp1 h.cv3', 'Dân tộc'],
]

const services: readonly (readonly [string, string])[] = [
  ['Trung tâm Văn hóa, Truyền thông và Thể thao huyện Yên Sơn', 's.gd1 s.pgd2 s.vc12'],
  ['Trung tâm Dịch vụ nông nghiệp huyện Yên Sơn', 's.gd1 s.pgd2 s.vc14'],
  ['Ban Quản lý dự án đầu tư xây dựng huyện Yên Sơn', 's.gd1 s.pgd1 s.vc8'],
  ['Trung tâm Phát triển quỹ đất huyện Yên Sơn', 's.gd1 s.pgd1 s.vc5'],
  ['Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện Yên Sơn', 's.gd1 s.pgd2 s.gv11 s.nv1'],
]

const schools = ['Trường Mầm non', 'Trường Tiểu học', 'Trường THCS'] as const

/** All bodies of the district in 2005; teachers are fewer where the commune is small. */
export function sitesOfDistrict(): Site[] {
  return [
    ...offices.map(([key, seats, field]): Site => ({ key, group: 'office', seats: seatsOf(seats), ...(field ? { field } : {}) })),
    ...services.map(([key, seats]): Site => ({ key, group: 'service', seats: seatsOf(seats) })),
    ...[...staying, ...leaving].flatMap((name, index) => sitesOfCommune(name, index)),
  ]
}

export function communeKey(name: string): string {
  return name === 'Tân Bình' ? 'Thị trấn Tân Bình' : `Xã ${name}`
}

function sitesOfCommune(name: string, index: number): Site[] {
  const key = communeKey(name)
  const seats = name === 'Tân Bình' ? communeSeats.replace('dcnn', 'dcxd') : communeSeats
  const teachers = [11 + (index % 4), 12 + ((index * 3) % 5), 11 + ((index * 5) % 4)]
  return [
    { key, group: 'commune', commune: name, seats: seatsOf(seats) },
    ...schools.map((kind, at): Site => ({
      key: `${kind} ${name}`,
      group: 'school',
      commune: name,
      seats: seatsOf(`s.ht1 s.pht${at === 2 ? 1 : 2} s.gv${teachers[at] ?? 12} s.nv1`),
    })),
  ]
}

const newSeats =
  'p.bt1 p.pbt1 p.ct1 p.hdpct1 p.ubpct2 p.mttq1 p.bxd1 p.kt1 p.hdtb2 p.cvp1 p.tp2 p.hcc1 p.pbxd2 p.pvp2 p.ptp4 p.phcc1 p.pmttq4 p.qs1'

/** The model of 1/7/2025; of a ward that took only one of our communes we know our part. */
export function newCommuneSite(key: string, joined: number, known: 'whole' | 'part'): Site {
  const leading = known === 'whole' ? newSeats : 'p.pmttq1 p.ptp2'
  return { key, group: 'new-commune', seats: seatsOf(`${leading} p.cv${14 + joined * 6}`) }
}

function seatsOf(text: string): (readonly [string, number])[] {
  return text.split(' ').map((word) => {
    const [, key = '', count = '1'] = /^(.+?)(\d+)$/.exec(word) ?? []
    return [key, Number(count)] as const
  })
}
