import { cellStyle } from '#web/kit/grid/cell-style.ts'
import type { PlacedColumn } from '#web/kit/grid/grid-column.ts'
import type { Sort } from '#web/kit/Table.tsx'

/** The head: a click or Enter on a column that can order the list does so. */
export function GridHead<Row>({
  columns,
  sort,
  active,
  cellId,
}: {
  columns: readonly PlacedColumn<Row>[]
  sort: Sort | undefined
  active: number | null
  cellId: (row: number, column: number) => string
}) {
  return (
    <div role="row" aria-rowindex={1} className="kc-grid-row kc-grid-head">
      {columns.map((column, index) => {
        const order = column.sort !== undefined && column.sort === sort?.by ? sort.order : undefined
        return (
          <div
            key={column.key}
            id={cellId(-1, index)}
            role="columnheader"
            aria-colindex={index + 1}
            className="kc-grid-cell"
            data-align={column.align}
            data-row={-1}
            data-column={index}
            tabIndex={active === index ? 0 : -1}
            aria-sort={column.sort === undefined ? undefined : order === undefined ? 'none' : order === 'asc' ? 'ascending' : 'descending'}
            {...cellStyle(columns, index)}
          >
            {column.header}
            {order && <span aria-hidden="true">{order === 'asc' ? ' ↑' : ' ↓'}</span>}
          </div>
        )
      })}
    </div>
  )
}
