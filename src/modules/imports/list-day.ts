import { addDays } from '#lib/days.ts'
import type { UnitReading } from './candidate.ts'
import { unitMatcher, type ListedUnit } from './unit-match.ts'

/**
 * The day on which a list without a date is taken to be true: today, or, when it names units that have ended since, the last
 * day on which all of them were. `named` are the units it names, `ended` units with the first day on which each is no more.
 */
export function assumedDay(named: readonly UnitReading[], now: readonly ListedUnit[], ended: readonly ListedUnit[], today: string): string {
  const isNow = unitMatcher(now)
  const gone = named.filter((reading) => isUnknown(isNow(reading)))
  const ends = gone.flatMap((reading) => lastDay(reading, ended))
  return ends.reduce((earliest, day) => (day < earliest ? day : earliest), today)
}

/** Of several units of the name that have ended, the one that lasted longest is meant. */
function lastDay(reading: UnitReading, ended: readonly ListedUnit[]): string[] {
  const names = [reading.text, `${reading.kind ?? ''} ${reading.name}`.trim(), reading.name].map((text) => ({ ...reading, text }))
  const latestFirst = ended.toSorted((one, other) => (other.until ?? '').localeCompare(one.until ?? ''))
  for (const unit of latestFirst) {
    const isMeant = unitMatcher([unit])
    if (unit.until && names.some((name) => 'unit' in isMeant(name))) return [addDays(unit.until, -1)]
  }
  return []
}

function isUnknown(match: ReturnType<ReturnType<typeof unitMatcher>>): boolean {
  return 'why' in match && match.why.code === 'unit-unknown'
}
