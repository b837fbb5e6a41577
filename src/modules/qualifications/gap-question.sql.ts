import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { dayInHanoi, endOfDayInHanoi } from '#lib/days.ts'
import { ownUnit, unitMeant } from '#modules/organisation/meant.sql.ts'
import { isUnitInScope } from '#modules/organisation/scope.sql.ts'
import { unitsUnder } from '#modules/organisation/subtree.sql.ts'
import type { Actor, Scope } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import type { Asking } from './holding.sql.ts'
import { rowsBelow, type UnitRow } from './rows.sql.ts'

export type GapAsked = { unit?: string | undefined; on?: string | undefined; knownOn?: string | undefined; by: 'post' | 'unit' }
export type Reader = { today: string; now: Date; actor: Actor; scope: Scope }

export type GapQuestion = {
  /** Null where the reader sees only the own file, or units of which none is above the others. */
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
  const meant = asked.unit ?? (await ownUnitOn(db, reader, on))
  if (meant === null) {
    const unitIds = reader.scope === 'everything' || reader.scope.unitIds.length === 0 ? null : reader.scope.unitIds
    return { unit: null, on, knownOn, by: 'post', asking: { ...asking, unitIds }, rows: [], rowOf: new Map() }
  }
  const { unitId, vi, en } = await unitMeant(db, meant, on, (id) => isUnitInScope(db, reader.scope, id))
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

/** The own unit, or, once it is no more, the nearest above it that there is; null where only a scope is left, or only oneself. */
async function ownUnitOn(db: Db, reader: Reader, on: string): Promise<string | null> {
  const { scope } = reader
  if (scope !== 'everything' && scope.unitIds.length === 0) return null
  const own = await ownUnit(db, reader).catch((thrown: unknown) => {
    if (thrown instanceof NotFound) return null // No authority yet, and a role that names no unit.
    throw thrown
  })
  const { rows } = await sql<{ id: string }>`
    select c.ancestor_id as id from organisation.closure c
    join organisation.unit_version v on v.unit_id = c.ancestor_id and v.held @> ${on}::date and upper_inf(v.recorded)
    where c.descendant_id = ${own}::uuid and upper_inf(c.recorded)
      and ${scope === 'everything' ? sql`true` : sql`c.ancestor_id = any(${scope.unitIds}::uuid[])`}
    order by c.depth limit 1`.execute(db)
  return rows[0]?.id ?? null
}
