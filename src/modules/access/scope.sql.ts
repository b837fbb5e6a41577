import type { Db } from '#db/connect.ts'
import type { Actor, Scope } from '#server/operations.ts'
import { rolesWith } from './roles.ts'

/** The units below these on the day, ended ones by their last day, and these units' own numbers; given by the organisation module. */
export type UnitsBelow = (db: Db, unitIds: string[]) => Promise<{ unitIds: string[]; above: number[] }>

/** What the caller may see under the permission, or null when no role of theirs gives it. */
export async function scopeOf(db: Db, actor: Actor, permission: string, today: string, unitsBelow: UnitsBelow): Promise<Scope | null> {
  const giving = rolesWith(permission)
  const grants = actor.grants.filter((grant) => giving.includes(grant.role))
  if (grants.length === 0) return null
  // An official's role reaches the own file only, whatever unit it names.
  const overUnits = grants.filter((grant) => grant.role !== 'official')
  if (overUnits.some((grant) => grant.unitId === null)) return 'everything'
  const roots = overUnits.flatMap((grant) => grant.unitId ?? [])
  return {
    ...(roots.length > 0 ? await onceFor(actor, roots, () => unitsBelow(db, roots)) : { unitIds: [], above: [] }),
    personId: grants.length > overUnits.length ? actor.personId : null,
  }
}

type Below = Awaited<ReturnType<UnitsBelow>>
const found = new WeakMap<Actor, Map<string, Promise<Below>>>()

/** An actor lives as long as the request: several permissions on the same units ask for them once. */
function onceFor(actor: Actor, roots: string[], ask: () => Promise<Below>): Promise<Below> {
  const ofActor = found.get(actor) ?? new Map<string, Promise<Below>>()
  found.set(actor, ofActor)
  const key = roots.join()
  const asked = ofActor.get(key) ?? ask()
  ofActor.set(key, asked)
  return asked
}
