import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { z } from 'zod'
import { peopleFilters, sensitiveColumns, spine, window, windowRows, type PeopleFilters } from '#modules/people/list.contract.ts'
import { choiceWords } from '#modules/people/list-words.ts'
import { call } from '#web/client.ts'
import { useDay, useGo } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Grid } from '#web/kit/Grid.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useMay, useSession } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { ExportPeople } from './ExportPeople.tsx'
import { PeopleFilterBar } from './PeopleFilterBar.tsx'
import { usePeopleColumns } from './people-columns.tsx'
import { messages } from './list-messages.ts'

const AddPerson = lazyPart(() => import('./AddPerson.tsx').then((module) => module.AddPerson))

const addressShape = z.object(peopleFilters)

/** The list of officials; whose only role is an official's own goes straight to the own file. */
export function PeoplePage() {
  const { account } = useSession()
  const isOnlyOwn = account !== null && account.grants.every(({ role }) => role === 'official')
  if (isOnlyOwn && account.personId) return <Navigate to={paths.person(account.personId)} replace />
  return <PeopleList />
}

function PeopleList() {
  const words = useWords(messages)
  const { language } = useLanguage()
  const format = useFormat()
  const may = useMay()
  const go = useGo()
  const { day } = useDay()
  const { search: filters, set } = useSearch(addressShape)
  const [doing, setDoing] = useState<'add' | 'export' | null>(null)
  const columns = usePeopleColumns(filters)
  const list = useQuery({
    queryKey: [spine.id, filters, day],
    // The answer carries its own question: while the next is read, the rows shown stay those of the last.
    queryFn: async ({ signal }) => ({ filters, day, ...(await call(spine, { ...filters, day }, { signal })) }),
    placeholderData: keepPreviousData,
  })
  const title = list.data
    ? words.title(format.number(list.data.total), list.data.filters, list.data.unit?.[language] ?? null)
    : words.loading
  return (
    <Page
      title={title}
      filters={<PeopleFilterBar filters={filters} set={set} unitName={list.data?.unit?.[language]} />}
      actions={
        <>
          <Button icon="download" onClick={() => setDoing('export')}>
            {words.export}
          </Button>
          {may('people.write') && (
            <Button kind="primary" icon="plus" onClick={() => setDoing('add')}>
              {words.add}
            </Button>
          )}
        </>
      }
    >
      {list.data && list.data.listed < list.data.total && <Notice tone="plain">{words.firstOnly(format.number(list.data.listed))}</Notice>}
      <Loaded query={list} rows={18}>
        {(shown) => (
          <Grid
            name="people"
            label={words.loading}
            columns={columns}
            total={shown.listed}
            windowSize={windowRows}
            listKey={[window.id, shown.filters, shown.day]}
            loadWindow={async (number, signal, onDemand = []) => {
              const after = number === 0 ? undefined : shown.anchors[number - 1]
              return (
                await call(
                  window,
                  { ...shown.filters, day: shown.day, after, guarded: sensitiveColumns.filter((column) => onDemand.includes(column)) },
                  signal ? { signal } : {},
                )
              ).rows
            }}
            sort={{ by: filters.sort, order: filters.order === 'up' ? 'asc' : 'desc' }}
            onSort={({ by, order }) => set({ sort: by as PeopleFilters['sort'], order: order === 'asc' ? 'up' : 'down' })}
            onOpen={({ personId }) => go(paths.person(personId))}
            about={`${words.ordered} ${choiceWords.sort[shown.filters.sort][language].toLocaleLowerCase(language)}`}
            empty={<Empty title={words.none}>{words.noneAbout}</Empty>}
          />
        )}
      </Loaded>
      <ExportPeople opened={doing === 'export'} onClose={() => setDoing(null)} filters={filters} day={day} />
      {doing === 'add' && <AddPerson onClose={() => setDoing(null)} unitId={filters.unitId} unitName={list.data?.unit?.[language]} />}
    </Page>
  )
}
