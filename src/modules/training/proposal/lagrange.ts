import type { Ground, GroundNeed } from './ground.ts'
import { moneyUnit } from './model.ts'

/** What a seat in each line and a million đồng are held to be worth. */
export type Prices = { seats: Float64Array; million: number }

type Look = { bound: number; used: Float64Array; spent: number }

const rounds = 10
const patience = 4

/**
 * A bound that knows every person: at any prices ≥ 0, what all seats and all money would fetch, plus what each person gains by the best
 * choice of lines that are open and do not clash. The prices are moved until it hardly sinks any more (subgradient, after Polyak).
 */
export function boundByPersons(ground: Ground, start: Prices, reached: number, goOn: () => boolean): number {
  let prices = start
  let best = Infinity
  let [stride, idle] = [1, 0]
  for (let round = 0; round < rounds && goOn(); round++) {
    const look = lookAt(ground, prices)
    if (look.bound < best - 0.01 * Math.max(1, best === Infinity ? 0 : (best - reached) / 100)) idle = 0
    else idle++
    best = Math.min(best, look.bound)
    if (idle >= patience) [stride, idle] = [stride / 2, 0]
    if (best - reached < 1) break
    prices = moved(ground, prices, look, stride * (look.bound - reached))
  }
  return best
}

function lookAt(ground: Ground, { seats, million }: Prices): Look {
  const used = new Float64Array(ground.lines.length)
  const costs = ground.lines.map(({ offered }) => (ground.budget === null ? 0 : offered.seatCost / moneyUnit))
  const net = seats.map((price, line) => price + million * (costs[line] ?? 0))
  let [bound, spent] = [ground.budget === null ? 0 : (million * ground.budget) / moneyUnit, 0]
  for (const [line, { offered }] of ground.lines.entries()) {
    const opening = ground.budget === null ? 0 : offered.lineCost / moneyUnit
    const earned = offered.seats * (seats[line] ?? 0) - million * opening
    if (earned < 0) continue
    bound += earned
    spent += opening
    used[line] = -offered.seats
  }
  for (const [person, own] of ground.needsOf.entries()) {
    const choice = own.length === 0 ? null : bestChoice(ground, own, net, person)
    if (choice === null) continue
    bound += choice.gain
    for (const line of choice.lines) {
      used[line] = (used[line] ?? 0) + 1
      spent += costs[line] ?? 0
    }
  }
  return { bound, used, spent }
}

type Choice = { gain: number; lines: number[] }

/** The best lines for a person at these prices; null: none is worth it. */
function bestChoice(ground: Ground, own: readonly number[], net: Float64Array, person: number): Choice | null {
  const needs = own.flatMap((need) => ground.needs[need] ?? [])
  const [first] = needs
  if (needs.length === 1 && first) return cheapest(first, net, person)
  return together(ground, { needs, net, person, at: 0, taken: [] })
}

/** Among lines of one price each person begins to look at another: all seats are then in demand. */
function cheapest({ worth, lines }: GroundNeed, net: Float64Array, person: number): Choice | null {
  let best: Choice | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[(at + person) % lines.length] ?? -1
    const gain = worth - (net[line] ?? 0)
    if (gain > (best?.gain ?? 0)) best = { gain, lines: [line] }
  }
  return best
}

/** Tries every way of combining a person's needs: there are few. */
function together(
  ground: Ground,
  { needs, net, person, at, taken }: { needs: readonly GroundNeed[]; net: Float64Array; person: number; at: number; taken: number[] },
): Choice | null {
  const need = needs[at]
  if (!need) return { gain: 0, lines: [] }
  // The last need takes the cheapest line that does not clash.
  let best = together(ground, { needs, net, person, at: at + 1, taken })
  for (let place = 0; place < need.lines.length; place++) {
    const line = need.lines[(place + person) % need.lines.length] ?? -1
    const gain = need.worth - (net[line] ?? 0)
    if (gain <= 0 || taken.some((other) => ground.clashes[line]?.has(other))) continue
    const rest = together(ground, { needs, net, person, at: at + 1, taken: [...taken, line] })
    if (rest && gain + rest.gain > (best?.gain ?? 0)) best = { gain: gain + rest.gain, lines: [line, ...rest.lines] }
  }
  return best
}

function moved(ground: Ground, { seats, million }: Prices, { used, spent }: Look, wanted: number): Prices {
  const over = ground.budget === null ? 0 : spent - ground.budget / moneyUnit
  // What has no price and is not asked for stays free, and counts for nothing.
  const isMoved = (line: number) => (seats[line] ?? 0) > 0 || (used[line] ?? 0) > 0
  let length = million > 0 || over > 0 ? over ** 2 / 100 : 0
  for (const line of seats.keys()) if (isMoved(line)) length += (used[line] ?? 0) ** 2
  if (length === 0) return { seats, million }
  const stride = wanted / length
  return {
    seats: seats.map((price, line) => (isMoved(line) ? Math.max(0, price + stride * (used[line] ?? 0)) : price)),
    million: ground.budget === null ? 0 : Math.max(0, million + (stride * over) / 100),
  }
}
