import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { trainingKinds } from '#law/training-kinds.ts'
import { dayText, idText } from '#lib/operation.ts'
import { addDays } from '#lib/days.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { outcomes } from '#modules/people/kinds.ts'
import { FindField } from '#modules/people/ui/FindField.tsx'
import { listSendings, outcomeNames, type SendingRow } from '#modules/training/sending.contract.ts'
import { call } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DayText, PeriodText } from '#web/kit/DayText.tsx'
import { DecisionLink, PersonLink, UnitLink } from '#web/kit/DomainLinks.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useSearch } from '#web/search.ts'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { SendingMonths } from './SendingMonths.tsx'
import { messages } from './messages.ts'

const addressShape = z.object({
  q: z.string().optional(),
  unitId: idText.optional(),
  kind: listSendings.input.shape.kind,
  from: dayText.optional(),
  to: dayText.optional(),
  outcome: z.enum([...outcomeNames, 'none']).optional(),
})

export function SendingsPage() {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { day } = useDay()
  const { search: filters, set } = useSearch(addressShape)
  const columns = useColumns()
  const list = useInfiniteQuery({
    queryKey: [listSendings.id, filters, day],
    queryFn: ({ pageParam, signal }) => call(listSendings, { ...filters, day, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const [first] = list.data?.pages ?? []
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const chips =
    filters.from || filters.to
      ? [{ label: format.period(filters.from ?? null, filters.to ?? null), onRemove: () => set({ from: undefined, to: undefined }) }]
      : []
  return (
    <Page
      title={first ? words.sendingsTitle(format.number(first.total), format.number(first.people)) : words.sendings}
      filters={
        <FilterBar chips={chips}>
          <FindField label={words.find} value={filters.q ?? ''} onChange={(q) => set({ q })} />
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
            label={words.unit}
            placeholder={words.anyUnit}
            value={filters.unitId ?? ''}
            onChange={(unitId) => set({ unitId: unitId || undefined })}
            search={{ key: `units-${day}`, find: (text, signal) => findUnits(text, day, signal) }}
          />
          <SelectField
            inline
            label={words.outcome}
            any={words.anyOutcome}
            value={filters.outcome ?? ''}
            options={[
              ...outcomeNames.map((value) => ({ value, label: outcomes[value][language] })),
              { value: 'none', label: words.noOutcome },
            ]}
            onChange={(outcome) => set({ outcome: addressShape.shape.outcome.parse(outcome || undefined) })}
          />
        </FilterBar>
      }
    >
      {first && first.byMonth.length > 1 && <SendingMonths months={first.byMonth} />}
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
        <Loaded query={list} rows={14}>
          {() => <Table stacks caption={words.sendings} rows={rows} rowKey={({ id }) => id} columns={columns} empty={words.noneSent} />}
        </Loaded>
      </Card>
    </Page>
  )
}

function useColumns(): Column<SendingRow>[] {
  const words = useWords(messages)
  const { language } = useLanguage()
  return [
    {
      key: 'name',
      header: words.name,
      names: true,
      width: '170px',
      cell: ({ personId, name }) => <PersonLink id={personId} name={name} />,
    },
    { key: 'unit', header: words.unitWhenSent, width: '210px', cell: ({ unit }) => <UnitLink id={unit.id} name={unit[language]} /> },
    {
      key: 'kind',
      header: words.course,
      width: '230px',
      cell: ({ kind, status }) => (
        <>
          {trainingName(kind)[language]}
          {status === 'cancelled' && (
            <>
              {' '}
              <Badge tone="quiet">{words.cancelled}</Badge>
            </>
          )}
        </>
      ),
    },
    { key: 'sentOn', header: words.sentOn, cell: ({ sentOn }) => <DayText value={sentOn} /> },
    {
      key: 'study',
      header: words.study,
      quiet: true,
      cell: ({ studyFrom, studyTo, studyText }) =>
        studyFrom ? <PeriodText from={studyFrom} to={studyTo && addDays(studyTo, -1)} /> : studyText,
    },
    {
      key: 'outcome',
      header: words.outcome,
      cell: ({ outcome }) => outcome && <Badge>{outcomes[outcome as keyof typeof outcomes]?.[language] ?? outcome}</Badge>,
    },
    {
      key: 'paper',
      header: words.paper,
      quiet: true,
      cell: ({ paper }) => paper && <DecisionLink decision={{ id: paper.id, number: paper.code, issuedOn: paper.issuedOn }} />,
    },
  ]
}
