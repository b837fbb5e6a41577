import { fill } from './greedy.ts'
import type { Ground } from './ground.ts'
import type { Grouping } from './grouping.ts'
import { improving, type ValueOf } from './improving.ts'
import type { Prices } from './lagrange.ts'
import { type Model, moneyUnit, priceOfMoney } from './model.ts'
import { pricedBy, withinBudget } from './money.ts'
import { seatedBy } from './rounding.ts'
import { nobodySeated, type Seating } from './seating.ts'

/** A relaxation that is solved: how much of each variable, and what each row is worth. */
export type Relaxed = { grouping: Grouping; model: Model; values: Float64Array; prices: Float64Array }

/**
 * Seats sought as if money were no limit but had its price, then fitted to the money there is: from the numbers of the relaxation and
 * from what each need gains at its prices, whichever begins better.
 */
export function seek(
  ground: Ground,
  relaxed: Relaxed,
  order: readonly number[],
  isGood: (seating: Seating) => boolean,
  goOn: () => boolean,
): Seating {
  const free = { ...ground, budget: null }
  const valueOf = pricedBy(ground, priceOfMoney(relaxed.model, relaxed.prices))
  const byValue = order.filter((need) => valueOf(need) > 0).toSorted((a, b) => valueOf(b) - valueOf(a))
  const [byNumbers, byGain] = [seatedBy(free, relaxed.grouping, relaxed.model, relaxed.values), nobodySeated(free)]
  fill(byGain, gainingFirst(ground, pricesOf(ground, relaxed), byValue))
  for (const seating of [byNumbers, byGain]) fill(seating, byValue)
  const seating = total(byGain, byValue, valueOf) > total(byNumbers, byValue, valueOf) ? byGain : byNumbers
  let best = withinBudget(ground, seating, order, valueOf)
  const pauses = improving(seating, byValue, valueOf)
  for (let isOver = false; !isOver && !isGood(best) && goOn();) {
    isOver = pauses.next().done === true
    const fitted = withinBudget(ground, seating, order, valueOf)
    if (fitted.worth > best.worth) best = fitted
  }
  return best
}

/** What a seat in each line and a million đồng are worth by the relaxation. */
export function pricesOf(ground: Ground, { grouping, model, prices }: Relaxed): Prices {
  const seats = new Float64Array(ground.lines.length)
  for (const [place, { about }] of model.rows.entries()) {
    if (about === 'money' || !('seats' in about)) continue
    for (const line of grouping.classes[about.seats]?.lines ?? []) seats[line] = Math.abs(prices[place] ?? 0)
  }
  return { seats, million: priceOfMoney(model, prices) * moneyUnit }
}

/** The needs that gain beyond the price of their seat: who has two that clash is best given the one that gains more. */
function gainingFirst({ needs, lines }: Ground, { seats, million }: Prices, order: readonly number[]): number[] {
  const gains = Float64Array.from(needs, ({ worth, lines: open }) => {
    const prices = open.map((line) => (seats[line] ?? 0) + (million * (lines[line]?.offered.seatCost ?? 0)) / moneyUnit)
    return worth - Math.min(...prices)
  })
  return order.filter((need) => (gains[need] ?? 0) > -1e-6).toSorted((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0))
}

function total({ lineOf }: Seating, needs: readonly number[], valueOf: ValueOf): number {
  return needs.reduce((sum, need) => sum + (lineOf[need] === -1 ? 0 : valueOf(need)), 0)
}
