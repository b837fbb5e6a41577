import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { addDays } from '#lib/days.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { readClass } from '#modules/training/class.contract.ts'
import { call } from '#web/client.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { DayText, PeriodText } from '#web/kit/DayText.tsx'
import { PersonLink, ProvenanceTag, UnitLink } from '#web/kit/DomainLinks.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

const EnrolLearners = lazyPart(() => import('./EnrolLearners.tsx').then((module) => module.EnrolLearners))
const CorrectClass = lazyPart(() => import('./OpenClass.tsx').then((module) => module.CorrectClass))

export function ClassPage() {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { classId = '' } = useParams()
  const [doing, setDoing] = useState<'enrol' | 'correct' | null>(null)
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
  return (
    <Page
      title={of?.title ?? words.classes}
      crumbs={[{ label: words.classes, to: paths.classes() }, { label: of?.title ?? '' }]}
      about={of && trainingName(of.kind)[language]}
      narrow
      actions={
        first?.may.write && (
          <>
            <Button onClick={() => setDoing('correct')}>{words.correct}</Button>
            <Button
              kind="primary"
              icon="plus"
              why={of?.headCount !== null ? words.countOnly(format.number(of?.headCount ?? 0)) : null}
              onClick={() => setDoing('enrol')}
            >
              {words.enrol}
            </Button>
          </>
        )
      }
      beside={
        first &&
        first.byUnit.length > 1 && (
          <Card title={words.byUnit} flush>
            <BarList
              label={words.byUnit}
              bars={first.byUnit.slice(0, 20).map(({ unit, count }) => ({
                key: unit?.id ?? '',
                label: unit?.[language] ?? words.noUnit,
                value: count,
                ...(unit ? { to: paths.unit(unit.id) } : {}),
              }))}
            />
          </Card>
        )
      }
    >
      <Loaded query={query}>
        {() =>
          of && (
            <Stack>
              <Card>
                <Facts
                  items={[
                    { label: words.opener, value: <UnitLink id={of.opener.id} name={of.opener[language]} /> },
                    { label: words.opened, value: <PeriodText from={of.openedOn} to={of.closedOn && addDays(of.closedOn, -1)} /> },
                    { label: words.place, value: of.place },
                    { label: words.lecturer, value: of.lecturer },
                    {
                      label: words.paper,
                      value: (
                        <ProvenanceTag
                          decision={of.paper && { id: of.paper.id, number: of.paper.code, issuedOn: of.paper.issuedOn }}
                          run={of.run && { id: of.run.id, name: of.run.fileName, row: of.run.row }}
                        />
                      ),
                    },
                  ]}
                />
              </Card>
              {of.headCount !== null ? (
                <Notice tone="plain">{words.countOnly(format.number(of.headCount))}</Notice>
              ) : (
                <Card
                  title={words.learnersTitle(format.number(of.listed))}
                  flush
                  footer={
                    query.hasNextPage && (
                      <Button kind="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                        {words.more}
                      </Button>
                    )
                  }
                >
                  <Table
                    stacks
                    caption={words.learners}
                    rows={learners}
                    rowKey={({ id }) => id}
                    empty={words.noLearners}
                    columns={[
                      { key: 'number', header: words.number, align: 'right', quiet: true, cell: (_, index) => format.number(index + 1) },
                      {
                        key: 'name',
                        header: words.name,
                        names: true,
                        cell: ({ personId, name, canOpen }) => (canOpen ? <PersonLink id={personId} name={name} /> : name),
                      },
                      { key: 'birth', header: words.born, cell: ({ birth }) => <DayText value={birth} /> },
                      { key: 'unit', header: words.unit, cell: ({ unit }) => unit?.[language] },
                      { key: 'title', header: words.titlePost, cell: ({ title }) => title },
                      {
                        key: 'result',
                        header: words.result,
                        cell: ({ result, certificate }) => [result, certificate].filter(Boolean).join(' · '),
                      },
                    ]}
                  />
                </Card>
              )}
            </Stack>
          )
        }
      </Loaded>
      {of && doing === 'enrol' && (
        <EnrolLearners classId={classId} title={`${of.title} · ${formatDay(of.openedOn)}`} onClose={() => setDoing(null)} />
      )}
      {of && doing === 'correct' && <CorrectClass of={of} onClose={() => setDoing(null)} />}
    </Page>
  )
}
