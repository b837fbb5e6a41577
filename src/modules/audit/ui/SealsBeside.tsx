import { useInfiniteQuery } from '@tanstack/react-query'
import { listSeals } from '#modules/audit/audit.contract.ts'
import { shownSigns } from '#modules/audit/seal.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { DayText } from '#web/kit/DayText.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** The seal with which each day ended: what is printed at the foot of reports is held against it. */
export function SealsBeside({ onClose }: { onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const list = useInfiniteQuery({
    queryKey: [listSeals.id],
    queryFn: ({ pageParam, signal }) => call(listSeals, { before: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <SideList
      title={words.seals}
      onClose={onClose}
      footer={
        <>
          <span>{words.sealsAbout}</span>
          {list.hasNextPage && (
            <Button kind="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {words.more}
            </Button>
          )}
        </>
      }
    >
      <Loaded query={list}>
        {({ pages }) => (
          <Table
            caption={words.seals}
            rows={pages.flatMap(({ seals }) => seals)}
            rowKey={({ day }) => day}
            empty={words.none}
            columns={[
              { key: 'day', header: words.day, names: true, cell: ({ day }) => <DayText value={day} /> },
              { key: 'seq', header: words.seq, align: 'right', cell: ({ seq }) => format.number(seq) },
              { key: 'hash', header: words.seal, cell: ({ hash }) => <code title={hash}>{hash.slice(0, shownSigns)}</code> },
            ]}
          />
        )}
      </Loaded>
    </SideList>
  )
}
