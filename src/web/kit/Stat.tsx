import './Stat.css'
import type { ReactNode } from 'react'
import { useFormat } from '#web/format.ts'
import { Link } from '#web/kit/Link.tsx'

/** One large number that opens its list. Text values, such as 66,7%, are shown as given. */
export function Stat({ value, unit, label, to }: { value: number | string; unit?: string; label: ReactNode; to?: string | undefined }) {
  const format = useFormat()
  const text = typeof value === 'number' ? format.number(value) : value
  return (
    <div className="kc-stat">
      <div className="kc-stat-number">
        {to ? (
          <Link kind="number" to={to}>
            {text}
          </Link>
        ) : (
          text
        )}
        {unit && <small>{unit}</small>}
      </div>
      <div className="kc-stat-label">{label}</div>
    </div>
  )
}

/** A number within a sentence that opens its list, where there is one to open. */
export function NumberLink({ value, unit, to }: { value: number | string; unit?: string; to?: string | undefined }) {
  const format = useFormat()
  const text = (
    <>
      {typeof value === 'number' ? format.number(value) : value}
      {unit && ` ${unit}`}
    </>
  )
  return to ? (
    <Link kind="number" to={to}>
      {text}
    </Link>
  ) : (
    text
  )
}
