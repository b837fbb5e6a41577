import type { Db } from '#db/connect.ts'
import { dayInHanoi, endOfDayInHanoi } from '#lib/days.ts'
import { ownUnit, unitMeant } from '#modules/organisation/meant.sql.ts'
import { isUnitInScope } from '#modules/organisation/scope.sql.ts'
import { unitsUnder } from '#modules/organisation/subtree.sql.ts'
import type { Actor, Scope } from '#server/operations.ts'
import type { Asking } from './holding.sql.ts'
import { rowsBelow, type UnitRow } from './rows.sql.ts'

export type GapAsked = { unit?: string | undefined; on?: string | undefined; knownOn?: string | undefined; by: 'post' | 'unit' }
export type Reader = { today: string; now: Date; actor: Actor; scope: Scope }

export type GapQuestion = {
  /** Null where the reader sees only the own file. */
  unit: UnitRow | null
  on: string
  knownOn: string | null
  by: 'post' | 'unit'
  asking: Asking
  /** By unit: its own row and one for each unit below, and for which of them a unit counts. */
  rows: UnitRow[]
  rowOf: Map<string, string[]>
}

/** Settles the day and finds the units; a unit beyond the scope is not found. */
export async function findGapQuestion(db: Db, asked: GapAsked, reader: Reader): Promise<GapQuestion> {
  const { on = reader.today, by } = asked
  const knownOn = asked.knownOn !== undefined && asked.knownOn < dayInHanoi(reader.now) ? asked.knownOn : null
  const knownAt = knownOn === null ? null : endOfDayInHanoi(knownOn)
  const asking = { on, knownAt, scope: reader.scope, today: reader.today }
  if (asked.unit === undefined && seesOnlyOneself(reader.scope))
    return { unit: null, on, knownOn, by: 'post', asking: { ...asking, unitIds: null }, rows: [], rowOf: new Map() }
  const { unitId, vi, en } = await unitMeant(db, asked.unit ?? (await ownUnit(db, reader)), on, (id) => isUnitInScope(db, reader.scope, id))
  const instant = knownAt ?? reader.now
  const below = by === 'unit' ? await rowsBelow(db, unitId, on, instant) : { rows: [], rowOf: new Map<string, string[]>() }
  const unit = { unitId, vi, en }
  return {
    unit,
    on,
    knownOn,
    by,
    asking: { ...asking, unitIds: await unitsUnder(db, unitId, on, instant) },
    rows: [unit, ...below.rows],
    rowOf: below.rowOf,
  }
}

function seesOnlyOneself(scope: Scope): boolean {
  return scope !== 'everything' && scope.unitIds.length === 0
}
