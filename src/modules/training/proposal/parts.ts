import type { Model } from './model.ts'

/** A part of a model that shares no row with the rest, with the places its columns and rows have there. */
export type Part = { model: Model; columns: number[]; rows: number[] }

/** Courses that neither money, nor a unit's absences, nor a person with several needs hold together are solved one by one. */
export function partsOf({ columns, rows }: Model): Part[] {
  const root = Int32Array.from(columns.keys())
  for (const row of rows) for (const column of row.columns) root[rootOf(root, column)] = rootOf(root, row.columns[0] ?? column)
  const parts = new Map<number, Part>()
  const inPart = new Int32Array(columns.length)
  for (const [place, column] of columns.entries()) {
    const key = rootOf(root, place)
    const part = parts.get(key) ?? { model: { columns: [], rows: [] }, columns: [], rows: [] }
    parts.set(key, part)
    inPart[place] = part.columns.length
    part.columns.push(place)
    part.model.columns.push(column)
  }
  for (const [place, row] of rows.entries()) {
    const part = parts.get(rootOf(root, row.columns[0] ?? -1))
    part?.rows.push(place)
    part?.model.rows.push({ ...row, columns: row.columns.map((column) => inPart[column] ?? 0) })
  }
  return [...parts.values()]
}

function rootOf(root: Int32Array, column: number): number {
  let at = column
  while (root[at] !== undefined && root[at] !== at) {
    const next = root[at] ?? at
    root[at] = root[next] ?? next
    at = next
  }
  return at
}
