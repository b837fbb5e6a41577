import { isSeatable, type Seating, seat, unseat } from './seating.ts'

/** Among those of equal worth whoever stands first in the neutral order goes first, where the rest allows it. */
export function honourOrder(seating: Seating, order: readonly number[]): void {
  const { lineOf, ground } = seating
  const keyOf = (need: number) => `${ground.needs[need]?.kind} ${ground.needs[need]?.worth}`
  // Equals stand side by side in the order: the last of them gives way first.
  for (const equals of Map.groupBy(order, keyOf).values()) {
    for (const [place, need] of equals.entries()) {
      if (lineOf[need] !== -1) continue
      const later = equals.slice(place + 1).filter((other) => lineOf[other] !== -1)
      later.toReversed().some((other) => changePlaces(seating, need, other))
    }
  }
}

function changePlaces(seating: Seating, need: number, other: number): boolean {
  const line = unseat(seating, other)
  if (isSeatable(seating, need, line)) {
    seat(seating, need, line)
    return true
  }
  seat(seating, other, line)
  return false
}
