import type { EnrolmentState } from '#modules/training/result.ts'
import type { Bilingual } from '#lib/language.ts'

export const stateNames: Record<EnrolmentState, Bilingual> = {
  enrolled: { vi: 'Đang học', en: 'Studying' },
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  failed: { vi: 'Không đạt', en: 'Failed' },
  deferred: { vi: 'Bảo lưu', en: 'Deferred' },
  withdrawn: { vi: 'Thôi học', en: 'Withdrawn' },
}
