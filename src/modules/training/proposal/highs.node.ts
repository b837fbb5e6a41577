import module, { type Highs } from 'highs'
import type { Model } from './model.ts'

// The package's types describe its CommonJS build, in which the loader is a property; what Node imports is the loader itself.
const loadHighs = module as unknown as typeof module.default

export type Solved = {
  values: Float64Array
  prices: Float64Array
  /** of the solver's own search; null: it has none */ bound: number | null
}

/** The solver, once a thread. */
export class Solver {
  readonly #highs: Highs
  private constructor(highs: Highs) {
    this.#highs = highs
  }
  static async open(): Promise<Solver> {
    return new Solver(await loadHighs())
  }

  /** The relaxation: variables may be parts of whole numbers. */
  relaxed(model: Model, seconds: number): Solved | null {
    return this.#solve(model, { seconds, isWhole: false })
  }

  whole(model: Model, seconds: number, gap: number): Solved | null {
    return this.#solve(model, { seconds, isWhole: true, gap })
  }

  /** How much the relaxation gains when single rows are given more, one after the other. */
  gains(model: Model, changes: { row: number; more: number }[][], seconds: number): number[] {
    const highs = this.#highs
    return highs.withModel(dataOf(highs, model, false), (held) => {
      held.options.set({ output_flag: false, time_limit: seconds })
      held.run()
      const before = held.getObjectiveValue()
      return changes.map((rows) => {
        for (const { row, more } of rows) held.changeRowBounds(row, -highs.infinity, (model.rows[row]?.limit ?? 0) + more)
        held.run()
        const gain = held.getObjectiveValue() - before
        for (const { row } of rows) held.changeRowBounds(row, -highs.infinity, model.rows[row]?.limit ?? 0)
        return Math.max(0, gain)
      })
    })
  }

  #solve(model: Model, { seconds, isWhole, gap = 0 }: { seconds: number; isWhole: boolean; gap?: number }): Solved | null {
    const highs = this.#highs
    return highs.withModel(dataOf(highs, model, isWhole), (held) => {
      held.options.set({ output_flag: false, time_limit: Math.max(0.1, seconds), random_seed: 1, ...(isWhole ? { mip_rel_gap: gap } : {}) })
      held.run()
      const status = held.getModelStatus()
      const { optimal, timeLimit } = highs.constants.modelStatus
      if (status !== optimal && !(isWhole && status === timeLimit)) return null
      const { colValue, rowDual } = held.getSolution()
      if (colValue.length !== model.columns.length || !isFinite(held.getObjectiveValue())) return null
      return { values: colValue, prices: rowDual, bound: isWhole ? Number(held.info.get('mip_dual_bound')) : null }
    })
  }
}

function dataOf(highs: Highs, { columns, rows }: Model, isWhole: boolean) {
  const starts = new Int32Array(rows.length + 1)
  for (const [place, row] of rows.entries()) starts[place + 1] = (starts[place] ?? 0) + row.columns.length
  const { continuous, integer } = highs.constants.variableType
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(columns, ({ worth }) => worth),
    colLower: new Float64Array(columns.length),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: new Float64Array(rows.length).fill(-highs.infinity),
    rowUpper: Float64Array.from(rows, ({ limit }) => limit),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.values)),
    },
    integrality: new Int32Array(columns.length).fill(isWhole ? integer : continuous),
  } as const
}
