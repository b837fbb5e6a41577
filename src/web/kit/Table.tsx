import './Table.css'
import type { ReactNode } from 'react'
import { Empty } from '#web/kit/Empty.tsx'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row, index: number) => ReactNode
  align?: 'left' | 'right'
  width?: string
  /** Muted and smaller: paper numbers, sources. */
  quiet?: boolean
  /** The cell that names its row; a screen reader says it with every other cell. */
  names?: boolean
  /** The total under the column. */
  total?: ReactNode
  /** The column can order the table under this name. */
  sort?: string
}

export type Sort = { by: string; order: 'asc' | 'desc' }

/** A table for reading, of up to some hundred rows; for more use Grid. The head repeats on every printed page. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  chosen,
  empty,
  sort,
  onSort,
  stacks,
}: {
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => string
  chosen?: string | undefined
  empty?: string
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** On a phone each row stands as a block of labelled lines. */
  stacks?: boolean
}) {
  const words = useWords(messages)
  if (rows.length === 0) return <Empty title={empty ?? words.noneFound} />
  return (
    <div className="kc-table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="kc-table" data-stacks={stacks ? '' : undefined}>
        <caption className="kc-table-caption">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} aria-selected={rowKey(row, index) === chosen || undefined}>
              {columns.map(({ key, header, cell, align, quiet, names }) => {
                const Cell = names ? 'th' : 'td'
                return (
                  <Cell
                    key={key}
                    scope={names ? 'row' : undefined}
                    data-align={align}
                    data-label={stacks && !names ? header : undefined}
                    data-quiet={quiet ? '' : undefined}
                    style={names ? { fontWeight: 'inherit' } : undefined}
                  >
                    {cell(row, index)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
        {columns.some(({ total }) => total !== undefined) && (
          <tfoot>
            <tr>
              {columns.map(({ key, header, align, names, total }) => (
                <td key={key} data-align={align} data-label={stacks && !names && total !== undefined ? header : undefined}>
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}) {
  const { header, align, width, sort: by } = column
  const order = by !== undefined && sort?.by === by ? sort.order : undefined
  const aria = order && (order === 'asc' ? 'ascending' : 'descending')
  return (
    <th scope="col" data-align={align} style={{ width }} aria-sort={aria}>
      {by !== undefined && onSort ? (
        <button type="button" className="kc-sort" onClick={() => onSort({ by, order: order === 'asc' ? 'desc' : 'asc' })}>
          {header}
          <span aria-hidden="true">{order ? (order === 'asc' ? '↑' : '↓') : ''}</span>
        </button>
      ) : (
        header
      )}
    </th>
  )
}
