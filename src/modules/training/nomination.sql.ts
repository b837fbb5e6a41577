import type { Tx } from '#db/connect.ts'
import { period, recordFacts } from '#db/facts.ts'
import { originRow, type Origin } from '#modules/people/person.sql.ts'
import type { OverrideKept } from './board.contract.ts'

export type NewNomination = Origin & {
  personId: string
  classId: string
  unitId: string
  titleText?: string | null
  nominatedBy: string
  nominatedOn: string
  overrides?: readonly OverrideKept[]
}

/** Puts persons on the board of a class; once each ('nominated-once'). */
export function recordNominations(tx: Tx, nominations: readonly NewNomination[]): Promise<string[]> {
  return recordFacts(
    tx,
    'training.nomination',
    nominations.map((one) => ({
      person_id: one.personId,
      class_id: one.classId,
      unit_id: one.unitId,
      title_text: one.titleText ?? null,
      state: 'nominated',
      overrides: one.overrides ?? [],
      nominated_by: one.nominatedBy,
      held: period(one.nominatedOn),
      ...originRow(one),
    })),
  )
}
