import type { Bilingual } from '#lib/language.ts'
import type { PlanStatus } from '#modules/training/plan.ts'

export const statusWords: Record<PlanStatus, Bilingual> = {
  draft: { vi: 'Dự thảo', en: 'Draft' },
  submitted: { vi: 'Đã trình', en: 'Submitted' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  approved: { vi: 'Đã duyệt', en: 'Approved' },
}

export const statusTones = { draft: 'plain', submitted: 'chosen', returned: 'attention', approved: 'success' } as const
