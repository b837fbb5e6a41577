import type { TheoryMode } from '#law/study-modes.ts'
import type { TrainingKindCode } from '#law/training-kinds.ts'
import type { Bilingual } from '#lib/language.ts'
import type { FormDefinition, FormLine, StudyPlace } from '../form.ts'

const places: readonly (readonly [StudyPlace, string, string])[] = [
  ['home', 'Trong nước', 'In the country'],
  ['abroad', 'Ngoài nước', 'Abroad'],
  ['joint', 'Liên kết', 'Joint'],
]
const modes: readonly (readonly [TheoryMode, string, string])[] = [
  ['TT', 'Tập trung', 'Full-time'],
  ['KTT', 'Không tập trung', 'Part-time'],
]

/** A course of a level by where it is taught. */
function byPlace(key: string, mark: string | undefined, depth: number, kinds: readonly TrainingKindCode[], name: Bilingual, of = places) {
  // Where only home and abroad are told apart, a joint course is one of home.
  const parts = of.map(([place, vi, en]) => leaf(`${key}.${place}`, { vi, en }, depth + 1, { kinds, place }))
  const rest =
    of.length < places.length
      ? [{ ...leaf(`${key}.joint`, { vi: 'Liên kết', en: 'Joint' }, depth + 1, { kinds, place: 'joint' }), isAside: true as const }]
      : []
  return [
    total(
      key,
      mark,
      name,
      depth,
      [...parts, ...rest].map((part) => part.key),
    ),
    ...parts,
    ...rest,
  ]
}

/** A course of political theory by how it is attended; where that is not written down, the row counts it and no row below does. */
function byMode(key: string, kind: TrainingKindCode, name: Bilingual): FormLine[] {
  const parts = modes.map(([mode, vi, en]) => leaf(`${key}.${mode}`, { vi, en }, 3, { kinds: [kind], mode }))
  const unsaid: FormLine = {
    ...leaf(
      `${key}.unsaid`,
      { vi: `${name.vi}: chưa ghi tập trung hay không tập trung`, en: `${name.en}: full-time or part-time not recorded` },
      3,
      { kinds: [kind], mode: null },
    ),
    isAside: true,
  }
  return [
    total(
      key,
      undefined,
      name,
      2,
      [...parts, unsaid].map((part) => part.key),
    ),
    ...parts,
    unsaid,
  ]
}

function leaf(
  key: string,
  label: Bilingual,
  depth: number,
  programme: Extract<FormLine['counts'], { programme: unknown }>['programme'],
  mark?: string,
): FormLine {
  return { key, label, depth, counts: { programme }, ...(mark ? { mark } : {}) }
}

function total(key: string, mark: string | undefined, label: Bilingual, depth: number, sum: readonly string[]): FormLine {
  return { key, label, depth, counts: { sum }, ...(mark ? { mark } : {}) }
}

const twoPlaces = places.slice(0, 2)
const province: Bilingual = { vi: 'Cấp tỉnh', en: 'Province level' }
const district: Bilingual = { vi: 'Cấp huyện', en: 'District level' }

/** 'Thống kê kết quả đào tạo, bồi dưỡng cán bộ' of the Party's central organisation board, read from working templates (S108). */
export const bieu10: FormDefinition = {
  form: 'bieu-10',
  name: (year) => ({
    vi: `Thống kê kết quả đào tạo, bồi dưỡng cán bộ năm ${year}`,
    en: `Results of degree and further training of officials, ${year}`,
  }),
  shortName: { vi: 'Kết quả đào tạo, bồi dưỡng cán bộ', en: 'Results of degree and further training' },
  number: 'Biểu số 10-BTCTW',
  document: 'Ban Tổ chức Trung ương (S108)',
  isVerified: true,
  rows: [
    total('I', 'I', { vi: 'Đào tạo', en: 'Degree training' }, 0, ['I.1', 'I.2']),
    total('I.1', '1', { vi: 'Chuyên môn', en: 'Professional' }, 1, ['I.1.DH', 'I.1.THS', 'I.1.TS']),
    ...byPlace('I.1.DH', undefined, 2, ['DT_DH'], { vi: 'Đại học', en: 'University' }),
    ...byPlace('I.1.THS', undefined, 2, ['DT_SDH_THS'], { vi: 'Thạc sỹ', en: 'Master' }),
    ...byPlace('I.1.TS', undefined, 2, ['DT_SDH_TS'], { vi: 'Tiến sỹ', en: 'Doctor' }),
    total('I.2', '2', { vi: 'Chính trị', en: 'Political theory' }, 1, ['I.2.TC', 'I.2.CC', 'I.2.CN']),
    ...byMode('I.2.TC', 'LLCT_TC', { vi: 'Trung cấp', en: 'Intermediate' }),
    ...byMode('I.2.CC', 'LLCT_CC', { vi: 'Cao cấp', en: 'Advanced' }),
    ...byMode('I.2.CN', 'LLCT_CN', { vi: 'Cử nhân lý luận chính trị', en: 'Bachelor of politics' }),
    total('II', 'II', { vi: 'Bồi dưỡng', en: 'Further training' }, 0, ['II.1', 'II.2', 'II.3', 'II.4', 'II.5', 'II.6', 'II.7', 'II.8']),
    leaf('II.1', { vi: 'Nghiệp vụ xây dựng Đảng', en: 'Party-building skills' }, 1, { kinds: ['BD_XDD'] }, '1'),
    leaf('II.2', { vi: 'Nghiệp vụ đoàn thể', en: 'Mass-organisation skills' }, 1, { kinds: ['BD_DT'] }, '2'),
    ...byPlace(
      'II.3',
      '3',
      1,
      ['QLNN_CS', 'QLNN_CV', 'QLNN_CVC', 'QLNN_CVCC'],
      { vi: 'Quản lý nhà nước', en: 'State management' },
      twoPlaces,
    ),
    ...byPlace('II.4', '4', 1, ['BD_KTQL'], { vi: 'Quản lý kinh tế', en: 'Economic management' }, twoPlaces),
    ...byPlace('II.5', '5', 1, ['BD_NN'], { vi: 'Ngoại ngữ', en: 'Foreign languages' }, twoPlaces),
    leaf('II.6', { vi: 'Tin học', en: 'IT' }, 1, { kinds: ['BD_TH'] }, '6'),
    leaf('II.7', { vi: 'Cập nhật kiến thức mới', en: 'Updating of knowledge' }, 1, { kinds: ['BD_CN'] }, '7'),
    total('II.8', '8', { vi: 'Quốc phòng - an ninh', en: 'Defence and security' }, 1, ['II.8.1', 'II.8.2', 'II.8.3', 'II.8.4']),
    ...(['1', '2', '3', '4'] as const).map((group) =>
      leaf(`II.8.${group}`, { vi: `Đối tượng ${group}`, en: `Group ${group}` }, 2, { kinds: [`BD_QPAN_${group}`] }),
    ),
  ],
  columns: [
    { key: '3', label: { vi: 'Tổng số', en: 'Total' }, counts: { sum: ['4', '6', '8'] } },
    { key: '4', label: { vi: 'Tổng số', en: 'Total' }, band: province, counts: { audience: { level: 'province', isOfficial: true } } },
    {
      key: '5',
      label: { vi: 'Trong đó: lãnh đạo, quản lý', en: 'Of them: leaders' },
      band: province,
      counts: { of: '4', trait: 'leader' },
    },
    { key: '6', label: { vi: 'Tổng số', en: 'Total' }, band: district, counts: { audience: { level: 'district', isOfficial: true } } },
    {
      key: '7',
      label: { vi: 'Trong đó: lãnh đạo, quản lý', en: 'Of them: leaders' },
      band: district,
      counts: { of: '6', trait: 'leader' },
    },
    { key: '8', label: { vi: 'Cấp xã', en: 'Commune level' }, counts: { audience: { level: 'commune', isOfficial: true } } },
    { key: '9', label: { vi: 'Tổng số lớp', en: 'Classes' }, counts: { sum: ['10', '11'] } },
    { key: '10', label: { vi: 'Cấp ủy tỉnh mở', en: 'Opened by the province' }, counts: { openedBy: 'province' } },
    { key: '11', label: { vi: 'Cấp ủy huyện mở', en: 'Opened by the district' }, counts: { openedBy: 'district' } },
    {
      key: 'unplaced',
      label: { vi: 'Chưa xác định được cấp công tác vào ngày cử đi', en: 'Level of the post on that day cannot be told' },
      counts: { audience: { isOfficial: true } },
      isAside: true,
    },
    {
      key: 'outside',
      label: {
        vi: 'Học viên không giữ chức vụ (đảng viên, hội viên, đại biểu …)',
        en: 'Trainees who hold no post (Party members, deputies …)',
      },
      counts: { audience: { isOfficial: false } },
      isAside: true,
    },
    {
      key: 'commune-opened',
      label: { vi: 'Lớp do cấp xã mở', en: 'Classes opened by communes' },
      counts: { openedBy: 'commune' },
      isAside: true,
    },
  ],
  checks: [
    { column: '3', equals: ['4', '6', '8'] },
    { column: '9', equals: ['10', '11'] },
    { column: '5', within: '4' },
    { column: '7', within: '6' },
  ],
  whole: [
    { row: 'I', column: '3' },
    { row: 'II', column: '3' },
  ],
  told: {
    axis: 'rows',
    keys: ['I.1.DH', 'I.1.THS', 'I.1.TS', 'I.2.TC', 'I.2.CC', 'I.2.CN', 'II.1', 'II.2', 'II.3', 'II.4', 'II.5', 'II.6', 'II.7', 'II.8'],
    at: '3',
  },
}
