import { bestLine } from './greedy.ts'
import { clashingNeed, isSeatable, obstacles, type Obstacle, type Seating, seat, unseat } from './seating.ts'

/** What a need counts while seats are sought: its worth, less what its seat costs at the price of money. */
export type ValueOf = (need: number) => number

/** How many persons may be moved to make room for one, and how many are tried at each step. */
const depth = 2
const tried = 4
const perPause = 400

/**
 * Makes room for whoever is left out though worth more than somebody seated: one gives way and is seated elsewhere, where another
 * gives way … until one finds a free seat, or one of lesser value is left out.
 * It pauses now and then, so that whoever asked can see whether it is enough.
 */
export function* improving(seating: Seating, order: readonly number[], valueOf: ValueOf): Generator<void, void> {
  const chains = new Chains(seating, valueOf)
  let looked = 0
  for (let found = true; found;) {
    found = false
    const least = leastSeated(seating, valueOf)
    for (const need of order) {
      if (seating.lineOf[need] !== -1) continue
      const value = valueOf(need)
      if (value <= 0 || value <= (least.get(seating.ground.needs[need]?.kind ?? '') ?? 0)) continue
      if (++looked % perPause === 0) yield
      if (chains.place(need, depth, value)) found = true
    }
  }
}

/** Of each kind the least value seated; 0 while a seat is free. */
function leastSeated({ ground, takers }: Seating, valueOf: ValueOf): Map<string, number> {
  const least = new Map<string, number>()
  for (const [kind, lines] of ground.linesOfKind) {
    const isFree = lines.some((line) => (takers[line]?.size ?? 0) < (ground.lines[line]?.offered.seats ?? 0))
    let value = isFree ? 0 : Infinity
    for (const line of lines) for (const need of takers[line] ?? []) value = Math.min(value, valueOf(need))
    least.set(kind, value)
  }
  return least
}

/** Searches for chains of persons who give way to one another. */
class Chains {
  readonly #seating: Seating
  readonly #valueOf: ValueOf
  readonly #ofUnit: Map<number, number[]>

  constructor(seating: Seating, valueOf: ValueOf) {
    const { needs, people } = seating.ground
    this.#seating = seating
    this.#valueOf = valueOf
    this.#ofUnit = Map.groupBy(needs.keys(), (need) => people[needs[need]?.person ?? -1]?.unit ?? -1)
  }

  /** Seats the need, leaving out at most one whose value is less than `credit`; nothing has changed when it fails. */
  place(need: number, depth: number, credit: number): boolean {
    const seating = this.#seating
    const lines = seating.ground.needs[need]?.lines ?? []
    const free = bestLine(seating, need, lines)
    if (free !== null) {
      seat(seating, need, free)
      return true
    }
    if (depth === 0) return false
    for (const line of lines) {
      const [obstacle, second] = obstacles(seating, need, line)
      if (obstacle === undefined || second !== undefined) continue
      for (const other of this.#inTheWay(need, line, obstacle)) if (this.#giveWay({ need, line, other, depth, credit })) return true
    }
    return false
  }

  #giveWay({ need, line, other, depth, credit }: { need: number; line: number; other: number; depth: number; credit: number }): boolean {
    const seating = this.#seating
    const was = unseat(seating, other)
    if (was === -1) return false
    if (isSeatable(seating, need, line)) {
      seat(seating, need, line)
      if (this.place(other, depth - 1, credit) || this.#valueOf(other) < credit) return true
      unseat(seating, need)
    }
    seat(seating, other, was)
    return false
  }

  /** Whose leaving might remove the obstacle, the least value first. */
  #inTheWay(need: number, line: number, obstacle: Obstacle): number[] {
    const { ground, takers } = this.#seating
    if (obstacle === 'clash') return [clashingNeed(this.#seating, need, line) ?? -1]
    if (obstacle === 'seat') return this.#leastFirst([...(takers[line] ?? [])])
    const personOf = (one: number) => ground.needs[one]?.person ?? -1
    if (obstacle === 'share') {
      const shareOf = ground.lines[line]?.shareOf
      return this.#leastFirst([...(takers[line] ?? [])].filter((one) => shareOf?.(personOf(one)) === shareOf?.(personOf(need))))
    }
    if (obstacle !== 'away') return []
    return this.#leastFirst(this.#colleaguesAway(ground.people[personOf(need)]?.unit ?? -1, line))
  }

  #colleaguesAway(unit: number, line: number): number[] {
    const { ground, lineOf } = this.#seating
    const { from = 0, to = 0 } = ground.lines[line] ?? {}
    return (this.#ofUnit.get(unit) ?? []).filter((other) => {
      const held = ground.lines[lineOf[other] ?? -1]
      return held !== undefined && held.from < to && from < held.to
    })
  }

  #leastFirst(needs: readonly number[]): number[] {
    const least: number[] = []
    for (const need of needs) {
      const at = least.findIndex((other) => this.#valueOf(need) < this.#valueOf(other))
      if (at === -1 && least.length >= tried) continue
      least.splice(at === -1 ? least.length : at, 0, need)
      if (least.length > tried) least.pop()
    }
    return least
  }
}
