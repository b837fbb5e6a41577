/** A cell by its row in the whole list (-1 is the head) and its column as shown. */
export type CellPlace = { row: number; column: number }
export type GridRange = { from: CellPlace; to: CellPlace }

export type GridBounds = { rows: number; columns: number; page: number }

/** Where a key leads from a cell, by the ARIA grid pattern; null when the key does not move. */
export function moveBy(key: string, ctrl: boolean, { row, column }: CellPlace, bounds: GridBounds): CellPlace | null {
  const last = { row: bounds.rows - 1, column: bounds.columns - 1 }
  const target: Record<string, CellPlace> = {
    ArrowDown: { row: ctrl ? last.row : row + 1, column },
    ArrowUp: { row: ctrl ? 0 : row - 1, column },
    ArrowRight: { row, column: ctrl ? last.column : column + 1 },
    ArrowLeft: { row, column: ctrl ? 0 : column - 1 },
    PageDown: { row: row + bounds.page, column },
    PageUp: { row: Math.max(0, row - bounds.page), column },
    Home: { row: ctrl ? 0 : row, column: 0 },
    End: { row: ctrl ? last.row : row, column: last.column },
  }
  const next = target[key]
  return next ? { row: clamp(next.row, -1, last.row), column: clamp(next.column, 0, last.column) } : null
}

/** The rectangle between two cells, from its upper left to its lower right. */
export function rangeBetween(one: CellPlace, other: CellPlace): GridRange {
  return {
    from: { row: Math.max(0, Math.min(one.row, other.row)), column: Math.min(one.column, other.column) },
    to: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
  }
}

export function isWithin({ from, to }: GridRange, row: number, column: number): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
