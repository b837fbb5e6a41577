import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { readUnit } from '#modules/organisation/unit.contract.ts'
import { addDays } from '#lib/days.ts'
import type { ReplyOf } from '#lib/operation.ts'
import { read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Columns } from '#web/kit/Card.tsx'
import { UnitLink } from '#web/kit/DomainLinks.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { paths } from '#web/paths.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { ChildrenTable, CodesTable, ParentsTable, VersionsTable } from './UnitTables.tsx'
import { CorrectUnit } from './CorrectUnit.tsx'
import { CreateUnit } from './CreateUnit.tsx'
import { LeaderPosts } from './LeaderPosts.tsx'
import { messages } from './messages.ts'
import { useNames } from './names.ts'
import { UnitAges } from './UnitAges.tsx'
import { UnitHistory } from './UnitHistory.tsx'

export type UnitReply = ReplyOf<typeof readUnit>

/** One unit as it is on the day: who serves there, who leads it, what it came of and what became of it. */
export function UnitPage() {
  const words = useWords(messages)
  const { unitId = '' } = useParams()
  const { day } = useDay()
  const unit = useQuery({ ...read(readUnit, { unitId, on: day }), placeholderData: keepPreviousData })
  if (unit.data) return <UnitView unit={unit.data} />
  return (
    <Page title={words.unit} crumbs={[{ label: words.units, to: paths.units() }]}>
      <Loaded query={unit}>{() => null}</Loaded>
    </Page>
  )
}

function UnitView({ unit }: { unit: UnitReply }) {
  const words = useWords(messages)
  const format = useFormat()
  const may = useMay()
  const { name, kind } = useNames()
  const [dialog, setDialog] = useState<'child' | 'correct' | null>(null)
  const title = name(unit.shown)
  const lastTo = unit.versions.at(-1)?.to
  const ended = !unit.existsOnDay && lastTo && lastTo <= unit.on ? lastTo : null
  const above = unit.parents.filter((parent) => parent.from <= unit.on && (parent.to === null || unit.on < parent.to))
  const code = unit.codes.findLast(
    ({ from, to, scheme }) => scheme === 'administrative' && from <= unit.on && (to === null || unit.on < to),
  )?.code
  return (
    <Page
      title={
        unit.people
          ? words.unitTitle(title, format.number(unit.people.under))
          : ended
            ? words.unitEnded(title, format.day(addDays(ended, -1)))
            : title
      }
      crumbs={[{ label: words.units, to: paths.units() }, { label: title }]}
      about={
        <>
          {[kind(unit.shown.kind), code && words.codeIs(code)].filter(Boolean).join(' · ')}
          {above.map((parent) => (
            <span key={parent.system}>
              {' · '}
              {words.below[parent.system]} <UnitLink id={parent.unitId} name={name(parent)} />
            </span>
          ))}
        </>
      }
      actions={
        <>
          {unit.people && (
            <Link kind="button" to={`${paths.people()}?unitId=${unit.unitId}`}>
              {words.openPeople}
            </Link>
          )}
          {may('organisation.write') && unit.existsOnDay && (
            <Button icon="plus" onClick={() => setDialog('child')}>
              {words.addUnit}
            </Button>
          )}
          {may('organisation.write') && <Button onClick={() => setDialog('correct')}>{words.correct}</Button>}
        </>
      }
    >
      {!unit.existsOnDay && <NotOnDay unit={unit} />}
      <UnitHistory unit={unit} />
      {unit.people && (
        <Columns least={360}>
          <UnitAges unitId={unit.unitId} people={unit.people} />
          <LeaderPosts people={unit.people} unitId={unit.unitId} />
        </Columns>
      )}
      {unit.children.length > 0 && (
        <Card flush title={words.children(format.number(unit.children.length))}>
          <ChildrenTable unit={unit} />
        </Card>
      )}
      <Columns least={300}>
        <Card flush title={words.namesOverTime}>
          <VersionsTable unit={unit} />
        </Card>
        <Card flush title={words.codesOverTime}>
          <CodesTable unit={unit} />
        </Card>
        <Card flush title={words.parentsOverTime}>
          <ParentsTable unit={unit} />
        </Card>
      </Columns>
      <CreateUnit
        key={`child ${unit.unitId}`}
        opened={dialog === 'child'}
        onClose={() => setDialog(null)}
        parent={{ id: unit.unitId, name: title }}
      />
      <CorrectUnit key={unit.shown.versionId} unit={unit} opened={dialog === 'correct'} onClose={() => setDialog(null)} />
    </Page>
  )
}

function NotOnDay({ unit }: { unit: UnitReply }) {
  const words = useWords(messages)
  const format = useFormat()
  const { name } = useNames()
  const first = unit.versions[0]
  const last = unit.versions.at(-1)
  return (
    <Notice>
      {words.unitNotOnDay(
        name(unit.shown),
        format.day(unit.on),
        format.period(first?.from ?? null, last?.to ? addDays(last.to, -1) : null),
      )}{' '}
      {unit.successors.length > 0 && words.nowIn}{' '}
      {unit.successors.flatMap(({ unitId, vi, en }) =>
        unitId
          ? [
              <span key={unitId}>
                <UnitLink id={unitId} name={name({ vi, en })} />{' '}
              </span>,
            ]
          : [],
      )}
    </Notice>
  )
}
