import { fill } from './greedy.ts'
import type { Ground } from './ground.ts'
import type { ValueOf } from './improving.ts'
import { nobodySeated, type Seating, seat, unseat } from './seating.ts'

/** The least a seat of each kind costs, in đồng. */
function leastCosts({ lines, linesOfKind }: Ground): Map<string, number> {
  const costs = new Map<string, number>()
  for (const [kind, places] of linesOfKind) costs.set(kind, Math.min(...places.map((line) => lines[line]?.offered.seatCost ?? 0)))
  return costs
}

/** Worth less cost, at a price of so much worth for a đồng. */
export function pricedBy(ground: Ground, perDong: number): ValueOf {
  const costs = leastCosts(ground)
  const values = Float64Array.from(ground.needs, ({ worth, kind }) => worth - perDong * (costs.get(kind) ?? 0))
  return (need) => values[need] ?? 0
}

/** The same seats within the money there is: whoever is worth least for the cost leaves first, and what is then left is given out. */
export function withinBudget(ground: Ground, free: Seating, order: readonly number[], valueOf: ValueOf): Seating {
  const seating = nobodySeated(ground)
  for (const [need, line] of free.lineOf.entries()) if (line !== -1) seat(seating, need, line)
  const costOf = (need: number) => ground.lines[seating.lineOf[need] ?? -1]?.offered.seatCost ?? 0
  const leaving = order.filter((need) => costOf(need) > 0).toSorted((a, b) => valueOf(a) / costOf(a) - valueOf(b) / costOf(b) || b - a)
  for (const need of leaving) {
    if (seating.spent <= (ground.budget ?? Infinity)) break
    unseat(seating, need)
  }
  // A dear one may have left where a cheaper one would have done.
  fill(
    seating,
    order.toSorted((a, b) => valueOf(b) - valueOf(a)),
  )
  fill(seating, order)
  return seating
}
