import './ChoiceBar.css'
import { useId, type ReactNode } from 'react'

export type BarChoice<Value extends string> = { value: Value; label: string; tone?: 'success' | 'attention' }

/** One of a few, all in sight, with targets for a thumb when `large`; none is chosen at first. */
export function ChoiceBar<Value extends string>({
  label,
  choices,
  value,
  onChange,
  large,
}: {
  label: string
  choices: readonly BarChoice<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  large?: boolean
}) {
  const name = useId()
  return (
    <fieldset className="kc-choices" data-large={large ? '' : undefined} aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} data-tone={choice.tone}>
          <input type="radio" name={name} value={choice.value} checked={value === choice.value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}

/** Lines that each ask for one choice. */
export function PickList<Row>({
  label,
  rows,
  rowKey,
  name,
  pick,
}: {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  name: (row: Row) => ReactNode
  pick: (row: Row) => ReactNode
}) {
  return (
    <ul className="kc-pick-list" aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <span>{name(row)}</span>
          {pick(row)}
        </li>
      ))}
    </ul>
  )
}
