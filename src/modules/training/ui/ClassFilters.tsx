import type { z } from 'zod'
import { trainingKinds } from '#law/training-kinds.ts'
import type { classFilters } from '#modules/training/class.contract.ts'
import { useDay } from '#web/day.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useLanguage } from '#web/language.tsx'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

type Shape = z.ZodObject<typeof classFilters>

/** Kind, opener, days, and whether trainees are listed. */
export function ClassFilters({ filters, set }: { filters: z.output<Shape>; set: (change: Partial<z.input<Shape>>) => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { day } = useDay()
  return (
    <>
      <SelectField
        inline
        label={words.kind}
        any={words.anyKind}
        value={filters.kind?.[0] ?? ''}
        options={Object.entries(trainingKinds).map(([value, { name }]) => ({ value, label: name[language] }))}
        onChange={(kind) => set({ kind: kind || undefined })}
      />
      <Combobox
        inline
        label={words.opener}
        placeholder={words.anyUnit}
        value={filters.unitId ?? ''}
        onChange={(unitId) => set({ unitId: unitId || undefined })}
        search={{ key: `units-${day}`, find: (text, signal) => findUnits(text, day, signal) }}
      />
      <SelectField
        inline
        label={words.known}
        any={words.anyKnown}
        value={filters.known ?? ''}
        options={[
          { value: 'listed', label: words.listed },
          { value: 'count', label: words.counted },
        ]}
        onChange={(known) => set({ known: known === 'listed' || known === 'count' ? known : undefined })}
      />
    </>
  )
}
