import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useFormat } from '#web/format.ts'
import { Chart, type Series } from '#web/kit/charts/Chart.tsx'
import { strokeOf } from '#web/kit/charts/series-paint.tsx'
import { useWidth } from '#web/kit/charts/use-width.ts'
import { Link } from '#web/kit/Link.tsx'
import { messages } from '#web/kit/messages.ts'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'

/** A value in a year (or another whole number). */
export type LinePoint = { at: number; value: number; to?: string }
export type LineSeries = { series: Series; label: string; points: readonly LinePoint[] }

const height = 180
const margin = { top: 18, right: 16, bottom: 22, left: 44 }
const dashes = ['', '7 3', '2 3', '9 3 2 3', '4 4']

/** How numbers went over the years; lines differ by dashes as well as colour, each point opens its list. */
export function LineChart({
  title,
  about,
  lines,
  footer,
}: {
  title: string
  about?: React.ReactNode
  lines: readonly LineSeries[]
  footer?: React.ReactNode
}) {
  const words = useWords(messages)
  const format = useFormat()
  const { frame, width } = useWidth<HTMLDivElement>()
  const points = lines.flatMap((one) => one.points)
  const years = [...new Set(points.map(({ at }) => at))].sort((one, other) => one - other)
  const x = scaleLinear([years[0] ?? 0, years.at(-1) ?? 1], [margin.left, width - margin.right])
  const y = scaleLinear([0, Math.max(1, ...points.map(({ value }) => value))], [height - margin.bottom, margin.top]).nice(4)
  const path = line<LinePoint>(
    (point) => x(point.at),
    (point) => y(point.value),
  )
  const step = Math.max(1, Math.ceil(years.length / Math.max(2, width / 64)))
  const twin = (
    <Table
      caption={title}
      rows={years}
      rowKey={String}
      columns={[
        { key: 'at', header: words.years, names: true, cell: String },
        ...lines.map(({ series, label, points: own }) => ({
          key: String(series),
          header: label,
          align: 'right' as const,
          cell: (year: number) => format.number(own.find(({ at }) => at === year)?.value ?? 0),
        })),
      ]}
    />
  )
  return (
    <Chart title={title} about={about} legend={lines} footer={footer} twin={twin}>
      <div ref={frame}>
        <svg viewBox={`0 0 ${width} ${height}`} height={height} role="group" aria-label={title}>
          {y.ticks(4).map((tick) => (
            <g key={tick}>
              <path className="kc-timeline-grid" d={`M${margin.left} ${y(tick)}H${width - margin.right}`} />
              <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
                {format.number(tick)}
              </text>
            </g>
          ))}
          {years
            .filter((_, index) => index % step === 0)
            .map((year) => (
              <text key={year} x={x(year)} y={height - 4} textAnchor="middle">
                {year}
              </text>
            ))}
          {lines.map(({ series, points: own }) => (
            <path key={series} className="kc-line" d={path([...own]) ?? ''} stroke={strokeOf(series)} strokeDasharray={dashes[series]} />
          ))}
          {lines.flatMap(({ series, label, points: own }) =>
            own.map(({ at, value, to }) => {
              const dot = (
                <circle key={`${series}-${at}`} cx={x(at)} cy={y(value)} r="4" fill="#fff" stroke={strokeOf(series)} strokeWidth="2">
                  <title>{`${label}, ${at}: ${format.number(value)}`}</title>
                </circle>
              )
              return to ? (
                <Link key={`${series}-${at}`} to={to} kind="quiet" aria-label={`${label}, ${at}: ${format.number(value)}`}>
                  {dot}
                </Link>
              ) : (
                dot
              )
            }),
          )}
        </svg>
      </div>
    </Chart>
  )
}
