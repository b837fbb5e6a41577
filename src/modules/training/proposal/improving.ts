import { bestLine, fill } from './greedy.ts'
import { clashingNeed, isSeatable, obstacles, type Obstacle, type Seating, seat, unseat } from './seating.ts'

/** Whether to go on: the time that is left, or the bound that is reached. */
export type GoOn = () => boolean

/** Makes room for whoever is left by moving one other person to another line, or by leaving one of lesser worth. */
export function improve(seating: Seating, order: readonly number[], goOn: GoOn): void {
  fill(seating, order)
  let found = true
  while (found && goOn()) {
    found = false
    for (const need of order) {
      if (seating.lineOf[need] !== -1) continue
      if (!goOn()) return
      if (makeRoom(seating, need)) found = true
    }
    fill(seating, order)
  }
}

function makeRoom(seating: Seating, need: number): boolean {
  const worth = seating.ground.needs[need]?.worth ?? 0
  for (const line of seating.ground.needs[need]?.lines ?? []) {
    const [obstacle, another] = obstacles(seating, need, line)
    if (obstacle === undefined || another !== undefined) continue
    const others = inTheWay(seating, need, line, obstacle)
    if (others.some((other) => giveWay(seating, { need, line, other, worth }))) return true
  }
  return false
}

/** Whose leaving might remove the obstacle; the least worth first. */
function inTheWay(seating: Seating, need: number, line: number, obstacle: Obstacle): number[] {
  const { ground, takers, lineOf } = seating
  const person = ground.needs[need]?.person ?? -1
  if (obstacle === 'clash') return [clashingNeed(seating, need, line) ?? -1]
  if (obstacle === 'seat') return leastWorthFirst(seating, [...(takers[line] ?? [])])
  if (obstacle === 'share') {
    const shareOf = ground.lines[line]?.shareOf
    return leastWorthFirst(
      seating,
      [...(takers[line] ?? [])].filter((other) => shareOf?.(ground.needs[other]?.person ?? -1) === shareOf?.(person)),
    )
  }
  if (obstacle !== 'away') return []
  const { from = 0, to = 0 } = ground.lines[line] ?? {}
  const unit = ground.people[person]?.unit
  const colleagues = (membersOf(seating).get(unit ?? -1) ?? []).filter((other) => {
    const held = ground.lines[lineOf[other] ?? -1]
    return held !== undefined && held.from < to && from < held.to
  })
  return leastWorthFirst(seating, colleagues)
}

const members = new WeakMap<object, Map<number, number[]>>()

function membersOf({ ground }: Seating): Map<number, number[]> {
  const known =
    members.get(ground) ?? Map.groupBy(ground.needs.keys(), (need) => ground.people[ground.needs[need]?.person ?? -1]?.unit ?? -1)
  members.set(ground, known)
  return known
}

function leastWorthFirst({ ground }: Seating, needs: number[]): number[] {
  const worthOf = (need: number) => ground.needs[need]?.worth ?? 0
  return needs.toSorted((a, b) => worthOf(a) - worthOf(b) || b - a)
}

/** Moves the other to another line, or leaves them where that gains; undoes it where it does not. */
function giveWay(seating: Seating, { need, line, other, worth }: { need: number; line: number; other: number; worth: number }): boolean {
  const lines = seating.ground.needs[other]?.lines ?? []
  const gains = worth > (seating.ground.needs[other]?.worth ?? 0)
  if (!gains && !lines.some((one) => (seating.takers[one]?.size ?? 0) < (seating.ground.lines[one]?.offered.seats ?? 0))) return false
  const was = unseat(seating, other)
  if (was === -1) return false
  if (isSeatable(seating, need, line)) {
    seat(seating, need, line)
    const elsewhere = bestLine(seating, other, lines)
    if (elsewhere !== null) seat(seating, other, elsewhere)
    if (elsewhere !== null || gains) return true
    unseat(seating, need)
  }
  seat(seating, other, was)
  return false
}

/** Among those of equal worth whoever stands first in the neutral order goes first, where the rest allows it. */
export function honourOrder(seating: Seating, order: readonly number[]): void {
  const { ground, takers, lineOf } = seating
  const rank = new Int32Array(order.length)
  for (const [place, need] of order.entries()) rank[need] = place
  for (const need of order) {
    if (lineOf[need] !== -1) continue
    const { worth, lines = [] } = ground.needs[need] ?? {}
    const later = lines
      .flatMap((line) => [...(takers[line] ?? [])])
      .filter((other) => ground.needs[other]?.worth === worth && (rank[other] ?? 0) > (rank[need] ?? 0))
      .toSorted((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0))
    later.some((other) => changePlaces(seating, need, other))
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
