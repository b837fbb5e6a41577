import type { Ground } from './ground.ts'
import { awayDuring, isSeatable, nobodySeated, type Seating, seat } from './seating.ts'

/** The obvious way, to compare with: in order of worth, each into the first line that is still possible. */
export function greedySeating(ground: Ground): Seating {
  const seating = nobodySeated(ground)
  fill(seating, byWorth(ground))
  return seating
}

/** Puts whoever still can be put, in that order. */
export function fill(seating: Seating, needs: readonly number[]): void {
  for (const need of needs) {
    if (seating.lineOf[need] !== -1) continue
    const line = bestLine(seating, need, seating.ground.needs[need]?.lines ?? [])
    if (line !== null) seat(seating, need, line)
  }
}

/** Greatest worth first, and among equals whoever stands first in the neutral order. */
export function byWorth({ needs, people }: Ground): number[] {
  return Array.from(needs.keys()).toSorted((a, b) => {
    const [one, other] = [needs[a], needs[b]]
    if (!one || !other) return 0
    if (one.worth !== other.worth) return other.worth - one.worth
    const [first, second] = [people[one.person]?.order ?? '', people[other.person]?.order ?? '']
    if (first !== second) return first < second ? -1 : 1
    return one.kind < other.kind ? -1 : 1
  })
}

/** Of the lines that are possible the one begun already where beginning costs, then while fewest of the unit are away, then with most room. */
export function bestLine(seating: Seating, need: number, lines: readonly number[]): number | null {
  const person = seating.ground.needs[need]?.person ?? -1
  let best: { line: number; rank: [number, number, number] } | null = null
  for (const line of lines) {
    if (!isSeatable(seating, need, line)) continue
    const offered = seating.ground.lines[line]?.offered
    const taken = seating.takers[line]?.size ?? 0
    const rank: [number, number, number] = [
      taken === 0 && (offered?.lineCost ?? 0) > 0 ? 1 : 0,
      awayDuring(seating, person, line),
      taken - (offered?.seats ?? 0),
    ]
    if (best === null || isLess(rank, best.rank)) best = { line, rank }
  }
  return best?.line ?? null
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  for (const [place, value] of one.entries()) if (value !== other[place]) return value < (other[place] ?? 0)
  return false
}
