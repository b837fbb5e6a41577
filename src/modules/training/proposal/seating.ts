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

/** The same questions as `obstacles` asks, the quickest first: it is asked millions of times. */
export function isSeatable(seating: Seating, at: number, to: number): boolean {
  const { ground } = seating
  const [need, line] = [ground.needs[at], ground.lines[to]]
  if (!need || !line || isFull(seating, line, to) || seating.lineOf[at] !== -1 || !need.lines.includes(to)) return false
  if (isShareFull(seating, line, to, need.person) || isTooDear(seating, line, to)) return false
  return clashingNeed(seating, at, to) === null && !isUnitEmptied(seating, need.person, line)
}

/** Everything that is in the way; empty when the person can be put there. */
export function obstacles(seating: Seating, at: number, to: number): Obstacle[] {
  const { ground, lineOf } = seating
  const [need, line] = [ground.needs[at], ground.lines[to]]
  if (!need || !line) return ['other-kind']
  const found: Obstacle[] = []
  if (!need.lines.includes(to)) found.push(line.offered.kind !== need.kind ? 'other-kind' : need.barred.has(to) ? 'condition' : 'busy')
  if (lineOf[at] !== -1) found.push('has-class')
  if (clashingNeed(seating, at, to) !== null) found.push('clash')
  if (isFull(seating, line, to)) found.push('seat')
  else if (isShareFull(seating, line, to, need.person)) found.push('share')
  if (isUnitEmptied(seating, need.person, line)) found.push('away')
  if (isTooDear(seating, line, to)) found.push('money')
  return found
}

function isFull({ takers }: Seating, { offered }: GroundLine, line: number): boolean {
  return (takers[line]?.size ?? 0) >= offered.seats
}

function isTooDear({ ground, spent, takers }: Seating, line: GroundLine, to: number): boolean {
  return ground.budget !== null && spent + costOf(line, takers[to]?.size ?? 0) > ground.budget
}

/** The person's other need whose line is held at the same time. */
export function clashingNeed({ ground, lineOf }: Seating, need: number, line: number): number | null {
  const own = ground.needsOf[ground.needs[need]?.person ?? -1] ?? []
  if (own.length < 2) return null
  const clashing = ground.clashes[line]
  for (const other of own) if (other !== need && clashing?.has(lineOf[other] ?? -1)) return other
  return null
}

function isShareFull({ sharesTaken }: Seating, { shares, shareOf }: GroundLine, line: number, person: number): boolean {
  if (shares.length === 0) return false
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
