import type { Tx } from '#db/connect.ts'
import { period, recordFacts } from '#db/facts.ts'
import { originRow, type Origin } from '#modules/people/person.sql.ts'

export type NewSending = Origin & {
  personId: string
  /** Code of law/training-kinds.ts. */
  kind: string
  purpose?: string | null
  /** Where the person served on the day of the decision. */
  unitId: string
  titleText?: string | null
  sentOn: string
  studyFrom?: string | null
  studyTo?: string | null
  studyText?: string | null
  institution?: string | null
  mode?: string | null
  outcome?: 'completed' | 'failed' | 'dropped' | null
  outcomeOn?: string | null
  status?: 'sent' | 'cancelled'
  /** The class of ours that the person is sent to. */
  classId?: string | null
}

export function recordSendings(tx: Tx, sendings: NewSending[]): Promise<string[]> {
  return recordFacts(
    tx,
    'training.sending',
    sendings.map((sending) => ({
      person_id: sending.personId,
      kind: sending.kind,
      purpose: sending.purpose ?? null,
      unit_id: sending.unitId,
      title_text: sending.titleText ?? null,
      sent_on: sending.sentOn,
      study: sending.studyFrom ? period(sending.studyFrom, sending.studyTo) : null,
      study_text: sending.studyText ?? null,
      institution: sending.institution ?? null,
      mode: sending.mode ?? null,
      outcome: sending.outcome ?? null,
      outcome_on: sending.outcomeOn ?? null,
      status: sending.status ?? 'sent',
      class_id: sending.classId ?? null,
      held: period(sending.sentOn, sending.studyTo && sending.studyTo > sending.sentOn ? sending.studyTo : null),
      ...originRow(sending),
    })),
  )
}
