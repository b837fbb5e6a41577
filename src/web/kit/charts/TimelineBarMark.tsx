import { useFormat } from '#web/format.ts'
import type { Series } from '#web/kit/charts/Chart.tsx'
import { fillOf } from '#web/kit/charts/series-paint.tsx'
import type { TimelineBar } from '#web/kit/charts/Timeline.tsx'
import { Link } from '#web/kit/Link.tsx'

const height = 22

/** One dated bar; its words stand in it as far as they fit, its whole name is read and shown on pointing. */
export function TimelineBarMark({
  id,
  bar,
  rowLabel,
  series,
  left,
  right,
  y,
}: {
  id: string
  bar: TimelineBar
  rowLabel: string
  series: Series
  left: number
  right: number
  y: number
}) {
  const format = useFormat()
  const width = Math.max(4, right - left - 1)
  const name = `${rowLabel}: ${bar.title ?? bar.label}, ${format.period(bar.from, bar.to)}`
  const fits = Math.floor((width - 10) / 6.6)
  const text = bar.label.length <= fits ? bar.label : fits >= 3 ? `${bar.label.slice(0, fits - 1).trimEnd()}…` : ''
  const mark = (
    <>
      <title>{name}</title>
      <rect
        className="kc-timeline-bar"
        x={left}
        y={y}
        width={width}
        height={height}
        rx="2"
        fill={bar.tint ? '#e9eff8' : fillOf(id, series)}
        stroke={bar.tint ? '#c9d6ea' : undefined}
      />
      {!bar.tint && series !== 0 && text && (
        <rect x={left + 2} y={y + 2} width={Math.min(width - 4, text.length * 6.8 + 8)} height={height - 4} rx="2" fill={solid[series]} />
      )}
    </>
  )
  return (
    <g role="listitem">
      {bar.page ? (
        <Link to={bar.page} kind="quiet" aria-label={name}>
          {mark}
        </Link>
      ) : (
        <g role="img" aria-label={name}>
          {mark}
        </g>
      )}
      {text && (
        <text className="kc-timeline-text" data-dark={bar.tint ? '' : undefined} x={left + 6} y={y + 15} aria-hidden="true">
          {text}
        </text>
      )}
    </g>
  )
}

/** Behind words the hatching rests, in a shade on which white type reads. */
const solid: Record<Series, string> = { 0: '#23406e', 1: '#22706a', 2: '#8f5f0c', 3: '#7a4e8a', 4: '#5b6675' }
