import { scaleLinear } from 'd3-scale'
import { useFormat } from '#web/format.ts'
import { Chart, type Legend, type Series } from '#web/kit/charts/Chart.tsx'
import { useWidth } from '#web/kit/charts/use-width.ts'
import { Link } from '#web/kit/Link.tsx'
import { messages } from '#web/kit/messages.ts'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'

export type StackPart = { series: Series; value: number; to?: string }
export type StackRow = { key: string; label: string; parts: readonly StackPart[] }

/** Rows of parts. With `shares` each row fills the width: what part of the whole each is; else lengths are numbers. */
export function StackedBars({
  title,
  about,
  legend,
  rows,
  shares,
  footer,
}: {
  title: string
  about?: React.ReactNode
  legend: Legend
  rows: readonly StackRow[]
  shares?: boolean
  footer?: React.ReactNode
}) {
  const format = useFormat()
  const most = Math.max(1, ...rows.map(totalOf))
  return (
    <Chart title={title} about={about} legend={legend} footer={footer} twin={<StackTable label={title} legend={legend} rows={rows} />}>
      <table className="kc-stacks" aria-label={title}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <td>
                <Stack row={row} legend={legend} whole={shares ? totalOf(row) : most} shares={shares === true} />
              </td>
              <td>{format.number(totalOf(row))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Chart>
  )
}

function Stack({ row, legend, whole, shares }: { row: StackRow; legend: Legend; whole: number; shares: boolean }) {
  const format = useFormat()
  const { frame, width } = useWidth<HTMLDivElement>()
  const length = scaleLinear([0, Math.max(1, whole)], [0, 100])
  const fits = (value: number, text: string) => (length(value) / 100) * width > text.length * 8 + 14
  return (
    <div ref={frame} className="kc-stack-bar">
      {row.parts
        .filter(({ value }) => value > 0)
        .map(({ series, value, to }) => {
          const text = shares ? format.percent(value / whole) : format.number(value)
          const name = `${row.label}, ${legend.find((one) => one.series === series)?.label ?? ''}: ${format.number(value)}`
          const inner = (
            <div className={`kc-stack-part kc-mark kc-mark-${series}`}>
              <b className="kc-hidden">{name} </b>
              {fits(value, text) ? <span>{text}</span> : <>&nbsp;</>}
            </div>
          )
          const style = { width: `${length(value)}%` }
          return to ? (
            <Link key={series} kind="quiet" to={to} style={style}>
              {inner}
            </Link>
          ) : (
            <div key={series} style={style} title={name}>
              {inner}
            </div>
          )
        })}
    </div>
  )
}

function StackTable({ label, legend, rows }: { label: string; legend: Legend; rows: readonly StackRow[] }) {
  const words = useWords(messages)
  const format = useFormat()
  return (
    <Table
      caption={label}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'label', header: words.label, names: true, cell: (row) => row.label },
        ...legend.map(({ series, label: name }) => ({
          key: String(series),
          header: name,
          align: 'right' as const,
          cell: (row: StackRow) => format.number(row.parts.find((part) => part.series === series)?.value ?? 0),
        })),
        { key: 'total', header: words.total, align: 'right', cell: (row) => format.number(totalOf(row)) },
      ]}
    />
  )
}

function totalOf({ parts }: StackRow): number {
  return parts.reduce((sum, { value }) => sum + value, 0)
}
