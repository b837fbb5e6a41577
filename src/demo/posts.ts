import { title } from '#law/titles.ts'

export type Post = {
  key: string
  /** Code of the law's list of titles, and the words of the paper where they say more. */
  code: string
  text: string
  kind: string
  /** 0 is where one begins; the higher, the more it leads. */
  rank: number
  /** Posts of the same body from which it is filled, best first. */
  feeders: readonly string[]
  /** Age of those who come to it from outside. */
  newcomers: readonly [number, number]
  sex?: 'male' | 'female'
  /** What the holder also is: the code and words of a concurrent post. */
  also?: { code: string; text: string }
  partyShare: number
}

const list: readonly Post[] = [
  // Communes to 30/6/2025
  post('bt', 'X_DU_BT', 'Bí thư Đảng ủy', 5, 'ct pbt'),
  post('pbt', 'X_DU_PBT', 'Phó Bí thư Thường trực Đảng ủy', 4, 'hdpct mttq ubpct vptk'),
  { ...post('ct', 'X_UBND_CT', 'Chủ tịch UBND', 4, 'ubpct pbt'), also: { code: 'X_DU_PBT', text: 'Phó Bí thư Đảng ủy' } },
  post('hdpct', 'X_HDND_PCT', 'Phó Chủ tịch HĐND', 3, 'mttq nd pn tpht'),
  post('ubpct', 'X_UBND_PCT', 'Phó Chủ tịch UBND', 3, 'vptk dcnn dcxd tckt vhxh nd'),
  post('mttq', 'X_MTTQ_CT', 'Chủ tịch Ủy ban MTTQ', 2, 'nd pn ccb vhxh'),
  { ...post('pn', 'X_PN_CT', 'Chủ tịch Hội LHPN', 2, 'vhxh vptk tpht'), sex: 'female', newcomers: [27, 38] },
  { ...post('nd', 'X_ND_CT', 'Chủ tịch Hội Nông dân', 2, 'dcnn dcxd dtn'), newcomers: [30, 42] },
  { ...post('ccb', 'X_CCB_CT', 'Chủ tịch Hội Cựu chiến binh', 2, ''), sex: 'male', newcomers: [42, 50] },
  { ...post('dtn', 'X_DTN_BT', 'Bí thư Đoàn TNCS Hồ Chí Minh', 1, ''), newcomers: [22, 28] },
  { ...post('qs', 'X_QS', 'Chỉ huy trưởng Ban CHQS', 0, ''), sex: 'male', newcomers: [25, 33], partyShare: 1 },
  post('vptk', 'X_VPTK', 'Văn phòng - Thống kê', 0, ''),
  post('dcnn', 'X_DCNN', 'Địa chính - Nông nghiệp - Xây dựng - Môi trường', 0, ''),
  post('dcxd', 'X_DCXD', 'Địa chính - Xây dựng - Đô thị - Môi trường', 0, ''),
  post('tckt', 'X_TCKT', 'Tài chính - Kế toán', 0, ''),
  post('tpht', 'X_TPHT', 'Tư pháp - Hộ tịch', 0, ''),
  post('vhxh', 'X_VHXH', 'Văn hóa - Xã hội', 0, ''),
  // The district's bodies to 30/6/2025
  post('h.bt', 'H_HU_BT', 'Bí thư Huyện ủy', 8, 'h.pbt'),
  post('h.pbt', 'H_HU_PBTTT', 'Phó Bí thư Thường trực Huyện ủy', 7, 'h.ban h.cn h.cvp'),
  { ...post('h.ct', 'H_UBND_CT', 'Chủ tịch UBND huyện', 7, 'h.ubpct'), also: { code: 'H_HU_PBT', text: 'Phó Bí thư Huyện ủy' } },
  post('h.ubpct', 'H_UBND_PCT', 'Phó Chủ tịch UBND huyện', 6, 'h.tp h.cvpub bt'),
  post('h.hdpct', 'H_HDND_PCT', 'Phó Chủ tịch HĐND huyện', 6, 'h.hdtb'),
  post('h.hdtb', 'H_HDND_TB', 'Trưởng Ban HĐND huyện', 5, 'bt ct h.tp'),
  post('h.ban', 'H_BAN_TB', 'Trưởng ban', 5, 'h.pban bt'),
  post('h.pban', 'H_BAN_PTB', 'Phó Trưởng ban', 3, 'h.cvd'),
  post('h.cn', 'H_UBKT_CN', 'Chủ nhiệm Ủy ban Kiểm tra Huyện ủy', 5, 'h.pcn'),
  post('h.pcn', 'H_UBKT_PCN', 'Phó Chủ nhiệm Ủy ban Kiểm tra Huyện ủy', 3, 'h.uvkt'),
  post('h.uvkt', 'H_UBKT_UV', 'Ủy viên Ủy ban Kiểm tra Huyện ủy', 0, ''),
  post('h.cvp', 'H_VPHU_CVP', 'Chánh Văn phòng Huyện ủy', 5, 'h.pvp'),
  post('h.pvp', 'H_VPHU_PVP', 'Phó Chánh Văn phòng Huyện ủy', 3, 'h.cvd'),
  post('h.gd', 'H_TTCT_GD', 'Giám đốc Trung tâm Bồi dưỡng chính trị', 4, 'h.pgd'),
  post('h.pgd', 'H_TTCT_PGD', 'Phó Giám đốc Trung tâm Bồi dưỡng chính trị', 3, 'h.gv'),
  { ...post('h.gv', 'H_GV', 'Giảng viên', 0, ''), partyShare: 0.9 },
  post('h.cvpub', 'H_VPUB_CVP', 'Chánh Văn phòng HĐND và UBND huyện', 5, 'h.pvpub'),
  post('h.pvpub', 'H_VPUB_PVP', 'Phó Chánh Văn phòng HĐND và UBND huyện', 3, 'h.cv'),
  post('h.tp', 'H_PHONG_TP', 'Trưởng phòng', 5, 'h.ptp bt ct'),
  post('h.ptp', 'H_PHONG_PTP', 'Phó Trưởng phòng', 3, 'h.cv'),
  post('h.ctt', 'H_TTR_CTT', 'Chánh Thanh tra huyện', 5, 'h.pctt'),
  post('h.pctt', 'H_TTR_PCTT', 'Phó Chánh Thanh tra huyện', 3, 'h.cv'),
  post('h.mttq', 'H_MTTQ_CT', 'Chủ tịch Ủy ban MTTQ huyện', 5, 'h.pmttq'),
  post('h.pmttq', 'H_MTTQ_PCT', 'Phó Chủ tịch Ủy ban MTTQ huyện', 3, 'h.cvd'),
  { ...post('h.pn', 'H_PN_CT', 'Chủ tịch Hội LHPN huyện', 5, 'h.ppn'), sex: 'female' },
  { ...post('h.ppn', 'H_PN_PCT', 'Phó Chủ tịch Hội LHPN huyện', 3, 'h.cvd'), sex: 'female' },
  post('h.nd', 'H_ND_CT', 'Chủ tịch Hội Nông dân huyện', 5, 'h.pnd'),
  post('h.pnd', 'H_ND_PCT', 'Phó Chủ tịch Hội Nông dân huyện', 3, 'h.cvd'),
  { ...post('h.ccb', 'H_CCB_CT', 'Chủ tịch Hội Cựu chiến binh huyện', 5, 'h.pccb'), sex: 'male' },
  { ...post('h.pccb', 'H_CCB_PCT', 'Phó Chủ tịch Hội Cựu chiến binh huyện', 3, ''), sex: 'male', newcomers: [44, 50] },
  { ...post('h.dtn', 'H_DTN_BT', 'Bí thư Huyện đoàn', 4, 'h.pdtn'), newcomers: [28, 33] },
  { ...post('h.pdtn', 'H_DTN_PBT', 'Phó Bí thư Huyện đoàn', 2, 'h.cvd'), newcomers: [26, 31] },
  post('h.cd', 'H_CD_CT', 'Chủ tịch Liên đoàn Lao động huyện', 5, 'h.pcd'),
  post('h.pcd', 'H_CD_PCT', 'Phó Chủ tịch Liên đoàn Lao động huyện', 3, 'h.cvd'),
  { ...post('h.cv', 'H_CV', 'Chuyên viên', 0, ''), partyShare: 0.7 },
  { ...post('h.cvd', 'H_CVD', 'Chuyên viên', 0, ''), partyShare: 0.95 },
  { ...post('h.kt', 'H_KT', 'Kế toán', 0, ''), partyShare: 0.4 },
  { ...post('h.vt', 'H_VT', 'Văn thư', 0, ''), partyShare: 0.4 },
  // Public service units
  post('s.gd', 'H_SN_TT', 'Giám đốc Trung tâm', 4, 's.pgd'),
  post('s.pgd', 'H_SN_PTT', 'Phó Giám đốc Trung tâm', 3, 's.vc'),
  { ...post('s.vc', 'H_VC', 'Viên chức', 0, ''), partyShare: 0.4 },
  post('s.ht', 'H_SN_TT', 'Hiệu trưởng', 3, 's.pht'),
  post('s.pht', 'H_SN_PTT', 'Phó Hiệu trưởng', 2, 's.gv'),
  { ...post('s.gv', 'H_GV', 'Giáo viên', 0, ''), partyShare: 0.35, newcomers: [22, 28] },
  { ...post('s.nv', 'H_VC', 'Kế toán trường học', 0, ''), partyShare: 0.2 },
  // Communes from 1/7/2025
  post('p.bt', 'P_DU_BT', 'Bí thư Đảng ủy', 5, 'p.ct p.pbt'),
  post('p.pbt', 'P_DU_PBT', 'Phó Bí thư Thường trực Đảng ủy', 4, 'p.hdpct p.bxd'),
  { ...post('p.ct', 'P_UBND_CT', 'Chủ tịch UBND', 4, 'p.ubpct'), also: { code: 'P_DU_PBT', text: 'Phó Bí thư Đảng ủy' } },
  post('p.hdpct', 'P_HDND_PCT', 'Phó Chủ tịch HĐND', 3, 'p.hdtb'),
  post('p.ubpct', 'P_UBND_PCT', 'Phó Chủ tịch UBND', 3, 'p.tp p.cvp'),
  post('p.mttq', 'P_MTTQ_CT', 'Chủ tịch Ủy ban MTTQ', 3, 'p.pmttq'),
  post('p.bxd', 'P_BXD_TB', 'Trưởng Ban Xây dựng Đảng', 3, 'p.pbxd'),
  post('p.kt', 'P_UBKT_CN', 'Chủ nhiệm Ủy ban Kiểm tra', 3, 'p.cv'),
  post('p.hdtb', 'P_HDND_TB', 'Trưởng Ban HĐND', 2, 'p.cv'),
  post('p.cvp', 'P_VP_CVP', 'Chánh Văn phòng HĐND và UBND', 2, 'p.pvp'),
  post('p.tp', 'P_PHONG_TP', 'Trưởng phòng', 2, 'p.ptp'),
  post('p.hcc', 'P_HCC_GD', 'Giám đốc Trung tâm Phục vụ hành chính công', 2, 'p.phcc'),
  post('p.pbxd', 'P_BXD_PTB', 'Phó Trưởng Ban Xây dựng Đảng', 1, 'p.cv'),
  post('p.pvp', 'P_VP_PVP', 'Phó Chánh Văn phòng HĐND và UBND', 1, 'p.cv'),
  post('p.ptp', 'P_PHONG_PTP', 'Phó Trưởng phòng', 1, 'p.cv'),
  post('p.phcc', 'P_HCC_PGD', 'Phó Giám đốc Trung tâm Phục vụ hành chính công', 1, 'p.cv'),
  post('p.pmttq', 'P_MTTQ_PCT', 'Phó Chủ tịch Ủy ban MTTQ', 1, 'p.cv'),
  { ...post('p.qs', 'P_QS', 'Chỉ huy trưởng Ban CHQS', 1, ''), sex: 'male', newcomers: [25, 33], partyShare: 1 },
  { ...post('p.cv', 'P_CV', 'Chuyên viên', 0, ''), newcomers: [23, 29], partyShare: 0.6 },
]

const byKey = new Map(list.map((one) => [one.key, one]))

export function postOf(key: string): Post {
  const found = byKey.get(key)
  if (!found) throw new Error(`No post ${key}`)
  return found
}

function post(key: string, code: string, text: string, rank: number, feeders: string): Post {
  const kind = title(code)?.officialKind
  if (kind === undefined) throw new Error(`No title ${code}`)
  return { key, code, text, kind, rank, feeders: feeders.split(' ').filter(Boolean), newcomers: [23, 31], partyShare: rank > 0 ? 1 : 0.75 }
}
