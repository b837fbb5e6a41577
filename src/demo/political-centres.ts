import type { NewUnit } from '#modules/organisation/unit.sql.ts'
import { newCommunes } from './sites.ts'
import { demoUnitId } from './unit-id.ts'

export const centresFrom = '2025-09-01'

/** The political centre of a commune's Party committee, since September 2025. */
export function centreOf(commune: string): string {
  return demoUnitId(`Trung tâm Chính trị xã ${commune}`, '2025')
}

export function politicalCentres(): NewUnit[] {
  return newCommunes.map((name) => ({
    id: centreOf(name),
    nameVi: `Trung tâm Chính trị xã ${name}`,
    nameEn: `${name} Commune Political Centre`,
    kind: 'public_service_unit',
    from: centresFrom,
    place: 30,
    parents: { party: demoUnitId(`Đảng ủy xã ${name}`, '2025') },
  }))
}
