import type { PlanLine, Tally } from './plan-line.contract.ts'

/** What all lines together plan and have come to. */
export function tallyOf(lines: readonly Tally[]): Tally {
  const sum = (of: (line: Tally) => number) => lines.reduce((total, line) => total + of(line), 0)
  return {
    seats: sum(({ seats }) => seats),
    sent: sum(({ sent }) => sent),
    completed: sum(({ completed }) => completed),
    planned: sum(({ planned }) => planned),
    spent: sum(({ spent }) => spent),
  }
}

/** The same by what the lines have in common, in the order of the lines. */
export function tallyBy(lines: readonly PlanLine[], keyOf: (line: PlanLine) => string): (Tally & { key: string })[] {
  return Array.from(Map.groupBy(lines, keyOf), ([key, of]) => ({ key, ...tallyOf(of) }))
}

/** Planned beside spent, item by item; to the đồng, the sum of them is the sum of the lines. */
export function tallyByItem(lines: readonly PlanLine[]): { key: string; planned: number; spent: number }[] {
  const costs = Map.groupBy(
    lines.flatMap(({ costs: of }) => of),
    ({ item }) => item,
  )
  return Array.from(costs, ([key, of]) => ({
    key,
    planned: of.reduce((total, { planned }) => total + planned, 0),
    spent: of.reduce((total, { spent }) => total + spent, 0),
  }))
}
