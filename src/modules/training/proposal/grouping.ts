import { type Ground, listAt } from './ground.ts'

/** How finely the model tells persons and lines apart. What it leaves out only widens it: its bound holds all the same. */
export type Detail = {
  /** Told apart by which lines are open to whom, and by the units' shares; else whoever may go anywhere may go everywhere. */
  eligible: boolean
  /** With days, a person's classes may not clash; without, a person's needs stand each for itself. */
  dated: boolean
  /** The units of which no more than the share may be away; it needs days. */
  watched: ReadonlySet<number>
  /** Whoever needs several kinds stands alone, so that clashes are told exactly. */
  single: boolean
}

/** Persons who are alike: the same needs of the same worth, with the same lines open to them. */
export type Group = { people: number[]; unit: number | null; needs: { kind: string; open: number[]; worth: number; of: number[] }[] }

/** Lines that are alike: the same kind, price and, where days count, days. */
export type LineClass = {
  lines: number[]
  kind: string
  from: number
  to: number
  seatCost: number
  lineCost: number
  seatsEach: number
  seats: number
}

export type Grouping = { groups: Group[]; classes: LineClass[] }

export function groupingOf(ground: Ground, detail: Detail): Grouping {
  const open = new Interned(ground)
  const classes = classesOf(ground, detail, open)
  const around = { ground, detail, open, classOf: classesByLine(classes), ofKind: classesByKind(classes) }
  const groups = new Map<string, Group>()
  for (const person of peopleInOrder(ground)) {
    const needs = needsOf(ground, person)
    for (const together of detail.dated ? [needs] : needs.map((need) => [need])) {
      if (together.length === 0) continue
      const key = groupKey(around, person, together)
      const group = groups.get(key)
      if (!group) groups.set(key, groupOf(around, person, together))
      else addTo(group, person, together)
    }
  }
  return { groups: [...groups.values()], classes }
}

type Around = {
  ground: Ground
  detail: Detail
  open: Interned
  classOf: ReadonlyMap<number, number>
  ofKind: ReadonlyMap<string, number[]>
}

function classesByLine(classes: readonly LineClass[]): Map<number, number> {
  return new Map(classes.flatMap(({ lines }, place) => lines.map((line) => [line, place])))
}

function classesByKind(classes: readonly LineClass[]): Map<string, number[]> {
  return Map.groupBy(classes.keys(), (place) => classes[place]?.kind ?? '')
}

function peopleInOrder({ people }: Ground): number[] {
  return Array.from(people.keys()).toSorted((a, b) => ((people[a]?.order ?? '') < (people[b]?.order ?? '') ? -1 : 1))
}

/** A person's needs for which there is a line, in the order of their kinds. */
function needsOf({ needsOf: all, needs }: Ground, person: number): number[] {
  const kindOf = (need: number) => needs[need]?.kind ?? ''
  return (all[person] ?? []).filter((need) => (needs[need]?.lines.length ?? 0) > 0).toSorted((a, b) => (kindOf(a) < kindOf(b) ? -1 : 1))
}

function groupOf({ ground, detail, classOf, ofKind }: Around, person: number, needs: readonly number[]): Group {
  const unit = ground.people[person]?.unit ?? -1
  return {
    people: [person],
    unit: detail.watched.has(unit) ? unit : null,
    needs: needs.map((place) => {
      const { kind = '', worth = 0, lines = [] } = ground.needs[place] ?? {}
      const open = detail.eligible ? [...new Set(lines.flatMap((line) => classOf.get(line) ?? []))] : (ofKind.get(kind) ?? [])
      return { kind, worth, open, of: [place] }
    }),
  }
}

/** The needs come in the order of their kinds, as those of the group do. */
function addTo(group: Group, person: number, needs: readonly number[]): void {
  group.people.push(person)
  for (const [at, place] of needs.entries()) group.needs[at]?.of.push(place)
}

function groupKey({ ground, detail, open }: Around, person: number, needs: readonly number[]): string {
  const { watched, single, dated, eligible } = detail
  const parts = needs.map((place) => {
    const { kind = '', worth = 0, lines = [] } = ground.needs[place] ?? {}
    if (!eligible) return `${kind}:${worth}`
    const shares = open.sharedLines(lines).map((line) => ground.lines[line]?.shareOf(person))
    return `${kind}:${worth}:${open.key(lines)}:${shares.join('.')}`
  })
  const unit = ground.people[person]?.unit ?? -1
  const alone = single && dated && needs.length > 1 ? `#${person}` : ''
  return `${watched.has(unit) ? unit : ''}${alone}|${parts.join('|')}`
}

function classesOf(ground: Ground, { dated, eligible }: Detail, open: Interned): LineClass[] {
  const parts = new Map<string, number[]>()
  const costs = ground.budget !== null
  for (const [place, { offered, shares, from, to }] of ground.lines.entries()) {
    const price = costs ? [offered.seatCost, offered.lineCost, offered.lineCost > 0 ? offered.seats : 0] : []
    const own = eligible && shares.length > 0 ? `#${place}` : ''
    listAt(parts, [offered.kind, ...price, dated ? `${from}-${to}` : '', own, eligible ? open.openTo(place) : ''].join('|')).push(place)
  }
  return [...parts.values()].map((lines) => {
    const [first] = lines
    const { offered, from, to } = ground.lines[first ?? -1] ?? { from: 0, to: 0 }
    return {
      lines,
      kind: offered?.kind ?? '',
      ...{ from, to },
      seatCost: offered?.seatCost ?? 0,
      lineCost: costs ? (offered?.lineCost ?? 0) : 0,
      seatsEach: offered?.seats ?? 0,
      seats: lines.reduce((sum, line) => sum + (ground.lines[line]?.offered.seats ?? 0), 0),
    }
  })
}

/** Lists of open lines, each distinct one with a short name. */
class Interned {
  readonly #ground: Ground
  readonly #byList = new Map<readonly number[], string>()
  readonly #byText = new Map<string, string>()
  readonly #openTo: Map<number, Set<string>> = new Map()

  constructor(ground: Ground) {
    this.#ground = ground
    for (const { lines } of ground.needs) this.key(lines)
  }

  key(lines: readonly number[]): string {
    const known = this.#byList.get(lines)
    if (known !== undefined) return known
    const text = lines.join()
    const key = this.#byText.get(text) ?? String(this.#byText.size)
    if (!this.#byText.has(text)) for (const line of lines) this.#openTo.set(line, (this.#openTo.get(line) ?? new Set()).add(key))
    this.#byText.set(text, key)
    this.#byList.set(lines, key)
    return key
  }

  /** To which lists of open lines a line belongs: lines are alike only where the same persons may go. */
  openTo(line: number): string {
    return [...(this.#openTo.get(line) ?? [])].join('.')
  }

  sharedLines(lines: readonly number[]): number[] {
    return lines.filter((line) => (this.#ground.lines[line]?.shares.length ?? 0) > 0)
  }
}
