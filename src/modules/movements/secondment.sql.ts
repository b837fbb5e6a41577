import type { Tx } from '#db/connect.ts'
import { period, recordFacts } from '#db/facts.ts'
import { originRow, type Origin } from '#modules/people/person.sql.ts'
import { recordAssignments } from '#modules/people/assignment.sql.ts'

export type NewSecondment = Origin & {
  personId: string
  fromUnitId: string
  hostUnitId: string
  titleText?: string | null
  task?: string | null
  from: string
  /** The first day after the secondment; null while it lasts. */
  to?: string | null
  plannedEnd?: string | null
  overrideReason?: string | null
}

/** Records secondments and, beside the main post that stays, the seconded post at the host. */
export async function recordSecondments(tx: Tx, secondments: NewSecondment[]): Promise<string[]> {
  const ids = await recordFacts(
    tx,
    'movements.secondment',
    secondments.map((one) => ({
      person_id: one.personId,
      from_unit_id: one.fromUnitId,
      host_unit_id: one.hostUnitId,
      title_text: one.titleText ?? null,
      task: one.task ?? null,
      held: period(one.from, one.to),
      planned_end: one.plannedEnd ?? null,
      override_reason: one.overrideReason ?? null,
      ...originRow(one),
    })),
  )
  await recordAssignments(
    tx,
    secondments.map((one) => ({
      ...originOf(one),
      personId: one.personId,
      kind: 'seconded',
      unitId: one.hostUnitId,
      titleText: one.titleText ?? 'Biệt phái',
      from: one.from,
      to: one.to ?? null,
    })),
  )
  return ids
}

function originOf({ decisionId = null, runId = null, runRow = null }: Origin): Origin {
  return { decisionId, runId, runRow }
}
