import { useInfiniteQuery } from '@tanstack/react-query'
import { readLooks } from '#modules/people/file.contract.ts'
import { call } from '#web/client.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Columns } from '#web/kit/Card.tsx'
import { InstantText } from '#web/kit/DayText.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './file-messages.ts'

/** Who looked at the file, latest first; the person can see it, too. */
export function LooksTab({ personId }: { personId: string }) {
  const words = useWords(messages)
  const format = useFormat()
  const looks = useInfiniteQuery({
    queryKey: [readLooks.id, personId, 'all'],
    queryFn: ({ pageParam, signal }) => call(readLooks, { personId, before: pageParam }, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const months = looks.data?.pages[0]?.byMonth ?? []
  const total = months.reduce((sum, { count }) => sum + count, 0)
  const rows = looks.data?.pages.flatMap((page) => page.looks) ?? []
  return (
    <Columns least={360}>
      <Card
        title={words.looks(format.number(total))}
        flush
        footer={
          looks.hasNextPage && (
            <Button kind="quiet" busy={looks.isFetchingNextPage} onClick={() => void looks.fetchNextPage()}>
              {words.more}
            </Button>
          )
        }
      >
        <Loaded query={looks}>
          {() => (
            <Table
              caption={words.tabs.looks}
              rows={rows}
              rowKey={({ seq }) => String(seq)}
              columns={[
                { key: 'who', header: words.who, names: true, cell: ({ actor }) => actor },
                { key: 'at', header: words.at, cell: ({ at }) => <InstantText value={at} /> },
              ]}
            />
          )}
        </Loaded>
      </Card>
      {months.length > 0 && (
        <Card title={words.looksByMonth} flush>
          <BarList
            label={words.looksByMonth}
            bars={months
              .toReversed()
              .slice(0, 24)
              .map(({ month, count }) => ({ key: month, label: formatDay(month), value: count }))}
          />
        </Card>
      )}
    </Columns>
  )
}
