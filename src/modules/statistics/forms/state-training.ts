import type { TrainingKindCode } from '#law/training-kinds.ts'
import type { Bilingual } from '#lib/language.ts'
import type { FormDefinition, FormLine } from '../form.ts'

const theory: Bilingual = { vi: 'Lý luận chính trị', en: 'Political theory' }
const state: Bilingual = { vi: 'Quản lý nhà nước', en: 'State management' }
const degree: Bilingual = { vi: 'Đào tạo chuyên môn', en: 'Professional degrees' }

function course(key: string, vi: string, en: string, kinds: readonly TrainingKindCode[], band?: Bilingual): FormLine {
  return { key, label: { vi, en }, counts: { programme: { kinds } }, ...(band ? { band } : {}) }
}

const courses: readonly FormLine[] = [
  course('llct-cc', 'Cao cấp, cử nhân', 'Advanced, bachelor', ['LLCT_CC', 'LLCT_CN'], theory),
  course('llct-tc', 'Trung cấp', 'Intermediate', ['LLCT_TC'], theory),
  course('llct-sc', 'Sơ cấp', 'Elementary', ['LLCT_SC'], theory),
  course('llct-bd', 'Bồi dưỡng', 'Further training', ['BD_CN'], theory),
  course('qlnn-cvcc', 'Chuyên viên cao cấp', 'Senior specialist', ['QLNN_CVCC'], state),
  course('qlnn-cvc', 'Chuyên viên chính', 'Principal specialist', ['QLNN_CVC'], state),
  course('qlnn-cv', 'Chuyên viên', 'Specialist', ['QLNN_CV'], state),
  course('qlnn-cs', 'Cán sự', 'Assistant officer', ['QLNN_CS'], state),
  course('ldql', 'Lãnh đạo, quản lý', 'Leadership', ['BD_LD']),
  course('vtvl', 'Vị trí việc làm, chuyên môn', 'Job position, profession', ['BD_VTVL', 'BD_XDD', 'BD_DT', 'BD_CD', 'BD_KTQL']),
  course('qpan', 'Quốc phòng - an ninh', 'Defence and security', ['BD_QPAN_1', 'BD_QPAN_2', 'BD_QPAN_3', 'BD_QPAN_4']),
  course('nn', 'Ngoại ngữ', 'Foreign languages', ['BD_NN']),
  course('th', 'Tin học', 'IT', ['BD_TH']),
  course('tdt', 'Tiếng dân tộc', 'Ethnic minority languages', ['BD_TDT']),
  course('dt-tc', 'Trung cấp', 'Intermediate', ['DT_TC'], degree),
  course('dt-cd', 'Cao đẳng', 'College', ['DT_CD'], degree),
  course('dt-dh', 'Đại học', 'University', ['DT_DH'], degree),
  course('dt-ths', 'Thạc sĩ', 'Master', ['DT_SDH_THS'], degree),
  course('dt-ts', 'Tiến sĩ', 'Doctor', ['DT_SDH_TS'], degree),
]

const leaders: Bilingual = { vi: 'Lãnh đạo, quản lý', en: 'Leaders and managers' }
const audiences: readonly FormLine[] = [
  { key: 'leaders', mark: '1', label: leaders, depth: 0, counts: { sum: ['leaders-p', 'leaders-d', 'leaders-c'] } },
  { key: 'leaders-p', label: { vi: 'Cấp tỉnh', en: 'Province' }, depth: 1, counts: { audience: { isLeader: true, level: 'province' } } },
  { key: 'leaders-d', label: { vi: 'Cấp huyện', en: 'District' }, depth: 1, counts: { audience: { isLeader: true, level: 'district' } } },
  {
    key: 'leaders-c',
    label: { vi: 'Cấp xã (không kể cán bộ, công chức xã)', en: 'Commune (other than commune cadres and civil servants)' },
    depth: 1,
    counts: { audience: { isLeader: true, level: 'commune', kinds: ['CB', 'CC', 'VC'] } },
  },
  { key: 'cvcc', mark: '2', label: { vi: 'Chuyên viên cao cấp', en: 'Senior specialists' }, counts: { notRecorded: true } },
  { key: 'cvc', mark: '3', label: { vi: 'Chuyên viên chính', en: 'Principal specialists' }, counts: { notRecorded: true } },
  { key: 'cv', mark: '4', label: { vi: 'Chuyên viên', en: 'Specialists' }, counts: { notRecorded: true } },
  { key: 'cs', mark: '5', label: { vi: 'Cán sự', en: 'Assistant officers' }, counts: { notRecorded: true } },
  { key: 'cbx', mark: '6', label: { vi: 'Cán bộ xã', en: 'Commune cadres' }, counts: { audience: { kinds: ['CBX'] } } },
  { key: 'ccx', mark: '7', label: { vi: 'Công chức xã', en: 'Commune civil servants' }, counts: { audience: { kinds: ['CCX'] } } },
  {
    key: 'hdnd',
    mark: '8',
    label: { vi: 'Đại biểu Hội đồng nhân dân', en: "People's Council deputies" },
    counts: { audience: { isDeputy: true, isOfficial: false } },
  },
  { key: 'vc', mark: '9', label: { vi: 'Viên chức', en: 'Public employees' }, counts: { audience: { kinds: ['VC'] } } },
  {
    key: 'no-rank',
    label: { vi: 'Cán bộ, công chức chưa ghi ngạch', en: 'Cadres and civil servants whose rank is not recorded' },
    counts: { audience: { kinds: ['CB', 'CC'] } },
    isAside: true,
  },
  {
    key: 'other',
    label: { vi: 'Đối tượng khác được cử đi học', en: 'Others sent to study' },
    counts: { audience: { isOfficial: true } },
    isAside: true,
  },
  {
    key: 'outside',
    label: { vi: 'Học viên không giữ chức vụ (đảng viên, hội viên …)', en: 'Trainees who hold no post (Party members …)' },
    counts: { audience: { isOfficial: false } },
    isAside: true,
  },
]

const own = audiences.flatMap(({ key, counts, isAside }) => ('audience' in counts && !isAside ? [key] : []))

/** The State's form of training results in the country; headings from memory of TT 03/2023/TT-BNV, to be checked. */
export const stateTraining: FormDefinition = {
  form: 'ket-qua-dtbd',
  name: (year) => ({
    vi: `Báo cáo kết quả đào tạo, bồi dưỡng cán bộ, công chức, viên chức ở trong nước năm ${year}`,
    en: `Results of training of officials within the country, ${year}`,
  }),
  shortName: {
    vi: 'Kết quả đào tạo, bồi dưỡng ở trong nước (Bộ Nội vụ)',
    en: 'Training results within the country (Ministry of Home Affairs)',
  },
  number: null,
  document: 'TT 03/2023/TT-BNV',
  isVerified: false,
  rows: [...audiences.slice(0, -3), { key: 'all', label: { vi: 'Tổng cộng', en: 'Total' }, counts: { sum: own } }, ...audiences.slice(-3)],
  columns: [
    ...courses,
    { key: 'total', label: { vi: 'Tổng số', en: 'Total' }, counts: { sum: courses.map(({ key }) => key) } },
    { key: 'women', label: { vi: 'Nữ', en: 'Women' }, counts: { of: 'total', trait: 'women' } },
    { key: 'minority', label: { vi: 'Dân tộc thiểu số', en: 'Ethnic minority' }, counts: { of: 'total', trait: 'minority' } },
  ],
  checks: [
    { column: 'total', equals: courses.map(({ key }) => key) },
    { column: 'women', within: 'total' },
    { column: 'minority', within: 'total' },
  ],
  whole: [{ row: 'all', column: 'total' }],
  told: { axis: 'rows', keys: own, at: 'total' },
}
