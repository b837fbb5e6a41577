import type { OfficialKind } from '#law/official-kinds.ts'
import { trainingKinds } from '#law/training-kinds.ts'
import type { Figure, Report, StandingTest } from '../figure.ts'

/** The eight kinds of the account of the district's work: each is a line, and they are what the total is made of. */
const kinds = ['LLCT_CC', 'DT_NC', 'DT_DH', 'DT_CD', 'LLCT_TC', 'QLNN_CV', 'QLNN_CVC', 'BD_BCV'] as const

const theoryClasses = ['LLCT_SC', 'LLCT_TC', 'LLCT_CC', 'LLCT_CN', 'BD_CN'] as const
const communeKinds = ['commune', 'ward', 'township', 'special_zone'] as const

/** Full-time cadres and civil servants, of a commune by the law to 30/6/2025 or of the one service since. */
const fullTimeKinds: readonly OfficialKind[] = ['CB', 'CC', 'CBX', 'CCX']

export const review: Report = {
  report: 'review',
  name: { vi: 'Tổng kết công tác cán bộ', en: 'Review of the work on officials' },
  figures: [
    sent('LLCT_CC', 'Cao cấp lý luận chính trị', 'Advanced political theory'),
    sent('DT_NC', 'Nâng cao trình độ chuyên môn', 'Raising the professional level'),
    sent('DT_DH', 'Đào tạo đại học', 'University degree'),
    sent('DT_CD', 'Đào tạo cao đẳng', 'College degree'),
    sent('LLCT_TC', 'Trung cấp lý luận chính trị', 'Intermediate political theory'),
    sent('QLNN_CV', 'QLNN ngạch chuyên viên', 'State management, specialist'),
    sent('QLNN_CVC', 'QLNN ngạch chuyên viên chính', 'State management, principal specialist'),
    sent('BD_BCV', 'Báo cáo viên cấp huyện', 'Speakers at district level'),
    {
      figure: 'sent.total',
      label: { vi: 'Cộng tám loại cử đi học', en: 'All eight kinds sent to study' },
      unit: 'times',
      of: 'sendings',
      where: { kinds },
      count: 'times',
    },
    {
      figure: 'sent.people',
      label: { vi: 'Số người khác nhau được cử đi học', en: 'Different people sent to study' },
      unit: 'people',
      of: 'sendings',
      where: { kinds },
      count: 'people',
    },
    {
      figure: 'classes.LLCT',
      label: { vi: 'Lớp lý luận chính trị và cập nhật kiến thức đã mở', en: 'Political-theory and updating classes opened' },
      unit: 'classes',
      of: 'classes',
      where: { kinds: theoryClasses },
      count: 'classes',
    },
    {
      figure: 'learners.LLCT',
      label: { vi: 'Học viên lớp lý luận chính trị và cập nhật kiến thức', en: 'Trainees of political-theory and updating classes' },
      unit: 'times',
      of: 'classes',
      where: { kinds: theoryClasses },
      count: 'learners',
    },
    {
      figure: 'classes.BD_CD',
      label: { vi: 'Lớp bồi dưỡng chuyên đề đã mở', en: 'Thematic classes opened' },
      unit: 'classes',
      of: 'classes',
      where: { kinds: ['BD_CD'] },
      count: 'classes',
    },
    {
      figure: 'learners.BD_CD',
      label: { vi: 'Học viên lớp bồi dưỡng chuyên đề', en: 'Trainees of thematic classes' },
      unit: 'times',
      of: 'classes',
      where: { kinds: ['BD_CD'] },
      count: 'learners',
    },
    {
      figure: 'learners.party_and_mass',
      label: {
        vi: 'Học viên lớp nghiệp vụ xây dựng Đảng, Mặt trận Tổ quốc, đoàn thể',
        en: 'Trainees in Party-building, Fatherland Front and mass-organisation skills',
      },
      unit: 'times',
      of: 'classes',
      where: { kinds: ['BD_XDD', 'BD_DT'] },
      count: 'learners',
    },
    {
      figure: 'seconded',
      label: { vi: 'Biệt phái về xã', en: 'Secondments to communes' },
      unit: 'times',
      of: 'secondments',
      where: { hostKinds: communeKinds },
      count: 'times',
    },
    standing('degree', 'Đạt đại học trở lên', 'University degree or higher', { held: 'degree', atLeast: 4, states: ['finished'] }),
    standing(
      'theory',
      'Đã, đang hoàn thiện lý luận chính trị từ trung cấp',
      'Intermediate political theory or higher, finished or studying',
      { held: 'theory', atLeast: 2, states: ['finished', 'studying'] },
    ),
    standing('field_match', 'Đúng chuyên môn được đào tạo', 'Right position for training', { field: 'accepted' }),
    {
      figure: 'sent.other',
      label: {
        vi: 'Cử đi học ngoài tám loại trên',
        en: 'Sent to study outside these eight kinds',
      },
      aside: true,
      unit: 'times',
      of: 'sendings',
      where: { kinds, otherKinds: true },
      count: 'times',
    },
    {
      figure: 'sent.left',
      label: { vi: 'Thuộc đơn vị đã rời đi trước ngày xem, không tính', en: 'From units that left before the day, not counted' },
      aside: true,
      unit: 'times',
      of: 'sendings',
      where: { kinds, units: 'left' },
      count: 'times',
    },
    {
      figure: 'seconded.elsewhere',
      label: { vi: 'Biệt phái đến nơi khác', en: 'Secondments elsewhere' },
      aside: true,
      unit: 'times',
      of: 'secondments',
      where: { hostKinds: communeKinds, otherHosts: true },
      count: 'times',
    },
  ],
}

function sent(kind: (typeof kinds)[number], vi: string, en: string): Figure {
  return { figure: `sent.${kind}`, label: { vi, en }, unit: 'times', of: 'sendings', where: { kinds: [kind] }, count: 'times' }
}

function standing(name: string, vi: string, en: string, test: StandingTest): Figure {
  return {
    figure: `standing.${name}`,
    label: { vi, en },
    unit: 'percent',
    of: 'serving',
    where: { kinds: fullTimeKinds },
    count: { share: test },
  }
}

/** The class of training of a line, by which the picture colours it. */
export function classOfLine(figure: Figure): 'degree' | 'further' | null {
  const [kind, ...others] = figure.of === 'sendings' ? figure.where.kinds : []
  return kind && others.length === 0 ? trainingKinds[kind].class : null
}
