import { useInfiniteQuery } from '@tanstack/react-query'
import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import type { InputOf } from '#lib/operation.ts'
import { listFormPeople, type readForm, type FormAnswer } from '#modules/statistics/form.contract.ts'
import type { ListAnswer } from '#modules/statistics/review.contract.ts'
import { listSubmissionPeople } from '#modules/statistics/submission.contract.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { DayText } from '#web/kit/DayText.tsx'
import { DecisionLink, PersonLink } from '#web/kit/DomainLinks.tsx'
import { Failure } from '#web/kit/Failure.tsx'
import { Link } from '#web/kit/Link.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { Skeleton } from '#web/kit/Skeleton.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages as shared } from './messages.ts'
import type { FormSearch } from './FormFilters.tsx'
import { messages } from './form-messages.ts'

const pageRows = 300

/** The people (or classes) behind a cell, beside the form. */
export function CellList({
  answer,
  input,
  search,
  onClose,
}: {
  answer: FormAnswer
  input: InputOf<typeof readForm>
  search: FormSearch
  onClose: () => void
}) {
  const words = useWords(messages)
  const common = useWords(shared)
  const format = useFormat()
  const { language } = useLanguage()
  const { row = 'any', column = 'any', count, submission } = search
  const pages = useInfiniteQuery({
    queryKey: [submission ? listSubmissionPeople.id : listFormPeople.id, submission, input, row, column, count],
    queryFn: ({ pageParam, signal }) => {
      const cell = { row, column, count, limit: pageRows, ...(pageParam ? { after: pageParam } : {}) }
      return submission
        ? call(listSubmissionPeople, { submissionId: submission, ...cell }, { signal })
        : call(listFormPeople, { ...input, ...cell }, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const at = answer.columns.findIndex(({ key }) => key === column)
  const line = [...answer.rows, ...answer.rest].find(({ key }) => key === row)
  const other = answer.beside.find(({ key }) => key === column)
  const value = line?.cells[at]?.[count] ?? other?.cell[count] ?? 0
  const isOfClasses = answer.columns[at]?.counts === 'classes' || other?.ofClasses === true
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const columns = useCellColumns(isOfClasses, new Set(rows.map(({ kind }) => kind)).size > 1)
  const label = answer.columns[at]?.label ?? other?.label
  const unit = isOfClasses ? words.classes : count === 'people' ? words.people : words.times
  return (
    <SideList
      title={words.cellList(format.number(value), unit, line?.label[language] ?? words.allRows, label?.[language] ?? '')}
      about={words.behind}
      onClose={onClose}
      footer={
        <>
          <span role="status">
            {pages.hasNextPage
              ? common.shown(format.number(rows.length), format.number(value))
              : common.shownAll(format.number(rows.length))}
          </span>
          {pages.hasNextPage && (
            <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {common.more}
            </Button>
          )}
        </>
      }
    >
      {pages.isError && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending ? (
        <Skeleton rows={14} />
      ) : (
        <Table caption={words.behind} columns={columns} rows={rows} rowKey={({ key }) => key} empty={common.none} />
      )}
    </SideList>
  )
}

function useCellColumns(isOfClasses: boolean, hasKinds: boolean): Column<ListAnswer>[] {
  const words = useWords(messages)
  const common = useWords(shared)
  const format = useFormat()
  const { language } = useLanguage()
  const index: Column<ListAnswer> = {
    key: 'index',
    header: common.index,
    align: 'right',
    quiet: true,
    cell: (_, at) => format.number(at + 1),
  }
  if (isOfClasses) {
    return [
      index,
      {
        key: 'class',
        header: common.className,
        names: true,
        cell: ({ class: of }) => of && <Link to={paths.class(of.classId)}>{of.title}</Link>,
      },
      { key: 'opened', header: common.opened, cell: ({ from }) => <DayText value={from} /> },
      { key: 'learners', header: common.learnersHead, align: 'right', cell: ({ times }) => format.number(times) },
    ]
  }
  return [
    index,
    {
      key: 'name',
      header: common.name,
      names: true,
      cell: ({ person, times }) =>
        person && (
          <>
            {person.canOpen ? <PersonLink id={person.personId} name={person.name} /> : person.name}
            {times > 1 && <small className="kc-muted"> {words.twice(format.number(times))}</small>}
          </>
        ),
    },
    { key: 'unit', header: common.unitWhenSent, cell: ({ unit }) => unit?.[language] },
    {
      key: 'kind',
      header: hasKinds ? words.kind : common.decision,
      quiet: true,
      cell: ({ kind, class: of, decision }) =>
        of ? (
          <Link to={paths.class(of.classId)}>{of.title}</Link>
        ) : hasKinds ? (
          isTrainingKind(kind) ? (
            trainingKinds[kind].name[language]
          ) : (
            kind
          )
        ) : (
          decision && <DecisionLink decision={{ id: decision.id, number: decision.code, issuedOn: null }} />
        ),
    },
  ]
}
