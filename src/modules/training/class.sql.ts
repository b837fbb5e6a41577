import type { Tx } from '#db/connect.ts'
import { insertAnchors, period, recordFacts, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { fold } from '#lib/vietnamese-names.ts'
import { originRow, type Origin } from '#modules/people/person.sql.ts'

export type NewClass = Origin & {
  classId?: string
  kind: string
  title: string
  openerUnitId: string
  openedOn: string
  /** The first day after the class. */
  closedOn?: string | null
  place?: string | null
  lecturer?: string | null
  /** Only where the learners are not listed. */
  headCount?: number | null
  /** How many it has room for. */
  seats?: number | null
  /** Its length in periods (tiết). */
  periods?: number | null
  /** The line of the plan that it fulfils. */
  planLineId?: string | null
  institution?: string | null
  mode?: string | null
  /** Field of study of a course that ends in a degree. */
  fieldText?: string | null
}

/** Opens classes and returns their ids in order. */
export async function addClasses(tx: Tx, classes: NewClass[]): Promise<string[]> {
  const whole = classes.map((one) => ({ ...one, classId: one.classId ?? newId(recordOf(tx).now.getTime()) }))
  await insertAnchors(
    tx,
    'training.class',
    whole.map((one) => ({ class_id: one.classId, run_id: one.runId ?? null, run_row: one.runRow ?? null })),
  )
  await recordClassVersions(tx, whole)
  return whole.map((one) => one.classId)
}

/** Writes what is known of classes from now on; what was known before must be closed first. */
export function recordClassVersions(tx: Tx, classes: (NewClass & { classId: string })[]): Promise<string[]> {
  return recordFacts(
    tx,
    'training.class_version',
    classes.map((one) => ({
      class_id: one.classId,
      kind: one.kind,
      title: one.title,
      search: fold(one.title),
      opener_unit_id: one.openerUnitId,
      place: one.place ?? null,
      lecturer: one.lecturer ?? null,
      head_count: one.headCount ?? null,
      seats: one.seats ?? null,
      periods: one.periods ?? null,
      plan_line_id: one.planLineId ?? null,
      institution: one.institution ?? null,
      mode: one.mode ?? null,
      field_text: one.fieldText ?? null,
      held: period(one.openedOn, one.closedOn),
      ...originRow(one),
    })),
  )
}

export type NewEnrolment = Origin & {
  personId: string
  classId: string
  unitId?: string | null
  titleText?: string | null
  result?: string | null
  certificate?: string | null
  state?: 'enrolled' | 'completed' | 'failed' | 'deferred' | 'withdrawn'
  stateOn?: string | null
  /** The sending that brought the trainee here. */
  sendingId?: string | null
  openedOn: string
  closedOn?: string | null
}

/** Enters learners of classes; a learner twice in one class is refused ('enrolled-once'). */
export function recordEnrolments(tx: Tx, enrolments: NewEnrolment[]): Promise<string[]> {
  return recordFacts(
    tx,
    'training.enrolment',
    enrolments.map((one) => ({
      person_id: one.personId,
      class_id: one.classId,
      unit_id: one.unitId ?? null,
      title_text: one.titleText ?? null,
      result: one.result ?? null,
      certificate: one.certificate ?? null,
      state: one.state ?? 'enrolled',
      state_on: one.stateOn ?? null,
      sending_id: one.sendingId ?? null,
      held: period(one.openedOn, one.closedOn),
      ...originRow(one),
    })),
  )
}
