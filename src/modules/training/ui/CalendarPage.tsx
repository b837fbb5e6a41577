import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { trainingKinds } from '#law/training-kinds.ts'
import { calendarFilters, monthText, readCalendar } from '#modules/training/calendar.contract.ts'
import { call } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Button, IconButton } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { monthAfter } from '#web/kit/month-weeks.ts'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useSearch } from '#web/search.ts'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { messages as calendarMessages } from './calendar-messages.ts'
import { CalendarClasses } from './CalendarClasses.tsx'
import { CalendarDay } from './CalendarDay.tsx'
import { CalendarMonth } from './CalendarMonth.tsx'
import { messages } from './messages.ts'
import { useMonthKeys } from './use-month-keys.ts'

/** `date` is the day whose list is open beside. */
const addressShape = z.object({ month: monthText.optional(), date: z.iso.date().optional(), ...calendarFilters })

export function CalendarPage() {
  const words = useWords(calendarMessages)
  const format = useFormat()
  const { day, today } = useDay()
  const { search, set } = useSearch(addressShape)
  const month = search.month ?? day.slice(0, 7)
  const { unitId, kind, date } = search
  const list = useQuery({
    queryKey: [readCalendar.id, month, { unitId, kind }, day],
    queryFn: async ({ signal }) => ({ month, ...(await call(readCalendar, { month, unitId, kind, day }, { signal })) }),
    placeholderData: keepPreviousData,
  })
  const turn = (months: number) => set({ month: monthAfter(month, months), date: undefined })
  const home = () => set({ month: today.slice(0, 7) === day.slice(0, 7) ? undefined : today.slice(0, 7), date: undefined })
  useMonthKeys({ onTurn: turn, onHome: home })
  const found = list.data
  const clashing = found?.sessions.filter(({ clashes }) => clashes.length > 0).length ?? 0
  const monthName = (of: string) => of.split('-').reverse().join('/')
  return (
    <Page
      title={
        found
          ? words.title(monthName(found.month), format.number(found.classes.length), format.number(found.sessions.length))
          : words.calendar
      }
      about={found && `${clashing > 0 ? `${words.clashing(format.number(clashing))}.` : words.noClash} ${words.keys}`}
      filters={
        <FilterBar>
          <Filters filters={{ unitId, kind }} set={set} />
        </FilterBar>
      }
      actions={
        <>
          <IconButton icon="left" label={words.before} aria-keyshortcuts="ArrowLeft" onClick={() => turn(-1)} />
          <Button aria-keyshortcuts="T" onClick={home}>
            {words.today}
          </Button>
          <IconButton icon="right" label={words.after} aria-keyshortcuts="ArrowRight" onClick={() => turn(1)} />
        </>
      }
      beside={
        found &&
        date?.startsWith(found.month) && (
          <CalendarDay day={date} classes={found.classes} sessions={found.sessions} onClose={() => set({ date: undefined })} />
        )
      }
    >
      <Loaded query={list} rows={14}>
        {(shown) =>
          shown.classes.length === 0 ? (
            <Card>
              <Empty title={words.none}>{words.noneAbout}</Empty>
            </Card>
          ) : (
            <Stack>
              <Card flush>
                <CalendarMonth
                  caption={words.month(monthName(shown.month))}
                  month={shown.month}
                  chosen={date}
                  classes={shown.classes}
                  sessions={shown.sessions}
                  onDay={(next) => set({ date: next })}
                />
              </Card>
              <CalendarClasses classes={shown.classes} />
            </Stack>
          )
        }
      </Loaded>
    </Page>
  )
}

type Filtered = { unitId: string | undefined; kind: z.output<typeof addressShape>['kind'] }

function Filters({
  filters,
  set,
}: {
  filters: Filtered
  set: (change: { kind?: string | undefined; unitId?: string | undefined }) => void
}) {
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
    </>
  )
}
