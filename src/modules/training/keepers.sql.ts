import type { FactKeeper } from '#db/keeper.ts'
import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import type { Bilingual } from '#lib/language.ts'
import { factKeeper } from '#modules/people/keeper.sql.ts'

export const keepers: readonly FactKeeper[] = [
  factKeeper({
    table: 'training.sending',
    label: { vi: 'Cử đi học', en: 'Sendings' },
    unit: 'unit_id',
    says: ({ fact }) => kindName(fact['kind']),
  }),
  factKeeper({
    table: 'training.enrolment',
    label: { vi: 'Học viên của lớp', en: 'Trainees of classes' },
    unit: 'unit_id',
    anchor: { table: 'training.class', key: 'class_id' },
    says: () => ({ vi: 'Học viên của lớp', en: 'Trainee of a class' }),
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
