import type { Db } from '#db/connect.ts'
import type { Actor, Scope } from '#server/operations.ts'
import { NotFound, Refused, refuse, type Refusal } from '#server/refusal.ts'
import { findAuthority } from './authority.sql.ts'
import { resolveUnit } from './resolve.sql.ts'
import { isUnitInScope } from './scope.sql.ts'
import type { UnitDays } from './subtree.sql.ts'

/** Whoever names no unit means the authority, or the unit that the own role is held on. */
export async function ownUnit(db: Db, { actor, scope }: { actor: Actor; scope: Scope }): Promise<string> {
  const authority = await findAuthority(db)
  if (authority && (await isUnitInScope(db, scope, authority.unitId))) return authority.unitId
  const own = actor.grants.find(({ unitId }) => unitId !== null)?.unitId
  if (!own) throw new NotFound()
  return own
}

/** The unit of that name which is fitting; of several with one name, the only fitting one. */
export async function unitMeant(db: Db, name: string, on: string, isFitting: (unitId: string) => Promise<boolean>): Promise<UnitDays> {
  const meant = await resolveUnit(db, name, on).catch((thrown: unknown) => candidatesOf(thrown))
  const candidates = Array.isArray(meant) ? meant : [meant]
  const fitting = await Promise.all(candidates.map(async (unit) => ((await isFitting(unit.unitId)) ? [unit] : [])))
  const [only, another] = fitting.flat()
  if (!only) throw new NotFound()
  if (another) refuse([{ code: 'unit-ambiguous', name, on, candidates: fitting.flat() }])
  return only
}

function candidatesOf(thrown: unknown): UnitDays[] {
  const ambiguous = thrown instanceof Refused ? thrown.refusals.find(({ code }) => code === 'unit-ambiguous') : undefined
  if (!ambiguous) throw thrown
  return (ambiguous as Refusal & { candidates: UnitDays[] }).candidates // resolveUnit's own words
}
