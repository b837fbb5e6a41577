import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { secondmentPack } from '#law/secondment.ts'
import { addDays } from '#lib/days.ts'
import { idText } from '#lib/operation.ts'
import { listSecondments, type SecondmentRow } from '#modules/movements/secondment.contract.ts'
import { call } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Columns } from '#web/kit/Card.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DayText, PeriodText } from '#web/kit/DayText.tsx'
import { DecisionLink, PersonLink, UnitLink } from '#web/kit/DomainLinks.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useSearch } from '#web/search.ts'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

const states = ['ending', 'current', 'planned', 'ended'] as const
const addressShape = z.object({ state: z.enum(states).optional(), unitId: idText.optional() })

/** Below this a picture says no more than the table. */
const fewestInPicture = 10

export function SecondmentsPage() {
  const words = useWords(messages)
  const format = useFormat()
  const { day } = useDay()
  const { search, set } = useSearch(addressShape)
  const columns = useColumns()
  const list = useInfiniteQuery({
    queryKey: [listSecondments.id, search, day],
    queryFn: ({ pageParam, signal }) =>
      call(listSecondments, { state: search.state ?? 'all', unitId: search.unitId, day, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const first = list.data?.pages[0]
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Page
      title={
        first ? words.title(format.number(first.counts.current + first.counts.ending), format.number(first.counts.ending)) : words.loading
      }
      about={words.law(secondmentPack.months, secondmentPack.document)}
      filters={
        <FilterBar>
          <SelectField
            inline
            label={words.state}
            any={words.anyState}
            value={search.state ?? ''}
            options={states.map((state) => ({
              value: state,
              label: `${words.states[state]} (${format.number(first?.counts[state] ?? 0)})`,
            }))}
            onChange={(state) => set({ state: addressShape.shape.state.parse(state || undefined) })}
          />
          <Combobox
            inline
            label={words.unit}
            placeholder={words.anyUnit}
            value={search.unitId ?? ''}
            onChange={(unitId) => set({ unitId: unitId || undefined })}
            search={{ key: `units-${day}`, find: (text, signal) => findUnits(text, day, signal) }}
          />
        </FilterBar>
      }
    >
      <Loaded query={list}>
        {() =>
          rows.length === 0 ? (
            <Card>
              <Empty title={words.none}>{words.noneAbout}</Empty>
            </Card>
          ) : (
            <Card
              flush
              footer={
                list.hasNextPage && (
                  <Button kind="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {words.more}
                  </Button>
                )
              }
            >
              <Table stacks caption={words.loading} rows={rows} rowKey={({ id }) => id} columns={columns} />
            </Card>
          )
        }
      </Loaded>
      {first && first.byYear.reduce((sum, { count }) => sum + count, 0) >= fewestInPicture && (
        <Columns least={360}>
          <Card title={words.byYear} flush>
            <BarList
              label={words.byYear}
              bars={first.byYear.map(({ year, count }) => ({ key: String(year), label: String(year), value: count }))}
            />
          </Card>
        </Columns>
      )}
    </Page>
  )
}

function useColumns(): Column<SecondmentRow>[] {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  return [
    { key: 'name', header: words.name, names: true, cell: ({ personId, name }) => <PersonLink id={personId} name={name} /> },
    { key: 'from', header: words.from, cell: ({ fromUnit }) => <UnitLink id={fromUnit.id} name={fromUnit[language]} /> },
    { key: 'host', header: words.host, cell: ({ hostUnit }) => <UnitLink id={hostUnit.id} name={hostUnit[language]} /> },
    { key: 'work', header: words.work, cell: ({ title, task }) => [title, task].filter(Boolean).join(' · ') },
    { key: 'period', header: words.period, cell: ({ from, to }) => <PeriodText from={from} to={to && addDays(to, -1)} /> },
    {
      key: 'plannedEnd',
      header: words.plannedEnd,
      cell: ({ plannedEnd, limit, overrideReason }) => (
        <>
          <DayText value={plannedEnd} />
          <br />
          <small className="kc-muted">{words.limitIs(format.day(limit))}</small>
          {overrideReason && (
            <>
              {' '}
              <Badge tone="attention">{words.overrides}</Badge>
            </>
          )}
        </>
      ),
    },
    {
      key: 'state',
      header: words.state,
      cell: ({ state }) => (
        <Badge tone={state === 'ending' ? 'attention' : state === 'current' ? 'chosen' : 'quiet'}>{words.states[state]}</Badge>
      ),
    },
    {
      key: 'paper',
      header: words.paper,
      quiet: true,
      cell: ({ paper }) => paper && <DecisionLink decision={{ id: paper.id, number: paper.code, issuedOn: paper.issuedOn }} />,
    },
  ]
}
