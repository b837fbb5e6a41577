import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { decisionKinds } from '#modules/decisions/decision-kinds.ts'
import { listDecisions } from '#modules/decisions/decision.contract.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { DayText } from '#web/kit/DayText.tsx'
import { DecisionLink } from '#web/kit/DomainLinks.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useSearch } from '#web/search.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { EnterDecision } from './EnterDecision.tsx'
import { messages } from './messages.ts'

const searchShape = z.object({
  q: z.string().optional(),
  kind: z.enum(decisionKinds).optional(),
  year: z.string().optional(),
  state: z.enum(['valid', 'withdrawn']).optional(),
})

type Listed = z.output<typeof listDecisions.reply>['decisions'][number]

export function DecisionsPage() {
  const words = useWords(messages)
  const format = useFormat()
  const may = useMay()
  const { search, set } = useSearch(searchShape)
  const [entering, setEntering] = useState(false)
  const filter = { q: search.q, kind: search.kind, state: search.state, year: search.year ? Number(search.year) : undefined }
  const list = useInfiniteQuery({
    queryKey: [listDecisions.id, filter],
    queryFn: ({ pageParam, signal }) => call(listDecisions, { ...filter, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const first = list.data?.pages[0]
  const rows = list.data?.pages.flatMap((page) => page.decisions) ?? []
  const total = format.number(first?.total ?? 0)
  const title = first ? (search.state === 'withdrawn' ? words.titleWithdrawn(total) : words.title(total)) : words.register
  return (
    <Page
      title={title}
      filters={
        <FilterBar>
          <TextField
            inline
            label={words.find}
            placeholder={words.findHint}
            value={search.q ?? ''}
            onChange={(q) => set({ q: q || undefined })}
          />
          <SelectField
            inline
            label={words.kind}
            any={words.anyKind}
            options={decisionKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            value={search.kind ?? ''}
            onChange={(kind) => set({ kind: searchShape.shape.kind.parse(kind || undefined) })}
          />
          <SelectField
            inline
            label={words.year}
            any={words.anyYear}
            options={(first?.byYear ?? [])
              .toReversed()
              .map(({ year, count }) => ({ value: String(year), label: `${year} (${format.number(count)})` }))}
            value={search.year ?? ''}
            onChange={(year) => set({ year: year || undefined })}
          />
          <SelectField
            inline
            label={words.state}
            any={words.anyState}
            options={[
              { value: 'valid', label: words.valid },
              { value: 'withdrawn', label: words.withdrawn },
            ]}
            value={search.state ?? ''}
            onChange={(state) => set({ state: searchShape.shape.state.parse(state || undefined) })}
          />
        </FilterBar>
      }
      actions={
        may('decisions.write') && (
          <Button kind="primary" icon="plus" onClick={() => setEntering(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <Card
        flush
        footer={
          list.hasNextPage && (
            <Button kind="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {words.more(format.number(rows.length), total)}
            </Button>
          )
        }
      >
        <Loaded query={list}>
          {() => (
            <Table
              caption={words.register}
              rows={rows}
              rowKey={({ id }) => id}
              columns={columns(words, format.number)}
              empty={words.none}
            />
          )}
        </Loaded>
      </Card>
      <EnterDecision opened={entering} onClose={() => setEntering(false)} />
    </Page>
  )
}

function columns(words: typeof messages.vi, number: (value: number) => string): Column<Listed>[] {
  return [
    {
      key: 'code',
      header: words.code,
      names: true,
      cell: ({ id, code }) => <DecisionLink decision={{ id, number: code, issuedOn: null }} />,
    },
    { key: 'issuedOn', header: words.issuedOn, cell: ({ issuedOn }) => <DayText value={issuedOn} /> },
    {
      key: 'subject',
      header: words.subject,
      cell: ({ subject, withdrawn }) => (
        <>
          {subject} {withdrawn && <Badge tone="attention">{words.withdrawn}</Badge>}
        </>
      ),
    },
    { key: 'kind', header: words.kind, quiet: true, cell: ({ kind }) => words.kinds[kind as keyof typeof words.kinds] ?? kind },
    { key: 'signer', header: words.signer, quiet: true, cell: ({ signer }) => signer },
    { key: 'facts', header: words.facts, align: 'right', cell: ({ facts }) => number(facts) },
  ]
}
