import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { trainingName } from '#modules/people/fact-words.ts'
import { readClass } from '#modules/training/class.contract.ts'
import { call } from '#web/client.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Tabs } from '#web/kit/Tabs.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages as classMessages } from './class-messages.ts'
import { ClassOverviewTab } from './ClassOverviewTab.tsx'
import { messages } from './messages.ts'
import { messages as resultMessages } from './result-messages.ts'

const ClassSessionsTab = lazyPart(() => import('./ClassSessionsTab.tsx').then((module) => module.ClassSessionsTab))
const ClassAttendanceTab = lazyPart(() => import('./ClassAttendanceTab.tsx').then((module) => module.ClassAttendanceTab))
const ClassFeedbackTab = lazyPart(() => import('./ClassFeedbackTab.tsx').then((module) => module.ClassFeedbackTab))
const ClassResultsTab = lazyPart(() => import('./ClassResultsTab.tsx').then((module) => module.ClassResultsTab))
const EnrolLearners = lazyPart(() => import('./EnrolLearners.tsx').then((module) => module.EnrolLearners))
const PasteRoster = lazyPart(() => import('./PasteRoster.tsx').then((module) => module.PasteRoster))
const CorrectClass = lazyPart(() => import('./OpenClass.tsx').then((module) => module.CorrectClass))

export function ClassPage() {
  const words = useWords(messages)
  const parts = useWords(classMessages)
  const outcomes = useWords(resultMessages)
  const format = useFormat()
  const may = useMay()
  const { language } = useLanguage()
  const { classId = '' } = useParams()
  const tab = useSearchParams()[0].get('tab')
  const [doing, setDoing] = useState<'enrol' | 'paste' | 'correct' | null>(null)
  const query = useInfiniteQuery({
    queryKey: [readClass.id, classId],
    queryFn: ({ pageParam, signal }) => call(readClass, { classId, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const [first] = query.data?.pages ?? []
  const learners = query.data?.pages.flatMap((page) => page.learners) ?? []
  const of = first?.class
  const countOnly = of && of.headCount !== null ? words.countOnly(format.number(of.headCount)) : null
  const more = query.hasNextPage && (
    <Button kind="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {words.more}
    </Button>
  )
  return (
    <Page
      title={of?.title ?? words.classes}
      crumbs={[{ label: words.classes, to: paths.classes() }, { label: of?.title ?? '' }]}
      about={of && trainingName(of.kind)[language]}
      narrow
      actions={
        <>
          {may('training.needs') && of?.headCount === null && (
            <Link kind="button" to={paths.board(classId)}>
              {parts.board}
            </Link>
          )}
          {first?.may.write && (
            <>
              <Button onClick={() => setDoing('correct')}>{words.correct}</Button>
              <Button why={countOnly} onClick={() => setDoing('paste')}>
                {parts.paste}
              </Button>
              <Button kind="primary" icon="plus" why={countOnly} onClick={() => setDoing('enrol')}>
                {words.enrol}
              </Button>
            </>
          )}
        </>
      }
      beside={!tab && first && first.byUnit.length > 1 && <LearnersByUnit byUnit={first.byUnit} />}
    >
      <Loaded query={query}>
        {() =>
          of && (
            <Tabs
              label={parts.parts}
              tabs={[
                {
                  key: 'overview',
                  label: parts.overview,
                  content: () => <ClassOverviewTab of={of} learners={learners} more={more} />,
                },
                { key: 'sessions', label: parts.sessions, content: () => <ClassSessionsTab of={of} /> },
                {
                  key: 'attendance',
                  label: parts.attendance,
                  content: () => <ClassAttendanceTab classId={classId} mayWrite={first?.may.write === true} />,
                },
                { key: 'results', label: outcomes.results, content: () => <ClassResultsTab classId={classId} /> },
                { key: 'feedback', label: parts.feedback, content: () => <ClassFeedbackTab classId={classId} closedOn={of.closedOn} /> },
              ]}
            />
          )
        }
      </Loaded>
      {of && doing === 'enrol' && (
        <EnrolLearners classId={classId} title={`${of.title} · ${formatDay(of.openedOn)}`} onClose={() => setDoing(null)} />
      )}
      {of && doing === 'paste' && (
        <PasteRoster
          of={{ classId, kind: of.kind, opener: { id: of.opener.id, name: of.opener[language] } }}
          title={of.title}
          onClose={() => setDoing(null)}
        />
      )}
      {of && doing === 'correct' && <CorrectClass of={of} onClose={() => setDoing(null)} />}
    </Page>
  )
}

function LearnersByUnit({ byUnit }: { byUnit: { unit: { id: string; vi: string; en: string } | null; count: number }[] }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <Card title={words.byUnit} flush>
      <BarList
        label={words.byUnit}
        bars={byUnit.slice(0, 20).map(({ unit, count }) => ({
          key: unit?.id ?? '',
          label: unit?.[language] ?? words.noUnit,
          value: count,
          ...(unit ? { to: paths.unit(unit.id) } : {}),
        }))}
      />
    </Card>
  )
}
