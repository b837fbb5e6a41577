import type { Ground } from './ground.ts'
import type { Detail, Grouping, LineClass } from './grouping.ts'

/** Whole-number variables from 0 to `upper`, rows that say Σ value · x ≤ limit, and what each variable is worth. */
export type Model = { columns: Column[]; rows: Row[] }
export type Column = { worth: number; upper: number; means: { group: number; need: number; class: number } | { opened: number } }
export type Row = { limit: number; about: About; columns: number[]; values: number[] }
export type About = { seats: number } | { share: number; line: number } | { once: number } | { clash: number } | { unit: number } | 'money'

/** The model of a grouping; rows that cannot be broken are left out, so that it falls into as many parts as it can. */
export function modelOf(ground: Ground, grouping: Grouping, { dated, eligible }: Detail): Model {
  const columns = columnsOf(grouping)
  const places = placesOf(columns)
  const rows = [
    ...seatRows(grouping, columns, places),
    ...(eligible ? shareRows(ground, grouping, columns, places) : []),
    ...personRows(grouping, columns, places),
    ...(dated ? clashRows(grouping, columns, places) : []),
    ...unitRows(ground, grouping, columns),
    ...moneyRow(ground, grouping, columns),
  ]
  return { columns, rows: rows.filter((row) => canBreak(row, columns)) }
}

function columnsOf({ groups, classes }: Grouping): Column[] {
  const columns: Column[] = []
  for (const [group, { people, needs }] of groups.entries())
    for (const [need, { open, worth }] of needs.entries())
      for (const one of open)
        columns.push({ worth, upper: Math.min(people.length, classes[one]?.seats ?? 0), means: { group, need, class: one } })
  for (const [opened, { lineCost, lines }] of classes.entries())
    if (lineCost > 0) columns.push({ worth: 0, upper: lines.length, means: { opened } })
  return columns
}

type Places = { ofClass: Map<number, number[]>; ofGroup: Map<number, number[]>; opening: Map<number, number> }

function placesOf(columns: readonly Column[]): Places {
  const places: Places = { ofClass: new Map(), ofGroup: new Map(), opening: new Map() }
  for (const [place, { means }] of columns.entries()) {
    if ('opened' in means) places.opening.set(means.opened, place)
    else {
      add(places.ofClass, means.class, place)
      add(places.ofGroup, means.group, place)
    }
  }
  return places
}

function add(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function row(limit: number, about: About, columns: number[], values: number[] = columns.map(() => 1)): Row {
  return { limit, about, columns, values }
}

function seatRows({ classes }: Grouping, columns: readonly Column[], { ofClass, opening }: Places): Row[] {
  return classes.map((one, place) => {
    const takers = ofClass.get(place) ?? []
    const opened = opening.get(place)
    if (opened === undefined) return row(one.seats, { seats: place }, takers)
    return row(0, { seats: place }, [...takers, opened], [...takers.map(() => 1), -one.seatsEach])
  })
}

/** A line of which units have shares is a class of its own. */
function shareRows(ground: Ground, { groups, classes }: Grouping, columns: readonly Column[], { ofClass }: Places): Row[] {
  return classes.flatMap((one, place) => {
    const [line = -1] = one.lines
    const { shares = [], shareOf } = ground.lines[line] ?? {}
    const shareAt = (column: number) => shareOf?.(groups[meansOf(columns, column)?.group ?? -1]?.people[0] ?? -1)
    const takers = Map.groupBy(ofClass.get(place) ?? [], shareAt)
    return shares.map((seats, share) => row(seats, { share, line }, takers.get(share) ?? []))
  })
}

/** Nobody attends two courses of a kind. */
function personRows({ groups }: Grouping, columns: readonly Column[], { ofGroup }: Places): Row[] {
  return groups.flatMap(({ people, needs }, group) => {
    const of = Map.groupBy(ofGroup.get(group) ?? [], (column) => meansOf(columns, column)?.need)
    return needs.map((_, need) => row(people.length, { once: group }, of.get(need) ?? []))
  })
}

/** Nobody attends two courses at once. */
function clashRows({ groups, classes }: Grouping, columns: readonly Column[], { ofGroup }: Places): Row[] {
  return groups.flatMap(({ people, needs }, group) => {
    if (needs.length < 2) return []
    const held = (ofGroup.get(group) ?? []).map((column) => ({ column, ...daysOf(columns, classes, column) }))
    return cliques(held)
      .filter((ones) => new Set(ones.map(({ column }) => meansOf(columns, column)?.need)).size > 1)
      .map((ones) =>
        row(
          people.length,
          { clash: group },
          ones.map(({ column }) => column),
        ),
      )
  })
}

function unitRows({ units }: Ground, { groups, classes }: Grouping, columns: readonly Column[]): Row[] {
  const ofUnit = new Map<number, number[]>()
  for (const [place, { means }] of columns.entries()) {
    const unit = 'group' in means ? groups[means.group]?.unit : null
    if (unit !== null && unit !== undefined) add(ofUnit, unit, place)
  }
  return [...ofUnit].flatMap(([unit, own]) => {
    const { limit = Infinity, away = [] } = units[unit] ?? {}
    const held = own.map((column) => ({ column, ...daysOf(columns, classes, column) }))
    const moments = [...new Set(held.flatMap(({ from, to }) => Array.from(away.slice(from, to), (_, at) => from + at)))]
    const rows = new Map<string, Row>()
    for (const moment of moments) {
      const ones = held.filter(({ from, to }) => from <= moment && moment < to).map(({ column }) => column)
      const left = Math.max(0, limit - (away[moment] ?? 0))
      const known = rows.get(ones.join())
      if (!known || left < known.limit) rows.set(ones.join(), row(left, { unit }, ones))
    }
    return [...rows.values()]
  })
}

function moneyRow({ budget }: Ground, { classes }: Grouping, columns: readonly Column[]): Row[] {
  if (budget === null) return []
  const costs = columns.map(({ means }) => ('opened' in means ? classes[means.opened]?.lineCost : classes[means.class]?.seatCost) ?? 0)
  const paid = Array.from(columns.keys()).filter((column) => (costs[column] ?? 0) > 0)
  return [
    row(
      budget / moneyUnit,
      'money',
      paid,
      paid.map((column) => (costs[column] ?? 0) / moneyUnit),
    ),
  ]
}

/** Money is counted by the million, near to the numbers of seats: the solver's tolerance is the same for all rows. */
export const moneyUnit = 1_000_000

/** What a đồng more would be worth by the prices of the relaxation. */
export function priceOfMoney({ rows }: Model, prices: Float64Array): number {
  const money = rows.findIndex(({ about }) => about === 'money')
  return money === -1 ? 0 : Math.abs(prices[money] ?? 0) / moneyUnit
}

function canBreak({ limit, columns: own, values }: Row, columns: readonly Column[]): boolean {
  let most = 0
  for (const [at, column] of own.entries()) most += Math.max(0, (values[at] ?? 0) * (columns[column]?.upper ?? 0))
  return most > limit + 1e-9
}

/** Of periods the largest sets that are held at one time, each once. */
function cliques<P extends { from: number; to: number }>(held: readonly P[]): P[][] {
  const found: P[][] = []
  for (const begin of [...new Set(held.filter(({ from, to }) => to > from).map(({ from }) => from))].toSorted((a, b) => a - b)) {
    const ones = held.filter(({ from, to }) => from <= begin && begin < to)
    const last = found.at(-1)
    if (last && last.every((one) => ones.includes(one))) found.pop()
    found.push(ones)
  }
  return found
}

export function meansOf(columns: readonly Column[], column: number): { group: number; need: number; class: number } | null {
  const means = columns[column]?.means
  return means && 'group' in means ? means : null
}

function daysOf(columns: readonly Column[], classes: readonly LineClass[], column: number): { from: number; to: number } {
  const { from = 0, to = 0 } = classes[meansOf(columns, column)?.class ?? -1] ?? {}
  return { from, to }
}
