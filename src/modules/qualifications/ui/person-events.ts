import type { PersonEvent } from '#web/person-event.ts'

const permission = 'people.write'
const table = 'qualifications.qualification'

export const personEvents: PersonEvent[] = [
  {
    id: 'qualifications.qualifications.record',
    label: { vi: 'Trình độ, văn bằng', en: 'Qualification' },
    permission,
    order: 40,
    form: () => import('./QualificationForms.tsx').then((module) => module.RecordQualification),
  },
  {
    id: 'qualifications.qualifications.finish',
    label: { vi: 'Kết thúc việc học', en: 'End the study' },
    permission,
    order: 20,
    of: { table, when: ({ state }) => state === 'studying' },
    form: () => import('./QualificationForms.tsx').then((module) => module.FinishQualification),
  },
  {
    id: 'qualifications.qualifications.correct',
    label: { vi: 'Sửa', en: 'Correct' },
    permission,
    order: 30,
    of: { table },
    form: () => import('./QualificationForms.tsx').then((module) => module.CorrectQualification),
  },
]
