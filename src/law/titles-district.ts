import type { Title } from './titles.ts'

const abolished = '2025-07-01'
/** Schools and public service units went on under the communes. */
const lasting = new Set(['H_SN_TT', 'H_SN_PTT', 'H_GV', 'H_VC'])

type Spec = { vi: string; en: string; fields?: string; also?: string }

const leading = 'HANH_CHINH LUAT KINH_TE QLKT KTNN XD_DANG NONG_NGHIEP SU_PHAM KE_TOAN CTXH'
const anyField = `${leading} VAN_THU CNTT NHAN_LUC BAO_CHI NGU_VAN VAN_HOA QLDD XAY_DUNG MOI_TRUONG LAM_NGHIEP Y_DUOC KY_THUAT NGOAI_NGU`

/** District posts, to 30/6/2025: the columns of the Party board's forms (S108), titles not checked against a decree. */
export const districtTitles: readonly Title[] = [
  post('H_HU_BT', 'party', 'CB', true, { vi: 'Bí thư Huyện ủy', en: 'Secretary of the district Party committee' }),
  post('H_HU_PBTTT', 'party', 'CB', true, {
    vi: 'Phó Bí thư Thường trực Huyện ủy',
    en: 'Standing deputy secretary of the district Party committee',
  }),
  post('H_HU_PBT', 'party', 'CB', true, { vi: 'Phó Bí thư Huyện ủy', en: 'Deputy secretary of the district Party committee' }),
  post('H_HU_UVBTV', 'party', 'CB', true, { vi: 'Ủy viên Ban Thường vụ Huyện ủy', en: 'Member of the district standing board' }),
  post('H_HU_UVBCH', 'party', 'CB', false, {
    vi: 'Ủy viên Ban Chấp hành Đảng bộ huyện',
    en: 'Member of the district executive committee',
    also: 'Huyện ủy viên',
  }),
  post('H_UBKT_CN', 'party', 'CB', true, {
    vi: 'Chủ nhiệm Ủy ban Kiểm tra Huyện ủy',
    en: 'Head of the district inspection commission',
    also: 'Chủ nhiệm UBKT',
  }),
  post('H_UBKT_PCN', 'party', 'CC', true, {
    vi: 'Phó Chủ nhiệm Ủy ban Kiểm tra Huyện ủy',
    en: 'Deputy head of the district inspection commission',
    also: 'Phó Chủ nhiệm UBKT',
  }),
  post('H_UBKT_UV', 'party', 'CC', false, {
    vi: 'Ủy viên Ủy ban Kiểm tra Huyện ủy',
    en: 'Member of the district inspection commission',
    also: 'Ủy viên UBKT',
  }),
  post('H_BAN_TB', 'party', 'CB', true, {
    vi: 'Trưởng ban của Huyện ủy',
    en: 'Head of a board of the district Party committee',
    also: 'Trưởng Ban Tổ chức|Trưởng Ban Tuyên giáo|Trưởng Ban Dân vận|Trưởng Ban Tổ chức Huyện ủy|Trưởng Ban Tuyên giáo Huyện ủy|Trưởng Ban Dân vận Huyện ủy',
  }),
  post('H_BAN_PTB', 'party', 'CC', true, {
    vi: 'Phó Trưởng ban của Huyện ủy',
    en: 'Deputy head of a board of the district Party committee',
    also: 'Phó Trưởng Ban Tổ chức|Phó Trưởng Ban Tuyên giáo|Phó Trưởng Ban Dân vận|Phó Trưởng Ban Tổ chức Huyện ủy|Phó Trưởng Ban Tuyên giáo Huyện ủy|Phó Trưởng Ban Dân vận Huyện ủy',
  }),
  post('H_VPHU_CVP', 'party', 'CB', true, { vi: 'Chánh Văn phòng Huyện ủy', en: 'Head of the district Party committee office' }),
  post('H_VPHU_PVP', 'party', 'CC', true, {
    vi: 'Phó Chánh Văn phòng Huyện ủy',
    en: 'Deputy head of the district Party committee office',
    also: 'Phó Văn phòng Huyện ủy',
  }),
  post('H_TTCT_GD', 'service', 'VC', true, {
    vi: 'Giám đốc Trung tâm Bồi dưỡng chính trị',
    en: 'Director of the political training centre',
    also: 'Giám đốc Trung tâm Chính trị',
  }),
  post('H_TTCT_PGD', 'service', 'VC', true, {
    vi: 'Phó Giám đốc Trung tâm Bồi dưỡng chính trị',
    en: 'Deputy director of the political training centre',
    also: 'Phó Giám đốc Trung tâm Chính trị',
  }),
  post('H_HDND_CT', 'state', 'CB', true, { vi: 'Chủ tịch HĐND huyện', en: "Chair of the district People's Council" }),
  post('H_HDND_PCT', 'state', 'CB', true, { vi: 'Phó Chủ tịch HĐND huyện', en: "Deputy chair of the district People's Council" }),
  post('H_HDND_TB', 'state', 'CB', true, {
    vi: 'Trưởng Ban HĐND huyện',
    en: "Head of a board of the district People's Council",
    also: 'Trưởng Ban Pháp chế HĐND huyện|Trưởng Ban Kinh tế - Xã hội HĐND huyện|Trưởng Ban Dân tộc HĐND huyện',
  }),
  post('H_HDND_PTB', 'state', 'CB', true, {
    vi: 'Phó Trưởng Ban HĐND huyện',
    en: "Deputy head of a board of the district People's Council",
  }),
  post('H_UBND_CT', 'state', 'CB', true, { vi: 'Chủ tịch UBND huyện', en: "Chair of the district People's Committee" }),
  post('H_UBND_PCT', 'state', 'CB', true, { vi: 'Phó Chủ tịch UBND huyện', en: "Deputy chair of the district People's Committee" }),
  post('H_VPUB_CVP', 'state', 'CC', true, {
    vi: 'Chánh Văn phòng HĐND và UBND huyện',
    en: 'Head of the office of the district Council and Committee',
    also: 'Chánh Văn phòng HĐND-UBND huyện|Chánh Văn phòng UBND huyện',
  }),
  post('H_VPUB_PVP', 'state', 'CC', true, {
    vi: 'Phó Chánh Văn phòng HĐND và UBND huyện',
    en: 'Deputy head of the office of the district Council and Committee',
    also: 'Phó Chánh Văn phòng HĐND-UBND huyện|Phó Chánh Văn phòng UBND huyện',
  }),
  ...offices('Trưởng phòng', 'Phó Trưởng phòng'),
  post('H_TTR_CTT', 'state', 'CC', true, { vi: 'Chánh Thanh tra huyện', en: 'Chief inspector of the district', also: 'Chánh Thanh tra' }),
  post('H_TTR_PCTT', 'state', 'CC', true, {
    vi: 'Phó Chánh Thanh tra huyện',
    en: 'Deputy chief inspector of the district',
    also: 'Phó Chánh Thanh tra',
  }),
  post('H_MTTQ_CT', 'front', 'CB', true, {
    vi: 'Chủ tịch Ủy ban MTTQ huyện',
    en: 'Chair of the district Fatherland Front',
    also: 'Chủ tịch MTTQ huyện',
  }),
  post('H_MTTQ_PCT', 'front', 'CB', true, { vi: 'Phó Chủ tịch Ủy ban MTTQ huyện', en: 'Deputy chair of the district Fatherland Front' }),
  post('H_PN_CT', 'front', 'CB', true, { vi: 'Chủ tịch Hội LHPN huyện', en: "Chair of the district Women's Union" }),
  post('H_PN_PCT', 'front', 'CC', true, { vi: 'Phó Chủ tịch Hội LHPN huyện', en: "Deputy chair of the district Women's Union" }),
  post('H_ND_CT', 'front', 'CB', true, { vi: 'Chủ tịch Hội Nông dân huyện', en: "Chair of the district Farmers' Association" }),
  post('H_ND_PCT', 'front', 'CC', true, { vi: 'Phó Chủ tịch Hội Nông dân huyện', en: "Deputy chair of the district Farmers' Association" }),
  post('H_CCB_CT', 'front', 'CB', true, { vi: 'Chủ tịch Hội Cựu chiến binh huyện', en: "Chair of the district Veterans' Association" }),
  post('H_CCB_PCT', 'front', 'CC', true, {
    vi: 'Phó Chủ tịch Hội Cựu chiến binh huyện',
    en: "Deputy chair of the district Veterans' Association",
  }),
  post('H_DTN_BT', 'front', 'CB', true, {
    vi: 'Bí thư Huyện đoàn',
    en: 'Secretary of the district Youth Union',
    also: 'Bí thư Đoàn huyện',
  }),
  post('H_DTN_PBT', 'front', 'CC', true, { vi: 'Phó Bí thư Huyện đoàn', en: 'Deputy secretary of the district Youth Union' }),
  post('H_CD_CT', 'front', 'CB', true, {
    vi: 'Chủ tịch Liên đoàn Lao động huyện',
    en: 'Chair of the district Labour Federation',
    also: 'Chủ tịch LĐLĐ huyện',
  }),
  post('H_CD_PCT', 'front', 'CC', true, {
    vi: 'Phó Chủ tịch Liên đoàn Lao động huyện',
    en: 'Deputy chair of the district Labour Federation',
  }),
  post('H_SN_TT', 'service', 'VC', true, {
    vi: 'Thủ trưởng đơn vị sự nghiệp',
    en: 'Head of a public service unit',
    fields: anyField,
    also: 'Hiệu trưởng|Giám đốc Trung tâm|Hạt trưởng',
  }),
  post('H_SN_PTT', 'service', 'VC', true, {
    vi: 'Phó thủ trưởng đơn vị sự nghiệp',
    en: 'Deputy head of a public service unit',
    fields: anyField,
    also: 'Phó Hiệu trưởng|Phó Giám đốc Trung tâm|Phó Hạt trưởng',
  }),
  post('H_CV', 'state', 'CC', false, { vi: 'Chuyên viên', en: 'Specialist', fields: anyField, also: 'Công chức|CV' }),
  post('H_CVD', 'party', 'CC', false, {
    vi: 'Chuyên viên cơ quan Đảng, đoàn thể',
    en: 'Specialist of a Party or mass-organisation body',
    fields: anyField,
  }),
  post('H_KT', 'state', 'CC', false, { vi: 'Kế toán', en: 'Accountant', fields: 'KE_TOAN KINH_TE' }),
  post('H_VT', 'state', 'CC', false, { vi: 'Văn thư', en: 'Records clerk', fields: anyField, also: 'Văn thư - Lưu trữ' }),
  post('H_GV', 'service', 'VC', false, { vi: 'Giáo viên', en: 'Teacher', fields: 'SU_PHAM NGU_VAN NGOAI_NGU CNTT', also: 'Giảng viên' }),
  post('H_VC', 'service', 'VC', false, { vi: 'Viên chức', en: 'Public employee', fields: anyField }),
]

function offices(head: string, deputy: string): Title[] {
  const names = [
    'Nội vụ',
    'Tư pháp',
    'Tài chính - Kế hoạch',
    'Tài nguyên và Môi trường',
    'Lao động - TB&XH',
    'Văn hóa và Thông tin',
    'Giáo dục và Đào tạo',
    'Y tế',
    'Nông nghiệp và PTNT',
    'Kinh tế và Hạ tầng',
    'Dân tộc',
  ]
  const also = (word: string) => names.map((name) => `${word} ${name}`).join('|')
  return [
    post('H_PHONG_TP', 'state', 'CC', true, { vi: head, en: 'Head of office', fields: anyField, also: also(head) }),
    post('H_PHONG_PTP', 'state', 'CC', true, {
      vi: deputy,
      en: 'Deputy head of office',
      fields: anyField,
      also: `Phó phòng|${also(deputy)}|${also('Phó phòng')}`,
    }),
  ]
}

function post(code: string, block: Title['block'], officialKind: Title['officialKind'], isLeader: boolean, spec: Spec): Title {
  return {
    code,
    name: { vi: spec.vi, en: spec.en },
    level: 'district',
    block,
    officialKind,
    isLeader,
    isFullTime: !code.endsWith('UVBCH'),
    from: null,
    to: lasting.has(code) ? null : abolished,
    fields: (spec.fields ?? leading).split(' '),
    aliases: spec.also?.split('|') ?? [],
  }
}
