import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { listEligible, type Eligible } from '#modules/training/board.contract.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { PickList, Quiet, Scrolls } from '#web/kit/PickList.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './board-messages.ts'
import { ConditionsSaid } from './ConditionsSaid.tsx'

export type EligibleFilters = { q?: string | undefined; unit?: string | undefined; who?: 'everybody' | undefined }

/** Who could be sent, in order of need, each with why and with what the law says. */
export function BoardEligible({
  classId,
  on,
  filters,
  onPick,
  onEverybody,
}: {
  classId: string
  on: string
  filters: EligibleFilters
  /** Absent where the caller only reads. */
  onPick: ((row: Eligible) => void) | null
  onEverybody: () => void
}) {
  const words = useWords(messages)
  const format = useFormat()
  const asked = { classId, on, q: filters.q, unitId: filters.unit, who: filters.who ?? ('needing' as const) }
  const query = useInfiniteQuery({
    queryKey: [listEligible.id, asked],
    queryFn: ({ pageParam, signal }) => call(listEligible, { ...asked, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const [first] = query.data?.pages ?? []
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const ready = first && first.ready !== null ? format.number(first.ready) : null
  return (
    <Card title={first ? words.eligible(format.number(first.total), ready) : words.eligibleList} about={words.eligibleAbout} flush>
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty
              title={filters.who ? words.noneThere : words.noneNeeding}
              action={!filters.who && <Button onClick={onEverybody}>{words.showEverybody}</Button>}
            />
          ) : (
            <Scrolls label={words.eligibleList}>
              <PickList
                label={words.eligibleList}
                rows={rows}
                rowKey={({ personId }) => personId}
                name={({ personId, name, birth }) => <Named personId={personId} name={name} birth={birth} />}
                about={(row) => <Why row={row} />}
                more={({ conditions }) => <ConditionsSaid conditions={conditions} />}
                pick={onPick && { icon: 'plus', label: ({ name }) => words.add(name), onPick }}
              />
              {query.hasNextPage && (
                <Button kind="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {words.more}
                </Button>
              )}
            </Scrolls>
          )
        }
      </Loaded>
    </Card>
  )
}

export function Named({ personId, name, birth }: { personId: string; name: string; birth: string | null }) {
  return (
    <>
      <PersonLink id={personId} name={name} />
      {birth && <Quiet> · {birth.slice(0, 4)}</Quiet>}
    </>
  )
}

function Why({ row: { title, unit, need } }: { row: Eligible }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const why = need && [
    words.origins[need.origin] ?? need.origin,
    need.reason,
    words.urgent[need.urgency],
    words.weight(format.number(need.weight)),
  ]
  return (
    <>
      {[title, unit?.[language]].filter(Boolean).join(' · ')}
      {why && <div>{why.filter(Boolean).join(' · ')}</div>}
    </>
  )
}
