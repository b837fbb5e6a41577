import type { Model } from './model.ts'

/**
 * No whole-number solution is worth more than this, whatever the solver believes: for any prices ≥ 0 of the rows, what the rows
 * would fetch plus what each variable still earns after paying them (Lagrange). The prices are the solver's; the sum is ours.
 */
export function boundBy(prices: Float64Array, { columns, rows }: Model): number {
  const [as, against] = [boundOf(prices, 1), boundOf(prices, -1)]
  return Math.min(as, against)

  // Which sign a price has is the solver's custom; either way of reading them gives a bound.
  function boundOf(given: Float64Array, sign: 1 | -1): number {
    const left = columns.map(({ worth }) => worth)
    let sum = 0
    for (const [place, row] of rows.entries()) {
      const price = Math.max(0, sign * (given[place] ?? 0))
      if (price === 0) continue
      sum += price * row.limit
      for (const [at, column] of row.columns.entries()) left[column] = (left[column] ?? 0) - price * (row.values[at] ?? 0)
    }
    for (const [column, { upper }] of columns.entries()) sum += Math.max(0, left[column] ?? 0) * upper
    return sum
  }
}
