import { useInfiniteQuery } from '@tanstack/react-query'
import { listRuns, type Run } from '#modules/imports/run.contract.ts'
import { call } from '#web/client.ts'
import { useFormat, type Format } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { RunBadge } from './RunBadge.tsx'
import { StartImport } from './StartImport.tsx'

export function ImportsPage() {
  const words = useWords(messages)
  const format = useFormat()
  const list = useInfiniteQuery({
    queryKey: [listRuns.id],
    queryFn: ({ pageParam, signal }) => call(listRuns, { after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const runs = list.data?.pages.flatMap((page) => page.runs) ?? []
  const count = `${format.number(runs.length)}${list.hasNextPage ? '+' : ''}`
  return (
    <Page title={list.data ? (runs.length > 0 ? words.title(count) : words.titleNone) : words.imports}>
      <StartImport />
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
        <Loaded query={list}>
          {() => (
            <Table caption={words.imports} rows={runs} rowKey={({ id }) => id} columns={columns(words, format)} empty={words.none} stacks />
          )}
        </Loaded>
      </Card>
    </Page>
  )
}

function columns(words: typeof messages.vi, format: Format): Column<Run>[] {
  return [
    { key: 'file', header: words.file, names: true, cell: ({ id, fileName }) => <Link to={paths.importRun(id)}>{fileName}</Link> },
    { key: 'kind', header: words.kind, cell: ({ kind, unit }) => [words.kinds[kind], unit?.vi].filter(Boolean).join(' · ') },
    { key: 'state', header: words.state, cell: (run) => <RunBadge run={run} /> },
    { key: 'rows', header: words.rows, align: 'right', cell: ({ counts }) => (counts ? format.number(counts.rows) : '') },
    { key: 'by', header: words.by, quiet: true, cell: ({ actor }) => actor },
    { key: 'at', header: words.at, quiet: true, cell: ({ createdAt }) => format.instant(createdAt) },
  ]
}
