import type { Tx } from '#db/connect.ts'
import { period, recordFacts } from '#db/facts.ts'
import { originRow, type Origin } from './person.sql.ts'

export type AssignmentKind = 'main' | 'concurrent' | 'acting' | 'seconded' | 'rotated'
export type NewAssignment = Origin & {
  personId: string
  kind: AssignmentKind
  unitId: string
  titleCode?: string | null
  titleText: string
  officialKind?: string | null
  from: string
  /** The first day on which it no longer holds. */
  to?: string | null
  fromKnown?: boolean
}

/** Records posts; two main posts at once are refused by the database ('main-post-once'). */
export function recordAssignments(tx: Tx, assignments: NewAssignment[]): Promise<string[]> {
  return recordFacts(
    tx,
    'people.assignment',
    assignments.map((assignment) => ({
      person_id: assignment.personId,
      kind: assignment.kind,
      unit_id: assignment.unitId,
      title_code: assignment.titleCode ?? null,
      title_text: assignment.titleText,
      official_kind: assignment.officialKind ?? null,
      held: period(assignment.from, assignment.to),
      from_known: assignment.fromKnown ?? true,
      ...originRow(assignment),
    })),
  )
}

export type NewMembership = Origin & {
  personId: string
  kind: 'deputy' | 'party_member' | 'association_member'
  association?: string | null
  unitId: string
  titleText?: string | null
  from: string
  to?: string | null
  fromKnown?: boolean
}

/** Records what ties a learner from outside the payroll to a unit. */
export function recordMemberships(tx: Tx, memberships: NewMembership[]): Promise<string[]> {
  return recordFacts(
    tx,
    'people.membership',
    memberships.map((membership) => ({
      person_id: membership.personId,
      kind: membership.kind,
      association: membership.association ?? null,
      unit_id: membership.unitId,
      title_text: membership.titleText ?? null,
      held: period(membership.from, membership.to),
      from_known: membership.fromKnown ?? true,
      ...originRow(membership),
    })),
  )
}
