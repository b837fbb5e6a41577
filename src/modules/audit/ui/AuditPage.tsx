import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { z } from 'zod'
import type { Language } from '#lib/language.ts'
import { listEntries, type AuditEntry } from '#modules/audit/audit.contract.ts'
import { call } from '#web/client.ts'
import { useFormat, type Format } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { InstantText } from '#web/kit/DayText.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { EntryBeside } from './EntryBeside.tsx'
import { SealsBeside } from './SealsBeside.tsx'
import { Verification } from './Verification.tsx'
import { messages } from './messages.ts'

const searchShape = z.object({
  actor: z.string().optional(),
  operation: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  entry: z.string().optional(),
  seals: z.enum(['yes']).optional(),
})

export function AuditPage() {
  const words = useWords(messages)
  const format = useFormat()
  const { search, set } = useSearch(searchShape)
  const { entry, seals, ...filter } = search
  const { pathname, search: query } = useLocation()
  const { language } = useLanguage()
  const log = useInfiniteQuery({
    queryKey: [listEntries.id, filter],
    queryFn: ({ pageParam, signal }) => call(listEntries, { ...filter, before: pageParam }, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const days = log.data?.pages[0]?.byDay ?? []
  const total = (of: 'writes' | 'looks') => format.number(days.reduce((sum, day) => sum + day[of], 0))
  const rows = log.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Page
      title={log.data ? words.title(total('writes'), total('looks')) : words.log}
      filters={
        <FilterBar>
          <TextField inline label={words.actor} value={search.actor ?? ''} onChange={(actor) => set({ actor: actor || undefined })} />
          <TextField
            inline
            label={words.operation}
            value={search.operation ?? ''}
            onChange={(operation) => set({ operation: operation || undefined })}
          />
          <DateField
            inline
            label={words.from}
            precision="day"
            value={search.from ?? ''}
            onChange={(from) => set({ from: from || undefined })}
          />
          <DateField inline label={words.to} precision="day" value={search.to ?? ''} onChange={(to) => set({ to: to || undefined })} />
        </FilterBar>
      }
      actions={<Button onClick={() => set({ seals: 'yes', entry: undefined })}>{words.seals}</Button>}
      beside={
        entry ? (
          <EntryBeside seq={Number(entry)} onClose={() => set({ entry: undefined })} />
        ) : (
          seals && <SealsBeside onClose={() => set({ seals: undefined })} />
        )
      }
    >
      <Verification />
      <Card
        flush
        footer={
          log.hasNextPage && (
            <Button kind="quiet" busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {words.more}
            </Button>
          )
        }
      >
        <Loaded query={log}>
          {() => (
            <Table
              caption={words.log}
              rows={rows}
              rowKey={({ seq }) => String(seq)}
              chosen={entry}
              columns={columns(words, format, language, (seq) => `${pathname}?${withEntry(query, seq)}`)}
              empty={words.none}
            />
          )}
        </Loaded>
      </Card>
    </Page>
  )
}

function withEntry(query: string, seq: number): string {
  const next = new URLSearchParams(query)
  next.set('entry', String(seq))
  return next.toString()
}

function columns(
  words: typeof messages.vi,
  format: Format,
  language: Language,
  entryAddress: (seq: number) => string,
): Column<AuditEntry>[] {
  return [
    { key: 'seq', header: words.seq, align: 'right', cell: ({ seq }) => <Link to={entryAddress(seq)}>{format.number(seq)}</Link> },
    { key: 'at', header: words.when, cell: ({ at }) => <InstantText value={at} /> },
    { key: 'actor', header: words.actor, names: true, cell: ({ actor }) => actor },
    {
      key: 'operation',
      header: words.operation,
      cell: ({ operation, summary }) => <span title={operation}>{summary?.[language] ?? operation}</span>,
    },
    {
      key: 'about',
      header: words.about,
      cell: ({ personId, personName }) => personId && personName && <PersonLink id={personId} name={personName} />,
    },
    { key: 'changed', header: words.changed, align: 'right', cell: ({ changed }) => (changed > 0 ? format.number(changed) : '–') },
    { key: 'reason', header: words.reason, quiet: true, cell: ({ reason }) => reason },
  ]
}
