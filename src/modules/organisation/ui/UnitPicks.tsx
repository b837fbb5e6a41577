import { useState } from 'react'
import { Combobox, type Choice } from '#web/kit/Combobox.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { findUnits } from '#web/unit-search.ts'
import type { Picked } from './reorganisation-draft.ts'

/** Several units, each found by name on the day, shown as chips. */
export function UnitPicks({
  label,
  day,
  value,
  onChange,
  single,
  optional,
}: {
  label: string
  day: string
  value: Picked[]
  onChange: (picked: Picked[]) => void
  single?: boolean
  optional?: boolean
}) {
  const [known, setKnown] = useState<Choice[]>([])
  const find = async (text: string, signal: AbortSignal) => {
    const found = await findUnits(text, day, signal)
    setKnown(found)
    return found
  }
  const add = (id: string) => {
    const choice = known.find((one) => one.value === id)
    if (!choice || value.some((one) => one.id === id)) return
    const picked = { id, name: choice.label }
    onChange(single ? [picked] : [...value, picked])
  }
  return (
    <div className="kc-wide">
      <Combobox label={label} wide required={!optional} value="" onChange={add} search={{ key: `picks ${day}`, find }} />
      <FilterBar chips={value.map(({ id, name }) => ({ label: name, onRemove: () => onChange(value.filter((one) => one.id !== id)) }))} />
    </div>
  )
}
