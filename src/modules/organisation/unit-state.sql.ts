import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { HeldCode, HeldParent, UnitState, Version } from './unit-state.ts'

/** Every unit as it is known now, by id: what a reorganisation is weighed against. */
export async function loadUnits(db: Db): Promise<Map<string, UnitState>> {
  const units = new Map<string, UnitState>()
  for (const { unitId, ...version } of await versionRows(db)) {
    const unit = units.get(unitId) ?? { versions: [], codes: [], parents: [] }
    unit.versions.push(version)
    units.set(unitId, unit)
  }
  for (const { unitId, ...code } of await codeRows(db)) units.get(unitId)?.codes.push(code)
  for (const { unitId, ...parent } of await parentRows(db)) units.get(unitId)?.parents.push(parent)
  return units
}

type OfUnit<T> = T & { unitId: string }

async function versionRows(db: Db): Promise<OfUnit<Version>[]> {
  const { rows } = await sql<OfUnit<Version>>`
    select unit_id as "unitId", id, kind, name_vi as "nameVi", name_en as "nameEn", place, lower(held) as "from", upper(held) as "to"
    from organisation.unit_version where upper_inf(recorded) order by unit_id, lower(held)`.execute(db)
  return rows
}

async function codeRows(db: Db): Promise<OfUnit<HeldCode>[]> {
  const { rows } = await sql<OfUnit<HeldCode>>`
    select unit_id as "unitId", id, scheme, code, lower(held) as "from", upper(held) as "to"
    from organisation.unit_code where upper_inf(recorded) order by unit_id, lower(held)`.execute(db)
  return rows
}

async function parentRows(db: Db): Promise<OfUnit<HeldParent>[]> {
  const { rows } = await sql<OfUnit<HeldParent>>`
    select unit_id as "unitId", id, system, parent_id as "parentId", lower(held) as "from", upper(held) as "to"
    from organisation.unit_parent where upper_inf(recorded) order by unit_id, lower(held)`.execute(db)
  return rows
}
