import './MonthBars.css'
import { useFormat } from '#web/format.ts'
import { Chart, type Series } from '#web/kit/charts/Chart.tsx'
import { Link } from '#web/kit/Link.tsx'
import { messages } from '#web/kit/messages.ts'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'

/** `month` is 'YYYY-MM'; months without anything need not be given. */
export type MonthBar = { month: string; value: number }

/** How a number went month by month. A year below the bars, and a month in the table, opens its list. */
export function MonthBars({
  title,
  unit,
  bars,
  linkOf,
  series = 1,
}: {
  title: string
  unit: string
  bars: readonly MonthBar[]
  /** The list of the days from–to. */
  linkOf: (from: string, to: string) => string
  series?: Series
}) {
  const words = useWords(messages)
  const format = useFormat()
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const twin = (
    <Table
      caption={title}
      rows={bars}
      rowKey={({ month }) => month}
      columns={[
        {
          key: 'month',
          header: words.label,
          names: true,
          cell: ({ month }) => <Link to={linkOf(`${month}-01`, lastDayOf(month))}>{format.day(month)}</Link>,
        },
        { key: 'value', header: words.value, align: 'right', cell: ({ value }) => format.number(value) },
      ]}
    />
  )
  return (
    <Chart title={title} twin={twin}>
      <ol className="kc-months" aria-label={title}>
        {yearsOf(bars).map(({ year, months }) => {
          const total = months.reduce((sum, { value }) => sum + value, 0)
          return (
            <li key={year} style={{ flex: `${months.length} 1 0` }}>
              <div className="kc-months-bars" aria-hidden="true">
                {months.map(({ month, value }) => (
                  <span key={month} title={`${format.day(month)}: ${format.number(value)} ${unit}`}>
                    {value > 0 && <span className={`kc-mark kc-mark-${series}`} style={{ height: `${(value / most) * 100}%` }} />}
                  </span>
                ))}
              </div>
              <span className="kc-months-year">
                <Link
                  kind="quiet"
                  to={linkOf(`${year}-01-01`, `${year}-12-31`)}
                  preventScrollReset
                  aria-label={`${year}: ${format.number(total)} ${unit}`}
                >
                  {year}
                </Link>
              </span>
            </li>
          )
        })}
      </ol>
    </Chart>
  )
}

/** Every month of every year from the first to the last, empty ones included. */
function yearsOf(bars: readonly MonthBar[]): { year: number; months: MonthBar[] }[] {
  const values = new Map(bars.map(({ month, value }) => [month, value]))
  const first = Number(bars[0]?.month.slice(0, 4))
  const last = Number(bars.at(-1)?.month.slice(0, 4))
  if (Number.isNaN(first)) return []
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index
    const months = Array.from({ length: 12 }, (__, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
    return { year, months: months.map((month) => ({ month, value: values.get(month) ?? 0 })) }
  })
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}
