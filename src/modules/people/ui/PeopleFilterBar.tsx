import { useState } from 'react'
import type { z } from 'zod'
import { filterText } from '#modules/people/filter-text.ts'
import { filterWords, type FilterName } from '#modules/people/list-words.ts'
import type { peopleFilters, PeopleFilters } from '#modules/people/list.contract.ts'
import { useDay } from '#web/day.ts'
import { Button } from '#web/kit/Button.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { useLanguage } from '#web/language.tsx'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { FindField } from './FindField.tsx'
import { PeopleFilterDrawer } from './PeopleFilterDrawer.tsx'
import { messages } from './list-messages.ts'

export type SetFilters = (change: Partial<z.input<z.ZodObject<typeof peopleFilters>>>) => void

/** Those with a field of their own or a default that says nothing. */
const withoutChip: readonly FilterName[] = ['q', 'unitId', 'sort', 'order']
const defaults: Partial<PeopleFilters> = { group: 'officials', status: 'serving' }

/** Search and unit at hand; every other condition as a chip that can be dropped. */
export function PeopleFilterBar({ filters, set, unitName }: { filters: PeopleFilters; set: SetFilters; unitName: string | undefined }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { day } = useDay()
  const [opened, setOpened] = useState(false)
  const names = (Object.keys(filterWords) as FilterName[]).filter(
    (name) => !withoutChip.includes(name) && filters[name] !== undefined && filters[name] !== defaults[name],
  )
  const chips = names.map((name) => ({
    label: `${filterWords[name][language]}: ${filterText(name, filters[name], null)[language]}`,
    onRemove: () => set({ [name]: undefined }),
  }))
  return (
    <>
      <FilterBar chips={chips} onClear={() => set(Object.fromEntries(names.map((name) => [name, undefined])))}>
        <FindField label={words.find} placeholder={words.findHint} value={filters.q ?? ''} onChange={(q) => set({ q })} />
        <Combobox
          inline
          label={words.unit}
          placeholder={words.any}
          value={filters.unitId ?? ''}
          onChange={(unitId) => set({ unitId: unitId || undefined })}
          search={{ key: `units-${day}`, find: (text, signal) => findUnits(text, day, signal) }}
          labelOf={(id) => (id === filters.unitId ? unitName : undefined)}
        />
        <Button icon="filter" onClick={() => setOpened(true)}>
          {words.more}
        </Button>
      </FilterBar>
      <PeopleFilterDrawer opened={opened} onClose={() => setOpened(false)} filters={filters} set={set} />
    </>
  )
}
