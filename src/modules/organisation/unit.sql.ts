import type { Tx } from '#db/connect.ts'
import { noteChange, period, recordFacts, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { rebuildClosure } from './closure.sql.ts'
import type { UnitKind } from './unit-kind.ts'
import { searchText } from './unit-name.ts'

export type UnitCode = { scheme: 'administrative' | 'own'; code: string }
export type NewUnit = {
  id?: string | undefined
  nameVi: string
  nameEn: string
  kind: UnitKind
  from: string
  /** The first day on which it is no more. */
  to?: string | null | undefined
  /** Its place among its siblings. */
  place?: number | undefined
  codes?: UnitCode[] | undefined
  parents?: { state?: string | null | undefined; party?: string | null | undefined } | undefined
  decisionId?: string | null | undefined
  runId?: string | null | undefined
  runRow?: number | null | undefined
}

/** Enters units with their names, codes and parents, and returns their ids in order; a parent may be one of the same call. */
export async function addUnits(tx: Tx, units: NewUnit[]): Promise<string[]> {
  const whole = units.map((unit) => ({ ...unit, id: unit.id ?? newId(recordOf(tx).now.getTime()) }))
  await writeUnits(tx, whole)
  await rebuildClosure(tx)
  return whole.map((unit) => unit.id)
}

export type IdentifiedUnit = NewUnit & { id: string }

/** As `addUnits`, for a command that works out the ancestors once at its end. */
export async function writeUnits(tx: Tx, units: IdentifiedUnit[]): Promise<void> {
  if (units.length === 0) return
  // A unit whose beginning was reversed may begin again under its id; what it was called is in its versions.
  await tx
    .insertInto('organisation.unit')
    .values(units.map(({ id }) => ({ id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  noteChange(tx, { table: 'organisation.unit', done: 'recorded', count: units.length })
  await recordFacts(tx, 'organisation.unit_version', units.map(versionRow))
  await recordFacts(tx, 'organisation.unit_code', units.flatMap(codeRows))
  await recordFacts(tx, 'organisation.unit_parent', units.flatMap(parentRows))
}

export function versionRow(unit: IdentifiedUnit): Record<string, unknown> {
  return {
    unit_id: unit.id,
    kind: unit.kind,
    name_vi: unit.nameVi.normalize('NFC'),
    name_en: unit.nameEn,
    search: searchText({ vi: unit.nameVi, en: unit.nameEn }),
    place: unit.place ?? 0,
    held: period(unit.from, unit.to),
    ...originOf(unit),
  }
}

export function codeRows(unit: IdentifiedUnit): Record<string, unknown>[] {
  return (unit.codes ?? []).map(({ scheme, code }) => ({
    unit_id: unit.id,
    scheme,
    code,
    held: period(unit.from, unit.to),
    ...originOf(unit),
  }))
}

export function parentRows(unit: IdentifiedUnit): Record<string, unknown>[] {
  return (['state', 'party'] as const).flatMap((system) => {
    const parentId = unit.parents?.[system]
    return parentId ? [{ unit_id: unit.id, parent_id: parentId, system, held: period(unit.from, unit.to), ...originOf(unit) }] : []
  })
}

function originOf(unit: NewUnit): Record<string, unknown> {
  return { decision_id: unit.decisionId ?? null, run_id: unit.runId ?? null, run_row: unit.runRow ?? null }
}
