import { period } from '#db/facts.ts'
import type { IdentifiedUnit } from '#modules/organisation/unit.sql.ts'
import type { UnitKind } from '#modules/organisation/unit-kind.ts'
import type { Scale } from '../sizes.ts'

/** The day on which districts ended and communes came directly under provinces. */
export const twoLevelsFrom = '2025-07-01'
const founded = '1990-01-01'

export const provinceOffices = 30
export const districtOffices = 12
export const communes = 5
export const communeOffices = 5

// A unit's code tells its place: province · district · commune, and the office within it.
export const nation = 0
export const province = (p: number): number => p * 100_000
export const provinceOffice = (p: number, office: number): number => province(p) + office
export const district = (p: number, d: number): number => province(p) + d * 1000
export const districtOffice = (p: number, d: number, office: number): number => district(p, d) + 900 + office
export const commune = (p: number, d: number, c: number): number => district(p, d) + c * 100
export const communeOffice = (p: number, d: number, c: number, office: number): number => commune(p, d, c) + office

/** The identifier of a generated row: its kind and its number. */
export function generatedId(kind: number, number: number): string {
  return `019a0000-00${String(kind).padStart(2, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`
}
export const unitId = (code: number): string => generatedId(1, code)
export const personId = (n: number): string => generatedId(2, n)

/** All units, those of one province after those of the other. */
export function unitsOf({ size, provinces, districts }: Scale): IdentifiedUnit[] {
  const all = upTo(provinces).flatMap((p) => unitsOfProvince(p, districts, size === 'nation' ? nation : null))
  return size === 'nation' ? [unit(nation, 'other_body', 'Cả nước', 'The nation', null), ...all] : all
}

/** Over each commune: its district until that ended, its province from then on. */
export function communeParents({ provinces, districts }: Scale): { unit_id: string; parent_id: string; system: 'state'; held: string }[] {
  return upTo(provinces).flatMap((p) =>
    upTo(districts).flatMap((d) =>
      upTo(communes).flatMap((c) => [
        { unit_id: unitId(commune(p, d, c)), parent_id: unitId(district(p, d)), system: 'state', held: period(founded, twoLevelsFrom) },
        { unit_id: unitId(commune(p, d, c)), parent_id: unitId(province(p)), system: 'state', held: period(twoLevelsFrom) },
      ]),
    ),
  )
}

/** What the tree stands on. */
export function rootOf({ size }: Scale): string {
  return unitId(size === 'nation' ? nation : province(1))
}

function unitsOfProvince(p: number, districts: number, above: number | null): IdentifiedUnit[] {
  const name = String(p).padStart(2, '0')
  return [
    unit(province(p), 'province', `Tỉnh Mẫu ${name}`, `Sample province ${name}`, above),
    ...upTo(provinceOffices).map((o) =>
      unit(provinceOffice(p, o), 'state_office', `Sở ${o} tỉnh Mẫu ${name}`, `Department ${o}`, province(p)),
    ),
    ...upTo(districts).flatMap((d) => unitsOfDistrict(p, d, `${name}-${String(d).padStart(2, '0')}`)),
  ]
}

function unitsOfDistrict(p: number, d: number, name: string): IdentifiedUnit[] {
  const ended = { to: twoLevelsFrom }
  return [
    { ...unit(district(p, d), 'district', `Huyện Mẫu ${name}`, `Sample district ${name}`, province(p)), ...ended },
    ...upTo(districtOffices).map((o) => ({
      ...unit(districtOffice(p, d, o), 'state_office', `Phòng ${o} huyện Mẫu ${name}`, `Office ${o} of ${name}`, district(p, d)),
      ...ended,
    })),
    ...upTo(communes).flatMap((c) => [
      unit(commune(p, d, c), 'commune', `Xã Mẫu ${name}-${c}`, `Sample commune ${name}-${c}`, null),
      ...upTo(communeOffices).map((o) =>
        unit(
          communeOffice(p, d, c, o),
          'state_office',
          `Bộ phận ${o} xã Mẫu ${name}-${c}`,
          `Section ${o} of ${name}-${c}`,
          commune(p, d, c),
        ),
      ),
    ]),
  ]
}

function unit(code: number, kind: UnitKind, nameVi: string, nameEn: string, above: number | null): IdentifiedUnit {
  const parents = above === null ? undefined : { state: unitId(above) }
  return { id: unitId(code), nameVi, nameEn, kind, from: founded, ...(parents ? { parents } : {}) }
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
