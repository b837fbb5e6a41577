import type { ReplyOf } from '#lib/operation.ts'
import { trainingKinds } from '#law/training-kinds.ts'
import { needStates, type listNeeds } from '#modules/training/need.contract.ts'
import { needOrigins } from '#modules/training/need.ts'
import { originWords } from '#modules/training/need-words.ts'
import { useDay } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useLanguage } from '#web/language.tsx'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './need-messages.ts'
import { planningYear, type NeedsAddress } from './needs-address.ts'

type Found = ReplyOf<typeof listNeeds>

/** Year, unit, course, origin and state, each with how many people it would leave. */
export function NeedFilters({
  search,
  set,
  found,
}: {
  search: NeedsAddress
  set: (change: Partial<NeedsAddress>) => void
  found: Found | undefined
}) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { day } = useDay()
  const usual = planningYear(day)
  const years = [...new Set([usual, usual - 1, usual + 1, search.year ?? usual])].toSorted((a, b) => a - b)
  const counted = (label: string, people: number | undefined) =>
    people === undefined ? label : words.withCount(label, format.number(people))
  const peopleOf = (origin: string) => found?.byOrigin.find((one) => one.origin === origin)?.people
  // The course is chosen among the bars beside.
  const chips = (search.kind ?? []).map((kind) => ({ label: trainingKinds[kind].name[language], onRemove: () => set({ kind: undefined }) }))
  return (
    <FilterBar chips={chips}>
      <SelectField
        inline
        label={words.year}
        value={String(search.year ?? usual)}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
        onChange={(year) => set({ year: Number(year) === usual ? undefined : Number(year) })}
      />
      <Combobox
        inline
        label={words.unit}
        placeholder={words.anyUnit}
        value={search.unitId ?? ''}
        onChange={(unitId) => set({ unitId: unitId || undefined })}
        search={{ key: `units-${day}`, find: (text, signal) => findUnits(text, day, signal) }}
        labelOf={(id) => (id === found?.unit?.id ? found.unit[language] : undefined)}
      />
      <SelectField
        inline
        label={words.origin}
        any={words.anyOrigin}
        value={originValue(search.origin)}
        options={[
          { value: 'all', label: words.allOrigins },
          ...needOrigins.map((origin) => ({ value: origin, label: counted(originWords[origin][language], peopleOf(origin)) })),
        ]}
        onChange={(origin) =>
          set({ origin: origin === 'all' ? [...needOrigins] : needOrigins.filter((one) => one === origin).slice(0, origin ? 1 : 0) })
        }
      />
      <SelectField
        inline
        label={words.state}
        any={words.anyState}
        value={search.state ?? ''}
        options={needStates.map((state) => ({
          value: state,
          label: counted(words.states[state], found?.byState.find((one) => one.state === state)?.people),
        }))}
        onChange={(state) => set({ state: needStates.find((one) => one === state) })}
      />
    </FilterBar>
  )
}

function originValue(origin: NeedsAddress['origin']): string {
  if (!origin) return ''
  return origin.length > 1 ? 'all' : (origin[0] ?? '')
}
