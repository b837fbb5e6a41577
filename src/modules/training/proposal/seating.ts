import type { Ground, GroundLine } from './ground.ts'

/** Who sits where, and what that leaves: one rule for the solver, for the greedy choice and for an officer's hand. */
export type Seating = {
  ground: Ground
  /** The line that meets each need; -1: none. */
  lineOf: Int32Array
  /** The needs met by each line. */
  takers: Set<number>[]
  sharesTaken: number[][]
  /** How many of each unit are away at each moment. */
  away: Int32Array[]
  spent: number
  worth: number
}

/** Why a person cannot be put in a line as things stand. */
export type Obstacle = 'condition' | 'busy' | 'other-kind' | 'has-class' | 'clash' | 'seat' | 'share' | 'away' | 'money'

export function nobodySeated(ground: Ground): Seating {
  return {
    ground,
    lineOf: new Int32Array(ground.needs.length).fill(-1),
    takers: ground.lines.map(() => new Set()),
    sharesTaken: ground.lines.map(({ shares }) => shares.map(() => 0)),
    away: ground.units.map(({ away }) => away.slice()),
    spent: 0,
    worth: 0,
  }
}

export function isSeatable(seating: Seating, need: number, line: number): boolean {
  for (const _ of obstaclesIn(seating, need, line)) return false
  return true
}

export function obstacles(seating: Seating, need: number, line: number): Obstacle[] {
  return [...obstaclesIn(seating, need, line)]
}

function* obstaclesIn(seating: Seating, at: number, to: number): Generator<Obstacle> {
  const { ground } = seating
  const [need, line] = [ground.needs[at], ground.lines[to]]
  if (!need || !line) return
  if (line.offered.kind !== need.kind) yield 'other-kind'
  else if (need.barred.has(to)) yield 'condition'
  else if (!need.lines.includes(to)) yield 'busy'
  if (seating.lineOf[at] !== -1) yield 'has-class'
  if (clashingNeed(seating, at, to) !== null) yield 'clash'
  const taken = seating.takers[to]?.size ?? 0
  if (taken >= line.offered.seats) yield 'seat'
  else if (line.shares.length > 0 && isShareFull(seating, line, to, need.person)) yield 'share'
  if (isUnitEmptied(seating, need.person, line)) yield 'away'
  if (ground.budget !== null && seating.spent + costOf(line, taken) > ground.budget) yield 'money'
}

/** The person's other need whose line is held at the same time. */
export function clashingNeed({ ground, lineOf }: Seating, need: number, line: number): number | null {
  const person = ground.needs[need]?.person ?? -1
  const clashing = ground.clashes[line]
  for (const other of ground.needsOf[person] ?? []) if (other !== need && clashing?.has(lineOf[other] ?? -1)) return other
  return null
}

function isShareFull({ sharesTaken }: Seating, { shares, shareOf }: GroundLine, line: number, person: number): boolean {
  const share = shareOf(person)
  return (sharesTaken[line]?.[share] ?? 0) >= (shares[share] ?? 0)
}

function isUnitEmptied({ ground, away }: Seating, person: number, { from, to }: GroundLine): boolean {
  const unit = ground.people[person]?.unit ?? -1
  const limit = ground.units[unit]?.limit ?? Infinity
  if (limit === Infinity) return false
  const now = away[unit]
  for (let moment = from; moment < to; moment++) if ((now?.[moment] ?? 0) >= limit) return true
  return false
}

/** The fullest that the person's unit is away while the line is held. */
export function awayDuring({ ground, away }: Seating, person: number, line: number): number {
  const now = away[ground.people[person]?.unit ?? -1]
  const { from, to } = ground.lines[line] ?? { from: 0, to: 0 }
  let most = 0
  for (let moment = from; moment < to; moment++) most = Math.max(most, now?.[moment] ?? 0)
  return most
}

function costOf({ offered }: GroundLine, taken: number): number {
  return offered.seatCost + (taken === 0 ? offered.lineCost : 0)
}

export function seat(seating: Seating, need: number, line: number): void {
  change(seating, need, line, 1)
  seating.lineOf[need] = line
}

export function unseat(seating: Seating, need: number): number {
  const line = seating.lineOf[need] ?? -1
  if (line === -1) return line
  change(seating, need, line, -1)
  seating.lineOf[need] = -1
  return line
}

function change(seating: Seating, at: number, to: number, by: 1 | -1): void {
  const { ground } = seating
  const [need, line, takers] = [ground.needs[at], ground.lines[to], seating.takers[to]]
  if (!need || !line || !takers) return
  if (by === -1) takers.delete(at)
  seating.spent += by * costOf(line, takers.size)
  if (by === 1) takers.add(at)
  seating.worth += by * need.worth
  const shares = seating.sharesTaken[to]
  if (shares && line.shares.length > 0) shares[line.shareOf(need.person)] = (shares[line.shareOf(need.person)] ?? 0) + by
  const away = seating.away[ground.people[need.person]?.unit ?? -1]
  if (away) for (let moment = line.from; moment < line.to; moment++) away[moment] = (away[moment] ?? 0) + by
}
