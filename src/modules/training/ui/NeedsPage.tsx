import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { exportNeeds, listNeeds, type NeedRow } from '#modules/training/need.contract.ts'
import { addressOf, call } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Grid } from '#web/kit/Grid.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { trainingName } from '#modules/people/fact-words.ts'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useSearch, writeSearch } from '#web/search.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './need-messages.ts'
import { NeedFilters } from './NeedFilters.tsx'
import { needsAddress, originsAsked, planningYear } from './needs-address.ts'
import { useNeedColumns } from './need-columns.tsx'

const AddNeed = lazyPart(() => import('./NeedDialogs.tsx').then((module) => module.AddNeed))
const AnswerNeed = lazyPart(() => import('./NeedDialogs.tsx').then((module) => module.AnswerNeed))

/** Who needs what in a year, each need with the rule that makes it one. */
export function NeedsPage() {
  const words = useWords(messages)
  const format = useFormat()
  const may = useMay()
  const { language } = useLanguage()
  const { day } = useDay()
  const { search, set } = useSearch(needsAddress)
  const [parameters] = useSearchParams()
  const [doing, setDoing] = useState<'add' | NeedRow | null>(null)
  const { year: chosenYear, ...filters } = search
  const year = chosenYear ?? planningYear(day)
  const asked = { ...filters, year, day, origin: originsAsked(search) }
  const list = useQuery({
    queryKey: [listNeeds.id, asked],
    queryFn: async ({ signal }) => ({ asked, ...(await call(listNeeds, { ...asked, limit: 1 }, { signal })) }),
    placeholderData: keepPreviousData,
  })
  const found = list.data
  const canWrite = found?.may.write === true
  const columns = useNeedColumns({ onAct: setDoing, why: canWrite ? null : words.mayNot })
  return (
    <Page
      title={found ? titleOf(found) : words.needs}
      about={words.about(found?.unit?.[language] ?? words.everywhere, formatDay(day))}
      narrow
      filters={<NeedFilters search={search} set={set} found={found} />}
      actions={
        <>
          <DownloadLink kind="button" href={addressOf(exportNeeds, { ...asked, language })}>
            {words.export}
          </DownloadLink>
          {may('training.needs.write') && (
            <Button kind="primary" icon="plus" why={canWrite || !found ? null : words.mayNot} onClick={() => setDoing('add')}>
              {words.add}
            </Button>
          )}
        </>
      }
      beside={
        found &&
        found.byKind.length > 1 && (
          <Card title={words.byKind} flush>
            <BarList
              label={words.byKind}
              chosen={search.kind?.[0]}
              bars={found.byKind.slice(0, 16).map(({ kind, people }) => ({
                key: kind,
                label: trainingName(kind)[language],
                value: people,
                to: addressWith({ kind }),
              }))}
            />
          </Card>
        )
      }
    >
      <Loaded query={list} rows={14}>
        {(shown) => (
          <Grid
            name="needs"
            label={words.needs}
            columns={columns}
            total={shown.total}
            windowSize={200}
            listKey={[listNeeds.id, 'window', shown.asked]}
            loadWindow={async (number, signal) =>
              (
                await call(
                  listNeeds,
                  { ...shown.asked, after: number === 0 ? undefined : shown.anchors[number - 1] },
                  signal ? { signal } : {},
                )
              ).rows
            }
            empty={<Empty title={words.none} />}
          />
        )}
      </Loaded>
      {doing === 'add' && <AddNeed year={year} onClose={() => setDoing(null)} />}
      {doing !== null && doing !== 'add' && <AnswerNeed need={doing} year={year} onClose={() => setDoing(null)} />}
    </Page>
  )

  function titleOf({ needs, people, total, asked: { state, origin, year: of } }: NonNullable<typeof found>): string {
    if (state === 'struck') return words.titleStruck(of, format.number(total))
    if (state === 'retires')
      return words.titleRetires(of, format.number(found?.byState.find((one) => one.state === 'retires')?.people ?? 0))
    if (origin?.length === 1 && origin[0] === 'hours') return words.titleHours(of, format.number(people))
    return words.title(of, format.number(needs), format.number(people))
  }
  function addressWith({ kind }: { kind: string }): string {
    return `${paths.needs()}?${writeSearch(parameters, { kind: search.kind?.includes(kind as (typeof search.kind)[number]) ? undefined : kind }).toString()}`
  }
}
