import type { EventFact, PersonEvent } from '#web/person-event.ts'

const permission = 'training.write'
const table = 'training.sending'
const isOpen = (fact: EventFact) => fact['status'] === 'sent' && fact['outcome'] === null

export const personEvents: PersonEvent[] = [
  {
    id: 'training.sendings.record',
    label: { vi: 'Cử đi học', en: 'Sending' },
    permission,
    order: 30,
    form: () => import('./SendingForms.tsx').then((module) => module.RecordSending),
  },
  {
    id: 'training.sendings.result',
    label: { vi: 'Ghi kết quả', en: 'Record the outcome' },
    permission,
    order: 20,
    of: { table, when: isOpen },
    form: () => import('./SendingForms.tsx').then((module) => module.RecordResult),
  },
  {
    id: 'training.sendings.cancel',
    label: { vi: 'Hủy việc cử', en: 'Cancel' },
    permission,
    order: 25,
    of: { table, when: isOpen },
    form: () => import('./SendingForms.tsx').then((module) => module.CancelSending),
  },
  {
    id: 'training.commitments.record',
    label: { vi: 'Ghi cam kết phục vụ', en: 'Record the commitment' },
    permission: 'training.plan.write',
    order: 26,
    of: { table, when: (fact) => fact['status'] === 'sent' && String(fact['kind']).startsWith('DT_') },
    form: () => import('./RecordCommitment.tsx').then((module) => module.RecordCommitment),
  },
]
