import { type Ground, listAt } from './ground.ts'

/** How finely the model tells persons and lines apart. What it leaves out only widens it: its bound holds all the same. */
export type Detail = {
  /** With days, a person's classes may not clash; without, lines of one kind and price are one. */
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
  const classAt = new Map(classes.flatMap(({ lines }, place) => lines.map((line) => [line, place])))
  const groups = new Map<string, Group>()
  for (const person of peopleInOrder(ground)) {
    const needs = needsOf(ground, person)
    if (needs.length === 0) continue
    const key = groupKey(ground, person, detail, open)
    const group = groups.get(key)
    if (!group) groups.set(key, groupOf(ground, { person, needs, detail, classAt }))
    else addTo(group, ground, person, needs)
  }
  return { groups: [...groups.values()], classes }
}

function peopleInOrder({ people }: Ground): number[] {
  return Array.from(people.keys()).toSorted((a, b) => ((people[a]?.order ?? '') < (people[b]?.order ?? '') ? -1 : 1))
}

/** A person's needs for which there is a line, in the order of their kinds. */
function needsOf({ needsOf: all, needs }: Ground, person: number): number[] {
  const kindOf = (need: number) => needs[need]?.kind ?? ''
  return (all[person] ?? []).filter((need) => (needs[need]?.lines.length ?? 0) > 0).toSorted((a, b) => (kindOf(a) < kindOf(b) ? -1 : 1))
}

function groupOf(
  ground: Ground,
  { person, needs, detail, classAt }: { person: number; needs: number[]; detail: Detail; classAt: ReadonlyMap<number, number> },
): Group {
  const unit = ground.people[person]?.unit ?? -1
  return {
    people: [person],
    unit: detail.watched.has(unit) ? unit : null,
    needs: needs.map((place) => {
      const { kind = '', worth = 0, lines = [] } = ground.needs[place] ?? {}
      const open = [...new Set(lines.flatMap((line) => classAt.get(line) ?? []))]
      return { kind, worth, open, of: [place] }
    }),
  }
}

function addTo(group: Group, ground: Ground, person: number, needs: readonly number[]): void {
  group.people.push(person)
  for (const place of needs) group.needs.find(({ kind }) => kind === ground.needs[place]?.kind)?.of.push(place)
}

function groupKey(ground: Ground, person: number, { watched, single, dated }: Detail, open: Interned): string {
  const needs = needsOf(ground, person)
  const unit = ground.people[person]?.unit ?? -1
  const parts = needs.map((place) => {
    const { kind = '', worth = 0, lines = [] } = ground.needs[place] ?? {}
    const shares = open.sharedLines(lines).map((line) => ground.lines[line]?.shareOf(person))
    return `${kind}:${worth}:${open.key(lines)}:${shares.join('.')}`
  })
  const alone = single && dated && needs.length > 1 ? `#${person}` : ''
  return `${watched.has(unit) ? unit : ''}${alone}|${parts.join('|')}`
}

function classesOf(ground: Ground, { dated }: Detail, open: Interned): LineClass[] {
  const parts = new Map<string, number[]>()
  const costs = ground.budget !== null
  for (const [place, { offered, shares, from, to }] of ground.lines.entries()) {
    const price = costs ? [offered.seatCost, offered.lineCost, offered.lineCost > 0 ? offered.seats : 0] : []
    const own = shares.length > 0 ? `#${place}` : ''
    listAt(parts, [offered.kind, ...price, dated ? `${from}-${to}` : '', own, open.openTo(place)].join('|')).push(place)
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
