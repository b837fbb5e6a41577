import { awayLimit, type Instance, overlap, type OfferedLine } from './instance.ts'

/** An instance by numbers: persons, needs, lines and units are places in lists. */
export type Ground = {
  needs: GroundNeed[]
  lines: GroundLine[]
  /** The needs of each person. */
  needsOf: number[][]
  people: { id: string; unit: number; order: string }[]
  units: { id: string; headcount: number; limit: number; /** away anyway, at each moment */ away: Int32Array }[]
  /** Which lines may not both be attended by one person. */
  clashes: Set<number>[]
  linesOfKind: Map<string, number[]>
  moments: number
  budget: number | null
  awayPercent: number | null
}

export type GroundNeed = {
  person: number
  kind: string
  worth: number
  /** Where the person may be sent by the conditions and is not away anyway. */
  lines: number[]
  barred: ReadonlySet<number>
}

export type GroundLine = {
  offered: OfferedLine
  /** The moments at which it is held: only when a line begins does the number of those away rise. */
  from: number
  to: number
  /** Which share of the seats is a person's: a place in `shares`, the last being everybody else's; empty where all are open. */
  shares: number[]
  shareOf: (person: number) => number
}

const everyone = () => 0

export function groundOf(instance: Instance): Ground {
  const personAt = placesOf(instance.people.map(({ id }) => id))
  const lineAt = placesOf(instance.lines.map(({ id }) => id))
  const unitAt = placesOf(instance.units.map(({ id }) => id))
  const begins = [
    ...new Set([
      ...instance.lines.flatMap(({ startsOn }) => (startsOn === null ? [] : [startsOn])),
      ...instance.units.flatMap(({ away }) => away.map(({ from }) => from)),
    ]),
  ].toSorted()
  const lines = instance.lines.map((offered) => lineOf(offered, instance, begins))
  const linesOfKind = new Map<string, number[]>()
  for (const [place, { kind }] of instance.lines.entries()) listAt(linesOfKind, kind).push(place)
  const needsOf: number[][] = instance.people.map(() => [])
  const needs = instance.needs.map((need, place) => {
    const person = personAt.get(need.personId) ?? -1
    needsOf[person]?.push(place)
    return needOf(need, { person, busy: instance.people[person]?.busy ?? [], instance, lineAt, offered: linesOfKind.get(need.kind) ?? [] })
  })
  return {
    needs,
    lines,
    needsOf,
    people: instance.people.map(({ id, unitId, order }) => ({ id, unit: unitAt.get(unitId) ?? -1, order })),
    units: instance.units.map(({ id, headcount, away }) => ({
      id,
      headcount,
      limit: instance.awayPercent === null ? Infinity : awayLimit(headcount, instance.awayPercent),
      away: Int32Array.from(begins, (day) => away.filter(({ from, to }) => from <= day && day < to).length),
    })),
    clashes: instance.lines.map((one, place) => clashingWith(one, place, instance.lines)),
    linesOfKind,
    moments: begins.length,
    budget: instance.budget,
    awayPercent: instance.awayPercent,
  }
}

function needOf(
  { kind, worth, barred }: Instance['needs'][number],
  found: {
    person: number
    busy: { from: string; to: string }[]
    instance: Instance
    lineAt: ReadonlyMap<string, number>
    offered: number[]
  },
): GroundNeed {
  const out = new Set(barred.map((id) => found.lineAt.get(id) ?? -1))
  const isOpen = (line: number) => {
    const offered = found.instance.lines[line]
    return offered !== undefined && !out.has(line) && !found.busy.some((period) => overlap(offered, period))
  }
  // Most may go to any line of the kind: they share one list.
  const all = out.size === 0 && found.busy.length === 0
  return { person: found.person, kind, worth, lines: all ? found.offered : found.offered.filter(isOpen), barred: out }
}

function lineOf(offered: OfferedLine, { people }: Instance, begins: string[]): GroundLine {
  const [starts, ends] = [offered.startsOn, offered.endsOn]
  const isDated = starts !== null && ends !== null
  const from = isDated ? begins.indexOf(starts) : 0
  const after = isDated ? begins.findIndex((day) => day >= ends) : 0
  const to = after === -1 ? begins.length : after
  if (offered.shares.length === 0) return { offered, from, to, shares: [], shareOf: everyone }
  const places = placesOf(offered.shares.map(({ unitId }) => unitId))
  const others = Math.max(0, offered.seats - offered.shares.reduce((sum, { seats }) => sum + seats, 0))
  const shareOf = people.map(({ within }) => {
    const unit = within.find((id) => places.has(id))
    return unit === undefined ? offered.shares.length : (places.get(unit) ?? offered.shares.length)
  })
  return {
    offered,
    from,
    to,
    shares: [...offered.shares.map(({ seats }) => seats), others],
    shareOf: (person) => shareOf[person] ?? offered.shares.length,
  }
}

function clashingWith(one: OfferedLine, place: number, lines: readonly OfferedLine[]): Set<number> {
  const clashing = new Set<number>()
  for (const [other, { startsOn, endsOn }] of lines.entries())
    if (other !== place && startsOn !== null && endsOn !== null && overlap(one, { from: startsOn, to: endsOn })) clashing.add(other)
  return clashing
}

function placesOf(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, place) => [id, place]))
}

export function listAt<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
