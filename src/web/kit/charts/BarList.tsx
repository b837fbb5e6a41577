import './charts.css'
import { scaleLinear } from 'd3-scale'
import { useFormat } from '#web/format.ts'
import type { Series } from '#web/kit/charts/Chart.tsx'
import { Link } from '#web/kit/Link.tsx'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

/** `text` stands in place of a number that is not shown. */
export type Bar = {
  key: string
  label: string
  value: number
  text?: string | undefined
  series?: Series
  to?: string | undefined
  unit?: string
}

/** Named numbers with bars: a table and a picture at once. Each number opens its list; `chosen` is the one open beside. Put it in a flush Card. */
export function BarList({
  label,
  bars,
  total,
  totalText,
  totalTo,
  chosen,
}: {
  label: string
  bars: readonly Bar[]
  total?: number
  totalText?: string | undefined
  totalTo?: string | undefined
  chosen?: string | undefined
}) {
  const words = useWords(messages)
  const format = useFormat()
  const share = scaleLinear([0, Math.max(1, ...bars.map(({ value }) => value))], [0, 100])
  return (
    <div className="kc-bars-box">
      <table className="kc-bars" aria-label={label} style={{ '--label': `${labelWidth(bars)}px` } as React.CSSProperties}>
        <tbody>
          {bars.map(({ key, label: name, value, text, series = 0, to, unit }) => (
            <tr key={key} data-chosen={key === chosen ? '' : undefined}>
              <th scope="row">{name}</th>
              <td aria-hidden="true">
                {value > 0 && <div className={`kc-bar kc-mark kc-mark-${series}`} style={{ width: `${share(value)}%` }} />}
              </td>
              <td>
                {to ? (
                  <Link kind="number" to={to} preventScrollReset aria-label={`${name}: ${format.number(value)}${unit ? ` ${unit}` : ''}`}>
                    {format.number(value)}
                  </Link>
                ) : (
                  (text ?? format.number(value))
                )}
              </td>
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td />
              <td>
                {totalTo ? (
                  <Link kind="number" to={totalTo} preventScrollReset aria-label={`${words.total}: ${format.number(total)}`}>
                    {format.number(total)}
                  </Link>
                ) : (
                  (totalText ?? format.number(total))
                )}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

/** Room for the longest label in one line, up to a limit beyond which it takes two. */
function labelWidth(bars: readonly Bar[]): number {
  return Math.min(300, 32 + 7.8 * Math.max(0, ...bars.map(({ label }) => label.length)))
}
