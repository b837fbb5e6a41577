import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { standing, type Objection } from '#lib/override.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { isUnitInScope, unitsBelow } from '#modules/organisation/scope.sql.ts'
import { basisObjections, reasonOf, type Basis } from '#modules/people/basis.ts'
import { findPaper } from '#modules/people/fact.sql.ts'
import type { Actor, Scope } from '#server/operations.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { classInScope, classRows } from './class-list.sql.ts'
import type { ClassRow } from './class.contract.ts'

/** The class as known now; not found outside the caller's scope. */
export async function findClass(db: Db, scope: Scope, classId: string): Promise<ClassRow> {
  const [found] = await classRows(db, sql<boolean>`upper_inf(c.recorded) and c.class_id = ${classId}::uuid and ${classInScope(scope)}`, 1)
  if (!found) throw new NotFound()
  return found
}

/** Holds the class still while a command decides about it. */
export async function lockClass(tx: Tx, classId: string): Promise<{ id: string; decisionId: string | null }> {
  const { rows } = await sql<{ id: string; decisionId: string | null }>`
    select id, decision_id as "decisionId" from training.class_version where class_id = ${classId}::uuid and upper_inf(recorded) for update`.execute(
    tx,
  )
  if (!rows[0]) throw new NotFound()
  return rows[0]
}

/** Refuses what stands in the way of an act about the class, or says in the log why it was done. */
export async function settleClass(tx: Tx, classId: string, basis: Basis, objections: Objection[]): Promise<void> {
  const paper = await findPaper(tx, basis.decisionId)
  refuse([...basisObjections(basis, paper), ...standing(objections, basis.override)])
  const reason = [reasonOf(basis), paper?.code].filter(Boolean).join(' · ')
  about(tx, { subjectId: classId, ...(reason ? { reason } : {}) })
}

/** Where the caller may use another permission; nowhere is a scope, too. */
export async function scopeFor(db: Db, actor: Actor, permission: string, today: string): Promise<Scope> {
  return (await scopeOf(db, actor, permission, today, unitsBelow)) ?? { unitIds: [], above: [], personId: null }
}

export function isNothing(scope: Scope): boolean {
  return scope !== 'everything' && scope.unitIds.length === 0 && scope.above.length === 0 && scope.personId === null
}

/** Whether the caller may change the class, for the buttons of its page. */
export async function mayWriteClass(db: Db, caller: { actor: Actor; today: string }, { opener }: ClassRow): Promise<boolean> {
  return isUnitInScope(db, await scopeFor(db, caller.actor, 'training.write', caller.today), opener.id)
}
