/** From a day to the first day after. */
export type Period = { from: string; to: string }

/**
 * What a proposal is worked out from. Of persons it knows where they serve, what they need and when they are away: neither name, sex nor
 * ethnicity. Where the law sets an age or a share by them, that is judged before and arrives as `barred`.
 */
export type Instance = {
  people: Candidate[]
  needs: Wanted[]
  lines: OfferedLine[]
  units: ServingUnit[]
  /** Whole đồng; null: money is no limit. */
  budget: number | null
  /** At most this share of a unit is away at once; null: no limit. */
  awayPercent: number | null
}

export type Candidate = {
  id: string
  unitId: string
  /** The units that may have a share of the seats for this person, nearest first: the own one and those above. */
  within: string[]
  /** Among equals whoever stands first in this order goes first: the longest in service, then the id. */
  order: string
  /** Away anyway: studying, seconded. */
  busy: Period[]
}

/** A course that a person needs; what it is worth is the weight of the post times the urgency. */
export type Wanted = {
  personId: string
  kind: string
  worth: number
  /** lines whose conditions the person does not meet */ barred: string[]
}

export type OfferedLine = {
  id: string
  kind: string
  seats: number
  /** How many seats a unit has; what is left is for persons of no such unit. Empty: open to all. */
  shares: { unitId: string; seats: number }[]
  seatCost: number
  /** Spent once anybody goes. */
  lineCost: number
  startsOn: string | null
  endsOn: string | null
}

export type ServingUnit = { id: string; headcount: number; away: Period[] }

export type Assigned = { personId: string; kind: string; lineId: string }

/** How many of a unit may be away at once: a small unit may always let one go. */
export function awayLimit(headcount: number, awayPercent: number): number {
  return Math.max(1, Math.floor((headcount * awayPercent) / 100))
}

export function overlap(one: { startsOn: string | null; endsOn: string | null }, other: Period): boolean {
  return one.startsOn !== null && one.endsOn !== null && one.startsOn < other.to && other.from < one.endsOn
}
