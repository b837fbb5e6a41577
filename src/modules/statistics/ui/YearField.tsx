import { useDay } from '#web/day.ts'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './form-messages.ts'

const firstYear = 2010

/** A year up to this one and the next, for which plans are made. */
export function YearField({ value, onChange }: { value: number; onChange: (year: number | undefined) => void }) {
  const words = useWords(messages)
  const last = Number(useDay().today.slice(0, 4)) + 1
  const years = Array.from({ length: last - firstYear + 1 }, (_, at) => String(last - at))
  return (
    <SelectField
      inline
      label={words.year}
      value={String(value)}
      options={years.map((one) => ({ value: one, label: one }))}
      onChange={(year) => onChange(year === '' ? undefined : Number(year))}
    />
  )
}
