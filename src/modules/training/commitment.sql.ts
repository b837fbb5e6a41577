import { sql } from 'kysely'
import type { RepaymentCause } from '#law/commitment.ts'
import type { Tx } from '#db/connect.ts'
import { period, recordFacts } from '#db/facts.ts'
import { originRow, type Origin } from '#modules/people/person.sql.ts'
import type { CostLine } from './commitment.ts'

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

export type NewRepayment = Origin & {
  personId: string
  commitmentId: string
  cause: RepaymentCause
  on: string
  cost: number
  committedMonths: number
  servedMonths: number
  amount: number
}

export async function recordRepayments(tx: Tx, repayments: NewRepayment[]): Promise<string[]> {
  return recordFacts(
    tx,
    'training.repayment',
    repayments.map((one) => ({
      person_id: one.personId,
      commitment_id: one.commitmentId,
      cause: one.cause,
      on_day: one.on,
      cost: one.cost,
      committed_months: one.committedMonths,
      served_months: one.servedMonths,
      amount: one.amount,
      held: period(one.on),
      ...originRow(one),
    })),
  )
}

/** The sending as known now; a version of it that has been recorded anew since leads to it, too. */
export async function sendingToCommit(
  tx: Tx,
  personId: string,
  sendingId: string,
): Promise<{ id: string; sentOn: string; isCommitted: boolean } | null> {
  const { rows } = await sql<{ id: string; sentOn: string; isCommitted: boolean }>`
    select s.id, s.sent_on as "sentOn", exists (
      select from training.commitment c join training.sending v on v.person_id = c.person_id and v.id = c.sending_id
      where c.person_id = s.person_id and upper_inf(c.recorded) and v.kind = s.kind and v.sent_on = s.sent_on) as "isCommitted"
    from training.sending s
    where s.person_id = ${personId}::uuid and s.id = ${sendingId}::uuid and upper_inf(s.recorded) and s.status = 'sent'`.execute(tx)
  return rows[0] ?? null
}
