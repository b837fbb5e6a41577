import { scaleLinear } from 'd3-scale'
import { useId } from 'react'
import { useFormat } from '#web/format.ts'
import { Chart, type Series } from '#web/kit/charts/Chart.tsx'
import { SeriesPatterns } from '#web/kit/charts/series-paint.tsx'
import { lanesOf, yearOf } from '#web/kit/charts/timeline-lanes.ts'
import { TimelineBarMark } from '#web/kit/charts/TimelineBarMark.tsx'
import { useWidth } from '#web/kit/charts/use-width.ts'
import { messages } from '#web/kit/messages.ts'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'

/** From a day to the last day, null while it goes on. `tint` draws it pale with dark words: ratings, levels. */
export type TimelineBar = { key: string; from: string; to: string | null; label: string; title?: string; page?: string; tint?: boolean }
export type TimelineRow = { key: string; label: string; series: Series; bars: readonly TimelineBar[] }
export type TimelineEvent = { on: string; label: string }

const laneHeight = 26
const rowGap = 10
const top = 22

/** Rows of dated bars on one axis, reorganisations as dashed lines, the day shown as a line; each bar opens its fact. */
export function Timeline({
  title,
  about,
  rows,
  events = [],
  day,
  dayLabel,
  footer,
}: {
  title: string
  about?: React.ReactNode
  rows: readonly TimelineRow[]
  events?: readonly TimelineEvent[]
  day: string
  dayLabel?: string
  footer?: React.ReactNode
}) {
  const id = useId()
  const { frame, width } = useWidth<HTMLDivElement>()
  const shown = rows.filter(({ bars }) => bars.length > 0)
  const labelWidth = width < 500 ? 0 : 92
  const years = shown.flatMap(({ bars }) => bars.flatMap(({ from, to }) => [yearOf(from), yearOf(to ?? day)]))
  const first = Math.floor(Math.min(yearOf(day) - 1, ...years))
  const last = Math.max(yearOf(day), ...years) + 0.6
  const x = scaleLinear([first, last], [labelWidth, width - 8])
  const laid = layRows(shown, labelWidth === 0 ? 18 : 0)
  const bottom = laid.height + top
  const ticks = x.ticks(Math.max(2, Math.floor(width / 76))).filter(Number.isInteger)
  return (
    <Chart title={title} about={about} footer={footer} twin={<TimelineTable label={title} rows={shown} />}>
      <div ref={frame}>
        <svg viewBox={`0 0 ${width} ${bottom + 20}`} height={bottom + 20} role="group" aria-label={title}>
          <SeriesPatterns id={id} />
          {ticks.map((year) => (
            <g key={year}>
              <path className="kc-timeline-grid" d={`M${x(year)} ${top - 6}V${bottom}`} />
              <text x={x(year)} y={bottom + 15} textAnchor="middle">
                {year}
              </text>
            </g>
          ))}
          {events
            .filter(({ on }) => yearOf(on) >= first && yearOf(on) <= last)
            .map(({ on, label }) => (
              <g key={on}>
                <path className="kc-timeline-event" d={`M${x(yearOf(on))} ${top - 8}V${bottom}`} />
                <text
                  className="kc-timeline-event-text"
                  x={x(yearOf(on))}
                  y={top - 12}
                  textAnchor={x(yearOf(on)) > width - 90 ? 'end' : 'middle'}
                >
                  {label}
                </text>
              </g>
            ))}
          {laid.rows.map(({ row, y, lanes }) => (
            <g key={row.key} role="list" aria-label={row.label}>
              <text x={0} y={labelWidth === 0 ? top + y - 5 : top + y + 15} aria-hidden="true">
                {row.label}
              </text>
              {row.bars.map((bar, index) => (
                <TimelineBarMark
                  key={bar.key}
                  id={id}
                  bar={bar}
                  rowLabel={row.label}
                  series={row.series}
                  left={x(yearOf(bar.from))}
                  right={x(yearOf(bar.to ?? day))}
                  y={top + y + (lanes[index] ?? 0) * laneHeight}
                />
              ))}
            </g>
          ))}
          <path className="kc-timeline-today" d={`M${x(yearOf(day))} ${top - 6}V${bottom}`}>
            <title>{dayLabel}</title>
          </path>
        </svg>
      </div>
    </Chart>
  )
}

function layRows(rows: readonly TimelineRow[], headHeight: number) {
  let y = headHeight
  const laid = rows.map((row) => {
    const lanes = lanesOf(row.bars)
    const place = { row, y, lanes }
    y += (Math.max(0, ...lanes) + 1) * laneHeight + rowGap + headHeight
    return place
  })
  return { rows: laid, height: y - headHeight }
}

function TimelineTable({ label, rows }: { label: string; rows: readonly TimelineRow[] }) {
  const words = useWords(messages)
  const format = useFormat()
  const flat = rows.flatMap((row) => row.bars.map((bar) => ({ row: row.label, bar })))
  return (
    <Table
      caption={label}
      rows={flat}
      rowKey={({ row, bar }) => `${row}-${bar.key}`}
      columns={[
        { key: 'row', header: words.row, cell: ({ row }) => row },
        { key: 'label', header: words.label, names: true, cell: ({ bar }) => bar.title ?? bar.label },
        { key: 'from', header: words.from, cell: ({ bar }) => format.day(bar.from) },
        { key: 'to', header: words.to, cell: ({ bar }) => (bar.to ? format.day(bar.to) : '…') },
      ]}
    />
  )
}
