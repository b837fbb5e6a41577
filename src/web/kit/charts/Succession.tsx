import './Succession.css'
import type { ReactNode } from 'react'

/** A unit before or after, with what is said of its passing; a part is drawn dashed. */
export type Passing = { key: string; label: ReactNode; about: string; isPart: boolean }
export type Stage = { key: string; label: string; about: string }

const step = 54
const half = step / 2

/** What a unit came of, what it was called over time, and what became of it: three columns joined by lines. */
export function Succession({
  label,
  before,
  own,
  after,
  beforeLabel,
  afterLabel,
}: {
  label: string
  before: readonly Passing[]
  own: readonly Stage[]
  after: readonly Passing[]
  beforeLabel: string
  afterLabel: string
}) {
  const height = Math.max(before.length, own.length, after.length, 1) * step
  return (
    <div
      className="kc-succession"
      role="group"
      aria-label={label}
      data-before={before.length > 0 || undefined}
      data-after={after.length > 0 || undefined}
    >
      <Side passings={before} label={beforeLabel} />
      <Joints passings={before} height={height} stages={own.length} side="before" />
      <ol className="kc-succession-own">
        {own.map(({ key, label: name, about }) => (
          <li key={key} className="kc-succession-unit">
            <span className="kc-strong" title={name}>
              {name}
            </span>
            <small>{about}</small>
          </li>
        ))}
      </ol>
      <Joints passings={after} height={height} stages={own.length} side="after" />
      <Side passings={after} label={afterLabel} />
    </div>
  )
}

function Side({ passings, label }: { passings: readonly Passing[]; label: string }) {
  if (passings.length === 0) return <span />
  return (
    <div>
      <p className="kc-succession-words">{label}</p>
      <ol aria-label={label}>
        {passings.map(({ key, label: name, about }) => (
          <li key={key} className="kc-succession-unit">
            <span>{name}</span>
            <small title={about}>{about}</small>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Lines from each unit to the first stage, or from the last stage to each unit. */
function Joints({
  passings,
  height,
  stages,
  side,
}: {
  passings: readonly Passing[]
  height: number
  stages: number
  side: 'before' | 'after'
}) {
  const top = (count: number) => (height - count * step) / 2
  const ownY = side === 'before' ? top(stages) + half : top(stages) + stages * step - half
  return (
    <svg height={height} viewBox={`0 0 64 ${height}`} aria-hidden="true">
      {passings.map(({ key, isPart }, at) => {
        const y = top(passings.length) + at * step + half
        const [from, to] = side === 'before' ? [y, ownY] : [ownY, y]
        return <path key={key} d={`M4 ${from}C32 ${from} 32 ${to} 60 ${to}`} data-part={isPart ? '' : undefined} />
      })}
    </svg>
  )
}
