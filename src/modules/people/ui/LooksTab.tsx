import { useInfiniteQuery } from '@tanstack/react-query'
import { messages as accessMessages } from '#modules/access/ui/messages.ts'
import { readLooks, type PersonFile } from '#modules/people/file.contract.ts'
import { purposeText } from '#modules/people/purposes.ts'
import { call } from '#web/client.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { InstantText } from '#web/kit/DayText.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './file-messages.ts'
import { sittingsOf, type Sitting } from './looks.ts'

/** Who looked at the file, as what, when and what for, latest first; the person sees it, too. */
export function LooksTab({ file: { personId, isOwn } }: { file: PersonFile }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const looks = useInfiniteQuery({
    queryKey: [readLooks.id, personId, 'all'],
    queryFn: ({ pageParam, signal }) => call(readLooks, { personId, before: pageParam }, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const months = looks.data?.pages[0]?.byMonth ?? []
  const total = words.looks(format.number(months.reduce((sum, { count }) => sum + count, 0)))
  return (
    <Stack>
      <Card
        title={isOwn ? `${words.looksAtMine} · ${total}` : total}
        about={words.looksAbout}
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
          {({ pages }) => (
            <Table
              stacks
              caption={isOwn ? words.looksAtMine : words.tabs.looks}
              rows={sittingsOf(pages.flatMap((page) => page.looks))}
              rowKey={({ seq }) => String(seq)}
              columns={[
                { key: 'who', header: words.who, names: true, cell: (look) => <Reader look={look} /> },
                {
                  key: 'at',
                  header: words.at,
                  cell: ({ until, times }) => (
                    <>
                      <InstantText value={until} />
                      {times > 1 && ` · ${words.times(format.number(times))}`}
                    </>
                  ),
                },
                { key: 'what', header: words.lookedAt, cell: ({ operation }) => words.lookKinds[operation] ?? operation },
                {
                  key: 'purpose',
                  header: words.lookPurpose,
                  cell: ({ purpose, isOwn: isOfOwn }) =>
                    isOfOwn ? words.ownLook : purpose === null ? words.noPurpose : purposeText(purpose, language),
                },
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
    </Stack>
  )
}

/** 'Trưởng ban · Lãnh đạo, Huyện Yên Sơn'. */
function Reader({ look: { actor, roles } }: { look: Sitting }) {
  const { roleNames } = useWords(accessMessages)
  const { language } = useLanguage()
  const offices = roles.map(({ role, unit }) =>
    [(roleNames as Record<string, string>)[role] ?? role, unit?.[language]].filter(Boolean).join(', '),
  )
  // An account may be named by what it is.
  return <>{[...new Set([actor, ...offices])].join(' · ')}</>
}
