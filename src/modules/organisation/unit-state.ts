export type Days = { from: string; to: string | null }
export type Version = Days & { id: string; kind: string; nameVi: string; nameEn: string; place: number }
export type HeldCode = Days & { id: string; scheme: 'administrative' | 'own'; code: string }
export type HeldParent = Days & { id: string; system: 'state' | 'party'; parentId: string }

/** All that is known now of one unit, each list by day. */
export type UnitState = { versions: Version[]; codes: HeldCode[]; parents: HeldParent[] }

/** The one of dated rows that holds on the day. */
export function heldOn<T extends Days>(rows: readonly T[], day: string): T | undefined {
  return rows.find((row) => isOn(row, day))
}

export function isOn(days: Days, day: string): boolean {
  return days.from <= day && (days.to === null || day < days.to)
}
