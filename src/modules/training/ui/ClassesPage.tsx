import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { addDays } from '#lib/days.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { FindField } from '#modules/people/ui/FindField.tsx'
import { classFilters, classSpine, classWindow, type ClassRow } from '#modules/training/class.contract.ts'
import { call } from '#web/client.ts'
import { useDay, useGo } from '#web/day.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Grid } from '#web/kit/Grid.tsx'
import type { GridColumn } from '#web/kit/grid/grid-column.ts'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { ClassFilters } from './ClassFilters.tsx'
import { ClassMonths } from './ClassMonths.tsx'
import { messages } from './messages.ts'

const OpenClass = lazyPart(() => import('./OpenClass.tsx').then((module) => module.OpenClass))

const addressShape = z.object(classFilters)

export function ClassesPage() {
  const words = useWords(messages)
  const format = useFormat()
  const may = useMay()
  const go = useGo()
  const { day } = useDay()
  const { search: filters, set } = useSearch(addressShape)
  const [opening, setOpening] = useState(false)
  const columns = useColumns()
  const list = useQuery({
    queryKey: [classSpine.id, filters, day],
    queryFn: async ({ signal }) => ({ filters, day, ...(await call(classSpine, { ...filters, day }, { signal })) }),
    placeholderData: keepPreviousData,
  })
  const found = list.data
  // The days are chosen in the picture of months.
  const chips =
    filters.from || filters.to
      ? [{ label: format.period(filters.from ?? null, filters.to ?? null), onRemove: () => set({ from: undefined, to: undefined }) }]
      : []
  return (
    <Page
      title={found ? words.classesTitle(format.number(found.total), format.number(found.listed + found.headCount)) : words.classes}
      about={found && words.classesAbout(format.number(found.listed), format.number(found.headCount))}
      filters={
        <FilterBar chips={chips}>
          <FindField label={words.find} value={filters.q ?? ''} onChange={(q) => set({ q })} />
          <ClassFilters filters={filters} set={set} />
        </FilterBar>
      }
      actions={
        may('training.write') && (
          <Button kind="primary" icon="plus" onClick={() => setOpening(true)}>
            {words.openClass}
          </Button>
        )
      }
    >
      {found && found.byMonth.length > 1 && <ClassMonths months={found.byMonth} />}
      <Loaded query={list} rows={14}>
        {(shown) => (
          <Grid
            name="classes"
            label={words.classes}
            columns={columns}
            total={shown.total}
            windowSize={200}
            listKey={[classWindow.id, shown.filters, shown.day]}
            loadWindow={async (number, signal) =>
              (
                await call(
                  classWindow,
                  { ...shown.filters, day: shown.day, after: number === 0 ? undefined : shown.anchors[number - 1] },
                  signal ? { signal } : {},
                )
              ).rows
            }
            onOpen={({ classId }) => go(paths.class(classId))}
            empty={<Empty title={words.none} />}
          />
        )}
      </Loaded>
      {opening && <OpenClass onClose={() => setOpening(false)} />}
    </Page>
  )
}

function useColumns(): GridColumn<ClassRow>[] {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const lastDay = (closedOn: string | null) => (closedOn ? formatDay(addDays(closedOn, -1)) : '')
  return [
    {
      key: 'number',
      header: words.number,
      width: 60,
      align: 'right',
      quiet: true,
      pinned: true,
      cell: (_, index) => format.number(index + 1),
      text: (_, index) => String(index + 1),
    },
    {
      key: 'title',
      header: words.title,
      width: 300,
      pinned: true,
      cell: ({ classId, title }) => <Link to={paths.class(classId)}>{title}</Link>,
      text: ({ title }) => title,
    },
    {
      key: 'kind',
      header: words.kind,
      width: 200,
      cell: ({ kind }) => trainingName(kind)[language],
      text: ({ kind }) => trainingName(kind)[language],
    },
    { key: 'opener', header: words.opener, width: 150, cell: ({ opener }) => opener[language], text: ({ opener }) => opener[language] },
    {
      key: 'opened',
      header: words.opened,
      width: 118,
      cell: ({ openedOn }) => formatDay(openedOn),
      text: ({ openedOn }) => formatDay(openedOn),
    },
    {
      key: 'closed',
      header: words.closed,
      width: 118,
      cell: ({ closedOn }) => lastDay(closedOn),
      text: ({ closedOn }) => lastDay(closedOn),
    },
    {
      key: 'learners',
      header: words.learners,
      width: 140,
      align: 'right',
      text: ({ listed, headCount }) => String(headCount ?? listed),
      cell: ({ listed, headCount }) =>
        headCount === null ? (
          format.number(listed)
        ) : (
          <>
            {format.number(headCount)} <Badge tone="quiet">{words.byCount}</Badge>
          </>
        ),
    },
    { key: 'place', header: words.place, width: 200, quiet: true, cell: ({ place }) => place ?? '', text: ({ place }) => place ?? '' },
  ]
}
