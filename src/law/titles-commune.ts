import type { Title } from './titles.ts'

const newModel = '2025-07-01'

type Spec = { vi: string; en: string; fields?: string; also?: string }

/** What fits most leading posts: administration, law, economics, Party building, agriculture, education. */
const leading = 'HANH_CHINH LUAT KINH_TE QLKT KTNN XD_DANG NONG_NGHIEP SU_PHAM KE_TOAN CTXH'

/** Commune posts: cadres and the six civil-servant titles to 30/6/2025 (NĐ 33/2023, S67), the model of Luật 72/2025 from then on (S65). */
export const communeTitles: readonly Title[] = [
  cadre('X_DU_BT', 'party', true, { vi: 'Bí thư Đảng ủy', en: 'Secretary of the Party committee' }),
  cadre('X_DU_PBT', 'party', true, {
    vi: 'Phó Bí thư Đảng ủy',
    en: 'Deputy secretary of the Party committee',
    also: 'Phó Bí thư Thường trực Đảng ủy|Phó Bí thư TT Đảng ủy',
  }),
  cadre('X_HDND_CT', 'state', true, { vi: 'Chủ tịch HĐND', en: "Chair of the People's Council" }),
  cadre('X_HDND_PCT', 'state', true, {
    vi: 'Phó Chủ tịch HĐND',
    en: "Deputy chair of the People's Council",
    also: 'Phó Chủ tịch Thường trực HĐND',
  }),
  cadre('X_UBND_CT', 'state', true, {
    vi: 'Chủ tịch UBND',
    en: "Chair of the People's Committee",
    also: 'Phó Bí thư - Chủ tịch UBND|Phó Bí thư Đảng ủy - Chủ tịch UBND',
  }),
  cadre('X_UBND_PCT', 'state', true, { vi: 'Phó Chủ tịch UBND', en: "Deputy chair of the People's Committee" }),
  cadre('X_MTTQ_CT', 'front', true, { vi: 'Chủ tịch Ủy ban MTTQ', en: 'Chair of the Fatherland Front', also: 'Chủ tịch MTTQ' }),
  cadre('X_PN_CT', 'front', true, {
    vi: 'Chủ tịch Hội LHPN',
    en: "Chair of the Women's Union",
    also: 'Chủ tịch Hội Phụ nữ|Chủ tịch PN|Chủ tịch HPN',
  }),
  cadre('X_ND_CT', 'front', true, { vi: 'Chủ tịch Hội Nông dân', en: "Chair of the Farmers' Association", also: 'Chủ tịch ND' }),
  cadre('X_CCB_CT', 'front', true, { vi: 'Chủ tịch Hội Cựu chiến binh', en: "Chair of the Veterans' Association", also: 'Chủ tịch CCB' }),
  cadre('X_DTN_BT', 'front', true, {
    vi: 'Bí thư Đoàn TNCS Hồ Chí Minh',
    en: 'Secretary of the Youth Union',
    also: 'Bí thư Đoàn|Bí thư Đoàn xã',
  }),
  civil('X_QS', 'forces', {
    vi: 'Chỉ huy trưởng Ban CHQS',
    en: 'Military commander',
    fields: 'QUAN_SU',
    also: 'Chỉ huy trưởng BCHQS|Chỉ huy trưởng Ban Chỉ huy Quân sự|Chỉ huy trưởng quân sự|CHT quân sự',
  }),
  civil('X_VPTK', 'state', {
    vi: 'Văn phòng - Thống kê',
    en: 'Office and statistics',
    fields: `${leading} VAN_THU CNTT NHAN_LUC BAO_CHI NGU_VAN`,
    also: 'VP-TK|Công chức Văn phòng - Thống kê',
  }),
  civil('X_DCNN', 'state', {
    vi: 'Địa chính - Nông nghiệp - Xây dựng - Môi trường',
    en: 'Land, agriculture, construction and environment',
    fields: 'QLDD NONG_NGHIEP LAM_NGHIEP XAY_DUNG MOI_TRUONG KTNN KINH_TE KY_THUAT',
    also: 'Địa chính - NN - XD - MT|ĐC-NN-XD-MT|Địa chính nông nghiệp|Địa chính',
  }),
  civil('X_DCXD', 'state', {
    vi: 'Địa chính - Xây dựng - Đô thị - Môi trường',
    en: 'Land, construction, urban matters and environment',
    fields: 'QLDD XAY_DUNG MOI_TRUONG KY_THUAT',
    also: 'ĐC-XD-ĐT-MT|Địa chính xây dựng',
  }),
  civil('X_TCKT', 'state', {
    vi: 'Tài chính - Kế toán',
    en: 'Finance and accounting',
    fields: 'KE_TOAN KINH_TE QLKT KTNN',
    also: 'TC-KT|Kế toán',
  }),
  civil('X_TPHT', 'state', { vi: 'Tư pháp - Hộ tịch', en: 'Justice and civil status', fields: 'LUAT HANH_CHINH', also: 'TP-HT' }),
  civil('X_VHXH', 'state', {
    vi: 'Văn hóa - Xã hội',
    en: 'Culture and society',
    fields: 'VAN_HOA CTXH SU_PHAM BAO_CHI NGU_VAN LUAT HANH_CHINH',
    also: 'VH-XH',
  }),
  {
    ...civil('X_CA', 'forces', {
      vi: 'Trưởng Công an',
      en: 'Head of police',
      fields: 'AN_NINH LUAT',
      also: 'Trưởng Công an xã|Trưởng CA|Trưởng CA xã',
    }),
    to: '2023-08-01',
  },
  {
    ...civil('X_UVBTV', 'party', { vi: 'Ủy viên Ban Thường vụ Đảng ủy', en: 'Member of the standing board' }),
    officialKind: 'CBX',
    isFullTime: false,
  },
  {
    ...civil('X_UVBCH', 'party', { vi: 'Ủy viên Ban Chấp hành Đảng ủy', en: 'Member of the executive committee', also: 'Đảng ủy viên' }),
    officialKind: 'CBX',
    isFullTime: false,
  },
  {
    ...civil('X_KCT', 'state', {
      vi: 'Người hoạt động không chuyên trách',
      en: 'Non-specialised worker',
      also: 'Cán bộ không chuyên trách',
    }),
    officialKind: 'KCT',
    isFullTime: false,
    to: '2026-06-01',
  },
  after('P_DU_BT', 'party', 'CB', true, { vi: 'Bí thư Đảng ủy', en: 'Secretary of the Party committee' }),
  after('P_DU_PBT', 'party', 'CB', true, {
    vi: 'Phó Bí thư Đảng ủy',
    en: 'Deputy secretary of the Party committee',
    also: 'Phó Bí thư Thường trực Đảng ủy',
  }),
  after('P_DU_UVBTV', 'party', 'CB', false, { vi: 'Ủy viên Ban Thường vụ Đảng ủy', en: 'Member of the standing board' }),
  after('P_DU_UVBCH', 'party', 'CB', false, {
    vi: 'Ủy viên Ban Chấp hành Đảng ủy',
    en: 'Member of the executive committee',
    also: 'Đảng ủy viên',
  }),
  after('P_BXD_TB', 'party', 'CC', true, { vi: 'Trưởng Ban Xây dựng Đảng', en: 'Head of the Party-building board' }),
  after('P_BXD_PTB', 'party', 'CC', true, { vi: 'Phó Trưởng Ban Xây dựng Đảng', en: 'Deputy head of the Party-building board' }),
  after('P_UBKT_CN', 'party', 'CC', true, { vi: 'Chủ nhiệm Ủy ban Kiểm tra', en: 'Head of the inspection commission' }),
  after('P_HDND_CT', 'state', 'CB', true, { vi: 'Chủ tịch HĐND', en: "Chair of the People's Council" }),
  after('P_HDND_PCT', 'state', 'CB', true, { vi: 'Phó Chủ tịch HĐND', en: "Deputy chair of the People's Council" }),
  after('P_HDND_TB', 'state', 'CB', true, {
    vi: 'Trưởng Ban HĐND',
    en: "Head of a board of the People's Council",
    also: 'Trưởng Ban Pháp chế HĐND|Trưởng Ban Kinh tế - Xã hội HĐND|Trưởng Ban Pháp chế|Trưởng Ban Kinh tế - Xã hội',
  }),
  after('P_HDND_PTB', 'state', 'CB', true, {
    vi: 'Phó Trưởng Ban HĐND',
    en: "Deputy head of a board of the People's Council",
    also: 'Phó Trưởng Ban Pháp chế|Phó Trưởng Ban Kinh tế - Xã hội',
  }),
  after('P_UBND_CT', 'state', 'CB', true, { vi: 'Chủ tịch UBND', en: "Chair of the People's Committee" }),
  after('P_UBND_PCT', 'state', 'CB', true, { vi: 'Phó Chủ tịch UBND', en: "Deputy chair of the People's Committee" }),
  after('P_VP_CVP', 'state', 'CC', true, {
    vi: 'Chánh Văn phòng HĐND và UBND',
    en: 'Head of the office of the Council and Committee',
    also: 'Chánh Văn phòng',
  }),
  after('P_VP_PVP', 'state', 'CC', true, {
    vi: 'Phó Chánh Văn phòng HĐND và UBND',
    en: 'Deputy head of the office of the Council and Committee',
    also: 'Phó Chánh Văn phòng',
  }),
  after('P_PHONG_TP', 'state', 'CC', true, {
    vi: 'Trưởng phòng',
    en: 'Head of office',
    also: 'Trưởng phòng Kinh tế|Trưởng phòng Văn hóa - Xã hội|Trưởng phòng Kinh tế, Hạ tầng và Đô thị',
  }),
  after('P_PHONG_PTP', 'state', 'CC', true, {
    vi: 'Phó Trưởng phòng',
    en: 'Deputy head of office',
    also: 'Phó phòng|Phó Trưởng phòng Kinh tế|Phó Trưởng phòng Văn hóa - Xã hội',
  }),
  after('P_HCC_GD', 'state', 'CC', true, {
    vi: 'Giám đốc Trung tâm Phục vụ hành chính công',
    en: 'Director of the public administration service centre',
  }),
  after('P_HCC_PGD', 'state', 'CC', true, {
    vi: 'Phó Giám đốc Trung tâm Phục vụ hành chính công',
    en: 'Deputy director of the public administration service centre',
  }),
  after('P_MTTQ_CT', 'front', 'CB', true, { vi: 'Chủ tịch Ủy ban MTTQ', en: 'Chair of the Fatherland Front', also: 'Chủ tịch MTTQ' }),
  after('P_MTTQ_PCT', 'front', 'CB', true, {
    vi: 'Phó Chủ tịch Ủy ban MTTQ',
    en: 'Deputy chair of the Fatherland Front',
    also: 'Phó Chủ tịch Ủy ban MTTQ, Chủ tịch Hội LHPN|Phó Chủ tịch MTTQ',
  }),
  after('P_CV', 'state', 'CC', false, { vi: 'Chuyên viên', en: 'Specialist', also: 'CV' }),
  after('P_QS', 'forces', 'CC', true, {
    vi: 'Chỉ huy trưởng Ban CHQS',
    en: 'Military commander',
    fields: 'QUAN_SU',
    also: 'Chỉ huy trưởng BCHQS|Chỉ huy trưởng quân sự',
  }),
  after('P_CA', 'forces', 'LLVT', true, { vi: 'Trưởng Công an', en: 'Head of police', fields: 'AN_NINH LUAT', also: 'Trưởng Công an xã' }),
]

function cadre(code: string, block: Title['block'], isLeader: boolean, spec: Spec): Title {
  return made(code, block, spec, { officialKind: 'CBX', isLeader, isFullTime: true, from: null, to: newModel })
}

function civil(code: string, block: Title['block'], spec: Spec): Title {
  return made(code, block, spec, { officialKind: 'CCX', isLeader: false, isFullTime: true, from: null, to: newModel })
}

function after(code: string, block: Title['block'], officialKind: Title['officialKind'], isLeader: boolean, spec: Spec): Title {
  return made(code, block, spec, { officialKind, isLeader, isFullTime: !code.includes('_UV'), from: newModel, to: null })
}

type Rest = Pick<Title, 'officialKind' | 'isLeader' | 'isFullTime' | 'from' | 'to'>

function made(code: string, block: Title['block'], spec: Spec, rest: Rest): Title {
  return {
    code,
    name: { vi: spec.vi, en: spec.en },
    level: 'commune',
    block,
    ...rest,
    fields: (spec.fields ?? leading).split(' '),
    aliases: spec.also?.split('|') ?? [],
  }
}
