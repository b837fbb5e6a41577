import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readGap, type Gap } from '#modules/qualifications/gap.contract.ts'
import { gapStates } from '#modules/qualifications/gap.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Card, Columns, Stack } from '#web/kit/Card.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { Stat } from '#web/kit/Stat.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './gap-messages.ts'
import { GapMap } from './GapMap.tsx'
import { GapPeople } from './GapPeople.tsx'
import { useGap } from './use-gap.ts'

/** What a unit's posts ask and their holders lack: each number opens its people. */
export function GapPage() {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { search, asked } = useGap()
  const query = useQuery({ ...read(readGap, asked), placeholderData: keepPreviousData })
  const gap = query.data
  const unit = gap?.unit?.[language] ?? words.own
  return (
    <Page
      title={gap ? titleOf(gap, words, format.number) : words.page}
      about={
        gap && [words.about(unit, format.day(gap.on)), gap.knownOn && words.knownAbout(format.day(gap.knownOn))].filter(Boolean).join(' ')
      }
      filters={<Filters gap={gap} />}
      actions={
        <Link kind="button" to={paths.standards()}>
          {words.standards}
        </Link>
      }
      beside={search.open && <GapPeople open={search.open} about={unit} />}
    >
      <Loaded query={query} rows={12}>
        {(shown) =>
          shown.people.required === 0 ? (
            <Empty title={words.titleEmpty} action={<Link to={paths.standards()}>{words.setThem}</Link>} />
          ) : (
            <Found gap={shown} />
          )
        }
      </Loaded>
    </Page>
  )
}

function titleOf({ people }: Gap, words: typeof messages.vi, number: (value: number) => string): string {
  if (people.required === 0) return words.titleEmpty
  return people.missing === 0 ? words.titleNone(number(people.required)) : words.title(number(people.missing), number(people.required))
}

function Found({ gap }: { gap: Gap }) {
  const words = useWords(messages)
  const format = useFormat()
  const { listOf } = useGap()
  const { people, unmeasured } = gap
  return (
    <Stack>
      <Card>
        <Columns least={200}>
          <Stat value={people.missing} label={words.statMissing} to={listOf('missing')} />
          <Stat value={people.studying} label={words.statStudying} to={listOf('studying')} />
          <Stat value={people.met} label={words.statMet} to={listOf('met')} />
        </Columns>
      </Card>
      <GapMap gap={gap} />
      {unmeasured > 0 && (
        <Notice>
          {words.unmeasured(format.number(unmeasured))} <Link to={paths.standards()}>{words.setThem}</Link>
        </Notice>
      )}
    </Stack>
  )
}

function Filters({ gap }: { gap: Gap | undefined }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { search, set, asked } = useGap()
  const closed = { open: undefined, row: undefined, requirement: undefined }
  return (
    <FilterBar>
      <Combobox
        inline
        label={words.unit}
        value={search.unit ?? gap?.unit?.unitId ?? ''}
        onChange={(unit) => set({ ...closed, unit: unit || undefined })}
        labelOf={() => gap?.unit?.[language]}
        search={{ key: `units-${asked.on}`, find: (text, signal) => findUnits(text, asked.on, signal) }}
      />
      <SelectField
        inline
        label={words.by}
        value={search.by}
        options={[
          { value: 'post', label: words.byPost },
          { value: 'unit', label: words.byUnit },
        ]}
        onChange={(by) => set({ ...closed, by: by === 'unit' ? 'unit' : undefined })}
      />
      <SelectField
        inline
        label={words.state}
        value={search.state}
        options={gapStates.toReversed().map((state) => ({ value: state, label: words[state] }))}
        onChange={(state) => set({ ...closed, state: gapStates.find((each) => each === state) })}
      />
      <DateField
        inline
        label={words.knownOn}
        precision="day"
        placeholder={words.knownNow}
        value={search.knownOn ?? ''}
        onChange={(knownOn) => {
          if (knownOn === '' || /^\d{4}-\d{2}-\d{2}$/.test(knownOn)) set({ ...closed, knownOn: knownOn || undefined })
        }}
      />
    </FilterBar>
  )
}
