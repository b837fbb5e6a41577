import './charts.css'
import './HeatMap.css'
import '#web/kit/Table.css'
import type { ReactNode } from 'react'
import { useFormat } from '#web/format.ts'
import { Link } from '#web/kit/Link.tsx'

/** How many of how many, in parts that fill a bar; `parts` follow the legend, what is left over stays empty. */
export type HeatCell = { value: number; of: number; parts: readonly number[]; name: string; to: string; isChosen: boolean }
export type HeatRow = { key: string; label: ReactNode; about?: string }
export type HeatColumn = { key: string; label: string; about?: string }

/** The looks of the parts: filled, hatched; the last is empty. */
const looks = ['kc-mark kc-mark-0', 'kc-mark kc-mark-1'] as const

/**
 * A table of numbers, denser where more: each opens its list. Number, density and the bar below say the same, so that nothing hangs on colour.
 * `legend` names the parts and what is left over.
 */
export function HeatMap({
  caption,
  corner,
  rows,
  columns,
  cellOf,
  total,
  legend,
}: {
  caption: string
  corner: string
  rows: readonly HeatRow[]
  columns: readonly HeatColumn[]
  cellOf: (row: string, column: string) => HeatCell | null
  total: { label: string; cellOf: (column: string) => HeatCell | null }
  legend: readonly string[]
}) {
  return (
    <>
      <div className="kc-table-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="kc-table kc-heat">
          <caption className="kc-table-caption">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, about }) => (
              <tr key={key}>
                <th scope="row" style={{ fontWeight: 'inherit' }}>
                  {label}
                  {about && <small>{about}</small>}
                </th>
                {columns.map((column) => (
                  <td key={column.key}>
                    <Cell cell={cellOf(key, column.key)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{total.label}</th>
              {columns.map((column) => (
                <td key={column.key}>
                  <Cell cell={total.cellOf(column.key)} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <ul className="kc-legend kc-heat-legend">
        {legend.map((label, place) => (
          <li key={label}>
            <i className={looks[place] ?? ''} data-empty={looks[place] ? undefined : ''} />
            {label}
          </li>
        ))}
      </ul>
    </>
  )
}

function Cell({ cell }: { cell: HeatCell | null }) {
  const format = useFormat()
  if (!cell) return <span className="kc-heat-none">–</span>
  const { value, of, parts, name, to, isChosen } = cell
  return (
    <Link kind="cell" to={to} preventScrollReset aria-label={name} aria-current={isChosen || undefined} data-step={stepOf(value, of)}>
      <span className="kc-heat-number">{format.number(value)}</span> <span className="kc-heat-of">/ {format.number(of)}</span>
      <span className="kc-heat-parts" aria-hidden="true">
        {parts.map((part, place) => (
          <i key={looks[place]} className={looks[place]} style={{ width: `${of === 0 ? 0 : (part / of) * 100}%` }} />
        ))}
      </span>
    </Link>
  )
}

/** None, and then by quarters. */
function stepOf(value: number, of: number): number {
  return value === 0 ? 0 : Math.min(4, Math.ceil((value / of) * 4))
}
