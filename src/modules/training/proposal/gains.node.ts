import { boundBy } from './bound.ts'
import type { Ground } from './ground.ts'
import type { Grouping } from './grouping.ts'
import type { Solver } from './highs.node.ts'
import { moneyUnit, type Model, type Row } from './model.ts'

/**
 * What one more seat in a line, and one more million đồng, would be worth at most: how much the relaxed optimum gains. `solved`: each
 * was solved anew; `prices`: read from the prices of the relaxation, which hold for small changes.
 */
export type Gains = { lines: { lineId: string; gain: number }[]; million: number | null; how: 'solved' | 'prices' }

const resolvable = 4_000
const million = 1_000_000

export function gainsOf(ground: Ground, { model, grouping }: { model: Model; grouping: Grouping }, solver: Solver, seconds: number): Gains {
  const rowsOf = rowsByClass(ground, model, grouping)
  const money = model.rows.findIndex(({ about }) => about === 'money')
  const how = model.columns.length <= resolvable ? 'solved' : 'prices'
  const changes = rowsOf.map((rows) => rows.map((row) => ({ row, more: 1 })))
  if (money !== -1) changes.push([{ row: money, more: million / moneyUnit }])
  const gains =
    model.rows.length === 0
      ? changes.map(() => 0)
      : how === 'solved'
        ? solver.gains(model, changes, seconds)
        : priced(model, solver, changes, seconds)
  const ofClass = new Map(grouping.classes.flatMap(({ lines }, place) => lines.map((line) => [line, gains[place] ?? 0])))
  return {
    how,
    lines: ground.lines.map(({ offered }, line) => ({ lineId: offered.id, gain: rounded(ofClass.get(line) ?? 0) })),
    million: ground.budget === null ? null : money === -1 ? 0 : rounded(gains.at(-1) ?? 0),
  }
}

/** One more seat widens the row of the line and, where units have shares, that of everybody else. */
function rowsByClass(ground: Ground, { rows }: Model, { classes }: Grouping): number[][] {
  const places: number[][] = classes.map(() => [])
  const classOf = new Map(classes.flatMap(({ lines }, place) => lines.map((line) => [line, place])))
  const others = new Map<number, number>()
  for (const [place, { about }] of rows.entries()) {
    if (isAbout(about, 'seats')) places[about.seats]?.push(place)
    if (isAbout(about, 'share') && about.share + 1 === ground.lines[about.line]?.shares.length) others.set(about.line, place)
  }
  for (const [line, place] of others) places[classOf.get(line) ?? -1]?.push(place)
  return places
}

function isAbout<K extends string>(about: Row['about'], key: K): about is Extract<Row['about'], Record<K, number>> {
  return about !== 'money' && key in about
}

function priced(model: Model, solver: Solver, changes: readonly { row: number; more: number }[][], seconds: number): number[] {
  const solved = solver.relaxed(model, seconds)
  if (solved === null || !Number.isFinite(boundBy(solved.prices, model))) return changes.map(() => 0)
  return changes.map((rows) => rows.reduce((sum, { row, more }) => sum + Math.abs(solved.prices[row] ?? 0) * more, 0))
}

function rounded(gain: number): number {
  return Math.round(gain * 100) / 100
}
