import { sql } from 'kysely'
import { closeRecordedBy, endFactsOn, restoreClosedBy } from '#db/amend.ts'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange, recordFacts, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { rebuildClosure } from './closure.sql.ts'
import type { Plan, ReorganisationSpec, Units } from './reorganisation.ts'
import { codeRows, parentRows, versionRow, writeUnits } from './unit.sql.ts'
import { isUnitKind } from './unit-kind.ts'
import { isOn } from './unit-state.ts'

const tables = ['organisation.unit_version', 'organisation.unit_code', 'organisation.unit_parent', 'organisation.succession'] as const

/** One reorganisation at a time, from reading the units to writing them. */
export async function lockOrganisation(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(6110003)`.execute(tx)
}

/** Writes what the plan says: ends, then changes, then beginnings, so that a code is free before it is given anew. */
export async function applyPlan(tx: Tx, spec: ReorganisationSpec, plan: Plan, units: Units): Promise<string> {
  const decision_id = spec.decisionId ?? null
  const ending = endingRows(plan, units, spec.on)
  await endFactsOn(tx, 'organisation.unit_version', ending.versions, spec.on)
  await endFactsOn(tx, 'organisation.unit_code', ending.codes, spec.on)
  await endFactsOn(tx, 'organisation.unit_parent', ending.parents, spec.on)
  await writeUnits(
    tx,
    spec.newUnits.map((unit) => ({ ...unit, from: spec.on, decisionId: decision_id })),
  )
  const anew = { from: spec.on, decisionId: decision_id }
  const changed = plan.changes.flatMap((change) =>
    isUnitKind(change.kind) ? [versionRow({ ...change, ...anew, id: change.unitId, kind: change.kind })] : [],
  )
  const bare = { nameVi: '', nameEn: '', kind: 'other_body' as const, ...anew }
  const begun = new Set(spec.newUnits.map((unit) => unit.id))
  const coded = plan.codes.flatMap((code) => (code.to && !begun.has(code.to) ? codeRows({ ...bare, id: code.to, codes: [code] }) : []))
  const moved = plan.moves.flatMap((move) => (move.to ? parentRows({ ...bare, id: move.unitId, parents: { [move.system]: move.to } }) : []))
  await recordFacts(tx, 'organisation.unit_version', changed)
  await recordFacts(tx, 'organisation.unit_code', coded)
  await recordFacts(tx, 'organisation.unit_parent', moved)
  const reorganisationId = await addReorganisation(tx, spec)
  await recordFacts(
    tx,
    'organisation.succession',
    plan.successions.map((one) => ({
      from_unit_id: one.from,
      to_unit_id: one.to,
      kind: one.kind,
      whole: one.whole,
      note: one.note,
      on_day: spec.on,
      reorganisation_id: reorganisationId,
    })),
  )
  await rebuildClosure(tx)
  return reorganisationId
}

/** The rows that hold on the day and may not hold any longer. */
function endingRows(plan: Plan, units: Units, on: string): { versions: string[]; codes: string[]; parents: string[] } {
  const ended = new Set(plan.ends.map((end) => end.unitId))
  const changed = new Set(plan.changes.map((change) => change.unitId))
  const given = new Set(plan.codes.map((code) => `${code.from} ${code.scheme} ${code.code}`))
  const moved = new Set(plan.moves.map((move) => `${move.unitId} ${move.system}`))
  const held = [...units].map(([id, unit]) => ({
    versions: unit.versions.filter((row) => isOn(row, on) && (ended.has(id) || changed.has(id))),
    codes: unit.codes.filter((row) => isOn(row, on) && (ended.has(id) || given.has(`${id} ${row.scheme} ${row.code}`))),
    parents: unit.parents.filter((row) => isOn(row, on) && (ended.has(id) || moved.has(`${id} ${row.system}`))),
  }))
  return {
    versions: held.flatMap((rows) => rows.versions.map(({ id }) => id)),
    codes: held.flatMap((rows) => rows.codes.map(({ id }) => id)),
    parents: held.flatMap((rows) => rows.parents.map(({ id }) => id)),
  }
}

async function addReorganisation(tx: Tx, spec: ReorganisationSpec): Promise<string> {
  const { entryId, now } = recordOf(tx)
  const id = newId(now.getTime())
  await tx
    .insertInto('organisation.reorganisation')
    .values({
      id,
      on_day: spec.on,
      title_vi: spec.titleVi,
      title_en: spec.titleEn,
      decision_id: spec.decisionId ?? null,
      spec: JSON.stringify(spec),
      applied_at: now,
      entry_id: entryId,
    })
    .execute()
  noteChange(tx, { table: 'organisation.reorganisation', done: 'recorded', count: 1, after: { id, on: spec.on, titleVi: spec.titleVi } })
  return id
}

/** Withdraws what the reorganisation wrote of units and gives back what it ended. */
export async function reversePlan(tx: Tx, reorganisation: { id: string; entryId: string }): Promise<void> {
  for (const table of tables) await closeRecordedBy(tx, table, reorganisation.entryId, 'undone')
  for (const table of tables) await restoreClosedBy(tx, table, reorganisation.entryId)
  const { entryId, now } = recordOf(tx)
  await tx
    .updateTable('organisation.reorganisation')
    .set({ reversed_at: now, reversed_entry_id: entryId })
    .where('id', '=', reorganisation.id)
    .execute()
  noteChange(tx, { table: 'organisation.reorganisation', done: 'changed', count: 1, after: { id: reorganisation.id, reversedAt: now } })
  await rebuildClosure(tx)
}

export type ReorganisationRow = {
  id: string
  on: string
  titleVi: string
  titleEn: string
  decisionId: string | null
  appliedAt: Date
  reversedAt: Date | null
  entryId: string
  spec: ReorganisationSpec
}

const columns = [
  'id',
  'on_day as on',
  'title_vi as titleVi',
  'title_en as titleEn',
  'decision_id as decisionId',
  'applied_at as appliedAt',
  'reversed_at as reversedAt',
  'entry_id as entryId',
  'spec',
] as const

export async function listReorganisationRows(db: Db): Promise<ReorganisationRow[]> {
  const rows = await db
    .selectFrom('organisation.reorganisation')
    .select(columns)
    .orderBy('on_day', 'desc')
    .orderBy('applied_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, spec: specOf(row.spec) }))
}

export async function lockReorganisation(tx: Tx, id: string): Promise<ReorganisationRow | undefined> {
  const row = await tx.selectFrom('organisation.reorganisation').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && { ...row, spec: specOf(row.spec) }
}

/** Only `addReorganisation` writes the column, and it writes nothing else. */
function specOf(kept: unknown): ReorganisationSpec {
  return kept as ReorganisationSpec
}
