import type { z } from 'zod'
import { findUnits } from '#modules/organisation/unit.contract.ts'
import { call } from '#web/client.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import type { Review } from '../review.contract.ts'
import { messages } from './messages.ts'
import type { ReviewInput, reviewSearch } from './use-review.ts'

type Set = (change: Partial<z.input<typeof reviewSearch>>) => void

/** Unit, period and state of knowledge, each as it is used and each to be changed in place. */
export function ReviewFilters({ review, input, set }: { review: Review | undefined; input: ReviewInput; set: Set }) {
  const words = useWords(messages)
  const days = review?.days
  const setDay = (name: 'from' | 'to' | 'knownOn') => (value: string) => {
    if (value === '' || isWhole(value)) set({ from: days?.from, to: days?.to, [name]: value === '' ? undefined : value })
  }
  return (
    <FilterBar>
      <UnitField
        label={words.unit}
        value={input.unit ?? review?.unit.unitId ?? ''}
        known={review?.unit}
        on={days?.on}
        onChange={(unit) => set({ unit: unit === '' ? undefined : unit, commune: undefined })}
      />
      <DateField inline label={words.from} precision="day" value={input.from ?? days?.from ?? ''} onChange={setDay('from')} />
      <DateField inline label={words.to} precision="day" value={input.to ?? days?.to ?? ''} onChange={setDay('to')} />
      <DateField
        inline
        label={words.knownOn}
        precision="day"
        placeholder={words.knownNow}
        value={input.knownOn ?? ''}
        onChange={setDay('knownOn')}
      />
    </FilterBar>
  )
}

/** A unit found by typing, as the units were on the day. */
export function UnitField({
  label,
  value,
  known,
  on,
  onChange,
}: {
  label: string
  value: string
  known: { unitId: string; vi: string; en: string } | null | undefined
  on: string | undefined
  onChange: (unitId: string) => void
}) {
  const { language } = useLanguage()
  return (
    <Combobox
      inline
      label={label}
      value={value}
      onChange={onChange}
      labelOf={() => known?.[language]}
      search={{
        key: `units-${on ?? ''}`,
        find: async (q, signal) =>
          (await call(findUnits, { q, on }, { signal })).units
            .filter(({ existsOnDay }) => existsOnDay)
            .map((unit) => ({ value: unit.unitId, label: unit[language], ...(unit.parent ? { about: unit.parent[language] } : {}) })),
      }}
    />
  )
}

function isWhole(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
}
