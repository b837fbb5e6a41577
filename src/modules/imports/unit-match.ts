import { bareUnitKey, meantBy, unitKey } from '#modules/organisation/unit-name.ts'
import type { UnitReading } from './candidate.ts'

/** `until` is the first day on which the unit is no more; null while it lasts. */
export type ListedUnit = { unitId: string; vi: string; en: string; kind: string; until: string | null }

export type UnitMatch =
  | { unit: ListedUnit }
  | { why: { code: 'unit-unknown'; text: string; nearest: string[] } | { code: 'unit-ambiguous'; text: string; candidates: string[] } }

/** Finds units by what lists call them; remembers each wording, since a list repeats few of them many times. */
export function unitMatcher(units: readonly ListedUnit[]): (reading: UnitReading) => UnitMatch {
  const known = new Map<string, UnitMatch>()
  return (reading) => {
    const key = `${reading.text}\u001f${reading.kind}\u001f${reading.name}`
    const match = known.get(key) ?? unitMeant(reading, units)
    known.set(key, match)
    return match
  }
}

/** 'UBND xã Tứ Quận' is that body where the tree has it, else the commune. */
function unitMeant(reading: UnitReading, units: readonly ListedUnit[]): UnitMatch {
  const withKind = reading.kind ? [`${reading.kind} ${reading.name}`] : []
  for (const text of [reading.text, ...withKind, reading.name]) {
    const found = meantBy(text, [...units])
    const only = onlyOne(found)
    if (only) return { unit: only }
    if (found.length > 1) return { why: { code: 'unit-ambiguous', text: reading.text, candidates: found.map((unit) => unit.vi) } }
  }
  const offices = officesBegun(reading.text, units)
  const office = onlyOne(offices)
  if (office) return { unit: office }
  if (offices.length > 1) return { why: { code: 'unit-ambiguous', text: reading.text, candidates: offices.map((unit) => unit.vi) } }
  return { why: { code: 'unit-unknown', text: reading.text, nearest: nearestNames(reading.name, units) } }
}

/** 'TT BDCT' and 'Phòng Nội vụ' leave the district's name to the reader. */
function officesBegun(text: string, units: readonly ListedUnit[]): ListedUnit[] {
  const key = unitKey(text.replace(/^(?:TT\s*|trung tâm\s+)BDCT(?!\p{L})/iu, 'Trung tâm Bồi dưỡng chính trị'))
  if (!/^(?:phong|trung tam|van phong|ban) \S+ \S/.test(key) && !/^phong \S/.test(key)) return []
  return units.filter((unit) => unitKey(unit.vi) === key || unitKey(unit.vi).startsWith(`${key} `))
}

/** Of a territory and its bodies of one name, the territory is meant by the bare name. */
function onlyOne(found: ListedUnit[]): ListedUnit | null {
  const [first, second] = found
  return first && !second ? first : null
}

function nearestNames(name: string, units: readonly ListedUnit[]): string[] {
  const key = bareUnitKey(name)
  return units
    .map((unit) => ({ name: unit.vi, distance: distanceOf(key, bareUnitKey(unit.vi)) }))
    .filter(({ distance }) => distance <= Math.max(2, Math.floor(key.length / 3)))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((near) => near.name)
}

/** How many signs must be put, taken or changed to make one text the other. */
export function distanceOf(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const now = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = (before[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      now.push(Math.min(changed, (before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1))
    }
    before = now
  }
  return before[other.length] ?? 0
}

/** The commune a native place begins with: 'Tiến Bộ, Yên Sơn, Tuyên Quang' gives 'tien bo'. */
export function communeKey(place: string | null | undefined): string | null {
  const first = place?.split(/[,;–]|\s-\s/)[0]
  return first ? bareUnitKey(first) || null : null
}
