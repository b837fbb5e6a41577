import type { PersonEvent } from '#web/person-event.ts'

const permission = 'evaluation.write'

export const personEvents: PersonEvent[] = [
  {
    id: 'evaluation.ratings.record',
    label: { vi: 'Đánh giá, xếp loại năm', en: 'Rating of a year' },
    permission,
    order: 45,
    form: () => import('./RatingForms.tsx').then((module) => module.RecordRating),
  },
  {
    id: 'evaluation.ratings.correct',
    label: { vi: 'Sửa', en: 'Correct' },
    permission,
    order: 30,
    of: { table: 'evaluation.rating' },
    form: () => import('./RatingForms.tsx').then((module) => module.CorrectRating),
  },
]
