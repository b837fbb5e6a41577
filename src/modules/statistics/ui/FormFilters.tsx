import type { z } from 'zod'
import type { FormAnswer } from '#modules/statistics/form.contract.ts'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Button } from '#web/kit/Button.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useDay } from '#web/day.ts'
import { useWords } from '#web/words.ts'
import { messages } from './form-messages.ts'
import { UnitField } from './ReviewFilters.tsx'
import type { formSearch } from './use-form-page.ts'

export type FormSearch = z.output<typeof formSearch>
export type SetFormSearch = (change: Partial<z.input<typeof formSearch>>) => void

const firstYear = 2010

/** Unit, year, what counts and how; of a submitted form only how, for all else is kept as it was. */
export function FormFilters({ answer, search, set }: { answer: FormAnswer | undefined; search: FormSearch; set: SetFormSearch }) {
  const words = useWords(messages)
  const { today } = useDay()
  const year = String(search.year ?? answer?.days.from.slice(0, 4) ?? today.slice(0, 4))
  const lastYear = Number(today.slice(0, 4))
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => String(lastYear - at))
  const closed = { row: undefined, column: undefined, compare: undefined }
  const count = (
    <SelectField
      inline
      label={words.count}
      value={search.count}
      options={[
        { value: 'people', label: words.people },
        { value: 'times', label: words.times },
      ]}
      onChange={(value) => set({ count: value === 'times' ? 'times' : undefined })}
    />
  )
  if (search.submission !== undefined) {
    return (
      <FilterBar>
        {count}
        <Button kind="quiet" onClick={() => set({ submission: undefined, compare: undefined })}>
          {words.toLive}
        </Button>
      </FilterBar>
    )
  }
  return (
    <FilterBar>
      <UnitField
        label={words.unit}
        value={search.unit ?? answer?.unit.unitId ?? ''}
        known={answer?.unit}
        on={answer?.days.on}
        onChange={(unit) => set({ unit: unit === '' ? undefined : unit, ...closed })}
      />
      <SelectField
        inline
        label={words.year}
        value={year}
        options={years.map((one) => ({ value: one, label: one }))}
        onChange={(value) => set({ year: value === '' ? undefined : Number(value), ...closed })}
      />
      <SelectField
        inline
        label={words.basis}
        value={search.basis}
        options={[
          { value: 'begun', label: words.begun },
          { value: 'completed', label: words.completed },
        ]}
        onChange={(value) => set({ basis: value === 'completed' ? 'completed' : undefined, ...closed })}
      />
      {count}
    </FilterBar>
  )
}
