import type { EventFact, PersonEvent } from '#web/person-event.ts'

const permission = 'movements.write'
const table = 'movements.secondment'
const isOpen = (fact: EventFact) => fact['to'] === null

export const personEvents: PersonEvent[] = [
  {
    id: 'movements.secondments.record',
    label: { vi: 'Biệt phái', en: 'Secondment' },
    permission,
    order: 50,
    form: () => import('./SecondmentForms.tsx').then((module) => module.RecordSecondment),
  },
  {
    id: 'movements.secondments.extend',
    label: { vi: 'Gia hạn', en: 'Extend' },
    permission,
    order: 20,
    of: { table, when: isOpen },
    form: () => import('./SecondmentForms.tsx').then((module) => module.ExtendSecondment),
  },
  {
    id: 'movements.secondments.end',
    label: { vi: 'Kết thúc', en: 'End' },
    permission,
    order: 25,
    of: { table, when: isOpen },
    form: () => import('./SecondmentForms.tsx').then((module) => module.EndSecondment),
  },
]
