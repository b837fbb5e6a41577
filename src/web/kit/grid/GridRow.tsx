import { memo } from 'react'
import { cellStyle } from '#web/kit/grid/cell-style.ts'
import type { PlacedColumn } from '#web/kit/grid/grid-column.ts'

type GridRowProps<Row> = {
  index: number
  top: number
  row: Row | undefined
  columns: readonly PlacedColumn<Row>[]
  /** The column of this row that holds the tab stop. */
  active: number | null
  /** The columns of this row within the chosen range. */
  rangeFrom: number
  rangeTo: number
  chosen: boolean
  loading: string
  cellId: (row: number, column: number) => string
}

function PlainGridRow<Row>({ index, top, row, columns, active, rangeFrom, rangeTo, chosen, loading, cellId }: GridRowProps<Row>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined || undefined}
      className="kc-grid-row"
      data-chosen={chosen ? '' : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, at) => (
        <div
          key={column.key}
          id={cellId(index, at)}
          role="gridcell"
          aria-colindex={at + 1}
          className="kc-grid-cell"
          data-align={column.align}
          data-quiet={column.quiet ? '' : undefined}
          data-row={index}
          data-column={at}
          tabIndex={active === at ? 0 : -1}
          aria-selected={at >= rangeFrom && at <= rangeTo ? true : undefined}
          ref={(cell) => leaveOneTabStop(cell)}
          {...cellStyle(columns, at)}
        >
          {row === undefined ? (
            <>
              <i />
              {at === 0 && <span className="kc-hidden">{loading}</span>}
            </>
          ) : (
            column.cell(row, index)
          )}
        </div>
      ))}
    </div>
  )
}

/** One row; drawn again only when something of it changed, so that scrolling stays smooth. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow

/** Called again whenever the row is drawn, since its links come with its data. The grid is one tab stop: links in cells are reached by arrows and opened by Enter. */
function leaveOneTabStop(cell: HTMLElement | null) {
  for (const inner of cell?.querySelectorAll<HTMLElement>('a, button') ?? []) inner.tabIndex = -1
}
