import type { FactKeeper } from '#db/keeper.ts'
import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import type { Bilingual } from '#lib/language.ts'
import { factKeeper } from '#modules/people/keeper.sql.ts'
import { closeEnrolments } from './result-write.sql.ts'

export const keepers: readonly FactKeeper[] = [
  factKeeper({
    table: 'training.sending',
    label: { vi: 'Cử đi học', en: 'Sendings' },
    unit: 'unit_id',
    says: ({ fact }) => kindName(fact['kind']),
  }),
  factKeeper({
    table: 'training.need_claim',
    label: { vi: 'Ý kiến về nhu cầu đào tạo', en: 'Said of training needs' },
    unit: 'unit_id',
    says: ({ fact }) => kindName(fact['kind']),
  }),
  factKeeper({
    table: 'training.enrolment',
    label: { vi: 'Học viên của lớp', en: 'Trainees of classes' },
    unit: 'unit_id',
    anchor: { table: 'training.class', key: 'class_id' },
    says: () => ({ vi: 'Học viên của lớp', en: 'Trainee of a class' }),
    close: closeEnrolments,
  }),
  factKeeper({
    table: 'training.nomination',
    label: { vi: 'Đề nghị cử đi học', en: 'Nominations' },
    unit: 'unit_id',
    anchor: { table: 'training.class', key: 'class_id' },
    says: () => ({ vi: 'Có tên trong danh sách cử đi học', en: 'Named in the list of those sent' }),
  }),
  factKeeper({
    table: 'training.certificate',
    label: { vi: 'Chứng chỉ, chứng nhận đã cấp', en: 'Certificates issued' },
    says: ({ fact }) => ({ vi: `Chứng chỉ số ${fact['number']}`, en: `Certificate no. ${fact['number']}` }),
  }),
  factKeeper({
    table: 'training.commitment',
    label: { vi: 'Cam kết phục vụ', en: 'Commitments to serve' },
    says: ({ fact }) => ({
      vi: `Cam kết phục vụ ${fact['committed_months']} tháng`,
      en: `Commitment to serve ${fact['committed_months']} months`,
    }),
  }),
  factKeeper({
    table: 'training.repayment',
    label: { vi: 'Đền bù chi phí đào tạo', en: 'Repayments of training costs' },
    says: ({ fact }) => {
      const amount = Number(fact['amount']).toLocaleString('vi-VN')
      return { vi: `Đền bù ${amount} đồng`, en: `Repayment of ${amount} đồng` }
    },
  }),
  factKeeper({
    table: 'training.attendance',
    label: { vi: 'Điểm danh', en: 'Attendance' },
    anchor: { table: 'training.class', key: 'class_id' },
    says: () => ({ vi: 'Điểm danh ở lớp', en: 'Attendance of a class' }),
  }),
  factKeeper({
    table: 'training.class_version',
    label: { vi: 'Lớp', en: 'Classes' },
    unit: 'opener_unit_id',
    hasPerson: false,
    anchor: { table: 'training.class', key: 'class_id' },
    says: ({ fact }) => ({ vi: String(fact['title']), en: String(fact['title']) }),
  }),
]

function kindName(code: unknown): Bilingual {
  if (typeof code === 'string' && isTrainingKind(code)) return trainingKinds[code].name
  return { vi: String(code), en: String(code) }
}
