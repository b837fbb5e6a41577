import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { likeText } from '#db/like.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { holdsOn, type UnitDays } from './subtree.sql.ts'
import { bareUnitKey, meantBy } from './unit-name.ts'

const id = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * The unit meant by an id, a code or a name on the day: 'Huyện Yên Sơn', 'xã Tứ Quận', 'Tu Quan'.
 * Refused when two are meant ('unit-ambiguous') or none exists on that day ('unit-not-on-day'); not found when nothing was ever so called.
 */
export async function resolveUnit(db: Db, nameOrId: string, on: string): Promise<UnitDays> {
  const text = nameOrId.trim()
  const meant = await versionsMeant(db, text)
  if (meant.length === 0) throw new NotFound()
  const onDay = meant.filter((unit) => holdsOn(unit, on))
  const units = new Map(onDay.map((unit) => [unit.unitId, unit]))
  const [only] = units.values()
  if (!only) refuse([{ code: 'unit-not-on-day', name: text, on, days: meant }])
  if (units.size > 1) refuse([{ code: 'unit-ambiguous', name: text, on, candidates: [...units.values()] }])
  if (!only) throw new NotFound()
  return only
}

async function versionsMeant(db: Db, text: string): Promise<UnitDays[]> {
  if (id.test(text)) return versionsWhere(db, sql<boolean>`v.unit_id = ${text}::uuid`)
  if (/^\d+$/.test(text)) return versionsWhere(db, hasCode(text))
  return meantBy(text, await versionsWhere(db, sql<boolean>`v.search like ${likePattern(bareUnitKey(text))}`))
}

/** A pattern that finds the text anywhere, whatever signs are in it. */
export function likePattern(text: string): string {
  return `%${likeText(text)}%`
}

/** True for the versions `v` in whose days the unit had the code. */
export function hasCode(code: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from organisation.unit_code c
    where c.unit_id = v.unit_id and c.code = ${code} and upper_inf(c.recorded) and c.held && v.held)`
}

async function versionsWhere(db: Db, condition: RawBuilder<boolean>): Promise<UnitDays[]> {
  const { rows } = await sql<UnitDays>`
    select v.unit_id as "unitId", v.name_vi as vi, v.name_en as en, v.kind, lower(v.held) as "from", upper(v.held) as "to"
    from organisation.unit_version v
    where upper_inf(v.recorded) and ${condition}
    order by lower(v.held), v.unit_id`.execute(db)
  return rows
}
