import type { ReactNode } from 'react'

export type GridColumn<Row> = {
  key: string
  header: string
  /** Pixels. */
  width: number
  cell: (row: Row, index: number) => ReactNode
  /** What goes to Excel when the cell is copied. */
  text: (row: Row, index: number) => string
  align?: 'left' | 'right'
  /** Muted and smaller. */
  quiet?: boolean
  /** The list can be ordered by it under this name. */
  sort?: string
  /** Stays at the left while the others scroll. */
  pinned?: boolean
  /** Shown only when chosen. */
  hidden?: boolean
  /** Its values are asked of the server only while it is shown. */
  onDemand?: boolean
}

/** A column as laid out: in order, with its place when pinned. */
export type PlacedColumn<Row> = GridColumn<Row> & { pinnedAt: number | null }
