import './MonthBars.css'
import { useFormat } from '#web/format.ts'
import { Chart, type Series } from '#web/kit/charts/Chart.tsx'
import { Link } from '#web/kit/Link.tsx'
import { messages } from '#web/kit/messages.ts'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'

/** `month` is 'YYYY-MM'; months without anything need not be given. */
export type MonthBar = { month: string; value: number; to?: string }

/** How a number went month by month; each month opens its list. */
export function MonthBars({ title, unit, bars, series = 1 }: { title: string; unit: string; bars: readonly MonthBar[]; series?: Series }) {
  const words = useWords(messages)
  const format = useFormat()
  const months = monthsFrom(bars)
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const nameOf = ({ month, value }: MonthBar) => `${format.day(month)}: ${format.number(value)} ${unit}`
  const twin = (
    <Table
      caption={title} rows={bars} rowKey={({ month }) => month}
      columns={[
        { key: 'month', header: words.label, names: true, cell: ({ month }) => format.day(month) },
        { key: 'value', header: words.value, align: 'right', cell: ({ value }) => format.number(value) },
      ]}
    />
  )
  return (
    <Chart title={title} twin={twin}>
      <div className="kc-months" role="group" aria-label={title}>
        {months.map((bar) => {
          const mark = bar.value > 0 && <span className={`kc-mark kc-mark-${series}`} style={{ height: `${(bar.value / most) * 100}%` }} />
          if (!bar.to || bar.value === 0) return <span key={bar.month} title={nameOf(bar)}>{mark}</span>
          return <Link key={bar.month} kind="quiet" to={bar.to} title={nameOf(bar)} aria-label={nameOf(bar)} preventScrollReset>{mark}</Link>
        })}
      </div>
      <div className="kc-months-axis" aria-hidden="true"><span>{format.day(months[0]?.month ?? '')}</span><span>{format.day(months.at(-1)?.month ?? '')}</span></div>
    </Chart>
  )
}

/** Every month from the first to the last, empty ones included. */
function monthsFrom(bars: readonly MonthBar[]): MonthBar[] {
  const known = new Map(bars.map((bar) => [bar.month, bar]))
  const first = bars[0]?.month
  const last = bars.at(-1)?.month
  const all: MonthBar[] = []
  for (let month = first; month !== undefined && last !== undefined && month <= last; month = nextMonth(month)) all.push(known.get(month) ?? { month, value: 0 })
  return all
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
