import type { Tx } from '#db/connect.ts'
import { period, recordFacts } from '#db/facts.ts'
import { originRow, type Origin } from '#modules/people/person.sql.ts'

export type CostLine = {
  /** Of the circular's list, see law/training-costs.ts; never pay or allowances. */
  item: string
  /** Whole đồng. */
  amount: number
  voucher: string | null
}

export type NewCommitment = Origin & {
  personId: string
  sendingId: string
  courseMonths: number
  committedMonths: number
  /** The rule it follows, of the day of sending. */
  document: string
  /** The day of the sending decision: from then on the commitment is known to hold. */
  sentOn: string
  /** The first day of the service owed, once the study has ended. */
  serviceFrom?: string | null
  costLines?: readonly CostLine[]
}

/** Records who owes service after a study; once for each sending ('committed-once'). */
export function recordCommitments(tx: Tx, commitments: NewCommitment[]): Promise<string[]> {
  return recordFacts(
    tx,
    'training.commitment',
    commitments.map((one) => ({
      person_id: one.personId,
      sending_id: one.sendingId,
      course_months: one.courseMonths,
      committed_months: one.committedMonths,
      document: one.document,
      service_from: one.serviceFrom ?? null,
      cost_lines: one.costLines ?? [],
      held: period(one.sentOn),
      ...originRow(one),
    })),
  )
}
