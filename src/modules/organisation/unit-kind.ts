import type { Bilingual } from '#lib/language.ts'

export type UnitKind = keyof typeof kinds
export type KindOfUnit = {
  name: Bilingual
  /** Territorial units hold land; all others are bodies. */
  isTerritory: boolean
  level: 'province' | 'district' | 'commune' | 'hamlet' | null
  /** The first day on which the law knows no such units any more. */
  to: string | null
}

const kinds = {
  province: territory('province', 'Tỉnh', 'Province'),
  central_city: territory('province', 'Thành phố trực thuộc trung ương', 'Centrally run city'),
  district: territory('district', 'Huyện', 'District', '2025-07-01'),
  city: territory('district', 'Thành phố thuộc tỉnh', 'Provincial city', '2025-07-01'),
  town: territory('district', 'Thị xã', 'Town', '2025-07-01'),
  urban_district: territory('district', 'Quận', 'Urban district', '2025-07-01'),
  commune: territory('commune', 'Xã', 'Commune'),
  ward: territory('commune', 'Phường', 'Ward'),
  township: territory('commune', 'Thị trấn', 'Township', '2025-07-01'),
  special_zone: territory('commune', 'Đặc khu', 'Special zone'),
  hamlet: territory('hamlet', 'Thôn, tổ dân phố', 'Hamlet'),
  party_committee: body('Cấp ủy', 'Party committee'),
  party_body: body('Cơ quan của cấp ủy', 'Body of the Party committee'),
  council_and_committee: body('HĐND và UBND', 'People’s Council and People’s Committee'),
  state_office: body('Phòng, ban chuyên môn', 'Specialised office'),
  joint_body: body('Cơ quan hợp nhất Đảng – Nhà nước', 'Joint Party and State body'),
  front: body('Mặt trận Tổ quốc', 'Fatherland Front'),
  mass_organisation: body('Tổ chức chính trị – xã hội', 'Mass organisation'),
  public_service_unit: body('Đơn vị sự nghiệp công lập', 'Public service unit'),
  armed_force: body('Lực lượng vũ trang', 'Armed force'),
  other_body: body('Cơ quan, đơn vị khác', 'Other body'),
} as const satisfies Record<string, KindOfUnit>

export const unitKinds = Object.keys(kinds) as [UnitKind, ...UnitKind[]]

export function kindOfUnit(kind: UnitKind): KindOfUnit {
  return kinds[kind]
}

export function isUnitKind(text: string): text is UnitKind {
  return Object.hasOwn(kinds, text)
}

export function isTerritory(kind: string): boolean {
  return isUnitKind(kind) && kinds[kind].isTerritory
}

/** Offices end with the authority whose offices they are; land, schools and stations pass to whoever comes after. */
export function endsWithAuthority(kind: string): boolean {
  return !isTerritory(kind) && kind !== 'public_service_unit'
}

function territory(level: KindOfUnit['level'], vi: string, en: string, to: string | null = null): KindOfUnit {
  return { name: { vi, en }, isTerritory: true, level, to }
}

function body(vi: string, en: string): KindOfUnit {
  return { name: { vi, en }, isTerritory: false, level: null, to: null }
}
