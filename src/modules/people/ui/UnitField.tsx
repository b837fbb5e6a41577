import { useDay } from '#web/day.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { findUnits } from '#web/unit-search.ts'

/** A unit found by its name, as it stands on the day of the page. */
export function UnitField({
  name,
  label,
  known,
  required,
}: {
  name: string
  label: string
  known?: { id: string; name: string } | null
  required?: boolean
}) {
  const { day } = useDay()
  return (
    <Combobox
      name={name}
      label={label}
      {...(required ? { required } : {})}
      search={{ key: `units-${day}`, find: (text, signal) => findUnits(text, day, signal) }}
      labelOf={(id) => (id === known?.id ? known.name : undefined)}
    />
  )
}
