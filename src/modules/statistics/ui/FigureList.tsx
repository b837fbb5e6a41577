import { useInfiniteQuery } from '@tanstack/react-query'
import { figureNamed, unitWords } from '#modules/statistics/figure.ts'
import { review as report } from '#modules/statistics/figures/review.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Failure } from '#web/kit/Failure.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { Skeleton } from '#web/kit/Skeleton.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { listFigurePeople, type FigureAnswer } from '../review.contract.ts'
import { useFigureColumns } from './figure-columns.tsx'
import { messages } from './messages.ts'
import type { ReviewInput } from './use-review.ts'

const pageRows = 300

/** The people (or classes) behind a figure, beside the figures. */
export function FigureList({ answer, input, onClose }: { answer: FigureAnswer; input: ReviewInput; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const columns = useFigureColumns(figureNamed(report, answer.figure))
  const pages = useInfiniteQuery({
    queryKey: [listFigurePeople.id, answer.figure, input],
    queryFn: ({ pageParam, signal }) =>
      call(listFigurePeople, { ...input, figure: answer.figure, limit: pageRows, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const value = answer.value === null ? '–' : format.number(answer.value)
  const footer = (
    <>
      <span role="status">
        {pages.hasNextPage ? words.shown(format.number(rows.length), value) : words.shownAll(format.number(rows.length))}
      </span>
      {pages.hasNextPage && (
        <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  )
  return (
    <SideList
      title={words.listOf(value, unitWords[answer.unit][language], answer.label[language])}
      about={words.behind}
      onClose={onClose}
      footer={footer}
    >
      {pages.isError && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending ? (
        <Skeleton rows={14} />
      ) : (
        <Table caption={answer.label[language]} columns={columns} rows={rows} rowKey={({ key }) => key} empty={words.none} />
      )}
    </SideList>
  )
}
