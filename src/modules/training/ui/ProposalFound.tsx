import { trainingName } from '#modules/people/fact-words.ts'
import type { ProposalRead, ProposalResult, ProposedLine } from '#modules/training/proposal.contract.ts'
import { addDays } from '#lib/days.ts'
import { useFormat } from '#web/format.ts'
import { Card, Columns } from '#web/kit/Card.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { PeriodText } from '#web/kit/DayText.tsx'
import { UnitLink } from '#web/kit/DomainLinks.tsx'
import { NumberLink, Stat } from '#web/kit/Stat.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { proposalAddress, proposalList, type ProposalAddress } from './proposal-address.ts'
import { messages } from './proposal-messages.ts'

type Shown = { read: ProposalRead; result: ProposalResult }

/** What was found: how much is met, class by class, who waits and why, what more seats and money would bring. */
export function ProposalFound({ read, result }: Shown) {
  const words = useWords(messages)
  const format = useFormat()
  const { search } = useSearch(proposalAddress)
  const to = (asked: ProposalAddress) => proposalList(paths.proposal(read.plan.planId), asked)
  const budget = read.proposal?.budget ?? null
  const better = result.greedy > 0 ? result.objective / result.greedy - 1 : 0
  return (
    <>
      <Card>
        <Columns least={230}>
          <Stat value={result.met} label={words.met} to={to({ show: 'in' })} />
          <Stat value={result.people} label={words.people} />
          <Stat value={result.spent} unit={words.spent} label={words.spentOf(budget === null ? null : format.number(budget))} />
          <Stat value={`${better >= 0 ? '+' : '−'}${format.percent(Math.abs(better))}`} label={words.better} />
        </Columns>
      </Card>
      <Lines result={result} to={to} />
      <Columns least={340}>
        <Card flush title={words.whyNot}>
          <BarList
            label={words.whyNot}
            bars={result.whyNot.map(({ why, count }) => ({ key: why, label: words.why[why], value: count, to: to({ show: 'out', why }) }))}
            total={result.needs - result.met}
            totalTo={to({ show: 'out' })}
            chosen={search.why}
          />
        </Card>
        <Units result={result} to={to} />
      </Columns>
    </>
  )
}

function Lines({ result, to }: { result: ProposalResult; to: (asked: ProposalAddress) => string }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { search } = useSearch(proposalAddress)
  const columns: Column<ProposedLine>[] = [
    {
      key: 'line',
      header: words.line,
      names: true,
      cell: ({ title, kind, startsOn, endsOn, hasClass }) => (
        <>
          {title}
          <br />
          <small>
            {trainingName(kind)[language]}
            {startsOn && (
              <>
                {' · '}
                <PeriodText from={startsOn} to={endsOn && addDays(endsOn, -1)} />
              </>
            )}
            {!hasClass && ` · ${words.noClass}`}
          </small>
        </>
      ),
    },
    {
      key: 'needs',
      header: words.needsOf,
      align: 'right',
      cell: ({ needs, taken, kind }) => <NumberLink value={needs} to={needs > taken ? to({ show: 'out', kind }) : undefined} />,
    },
    {
      key: 'taken',
      header: words.taken,
      align: 'right',
      cell: ({ lineId, taken }) => <NumberLink value={taken} to={to({ show: 'in', line: lineId })} />,
    },
    { key: 'seats', header: words.seats, align: 'right', cell: ({ seats }) => format.number(seats) },
    { key: 'money', header: words.money, align: 'right', cell: ({ spent }) => format.number(spent) },
    {
      key: 'more',
      header: words.more,
      quiet: true,
      cell: ({ gain, next }) => (gain > 0 ? words.moreGain(format.number(gain), next?.name ?? null) : words.moreNothing),
    },
  ]
  return (
    <Card flush title={words.lines} footer={<Gains result={result} />}>
      <Table stacks caption={words.line} rows={result.lines} rowKey={({ lineId }) => lineId} columns={columns} chosen={search.line} />
    </Card>
  )
}

function Gains({ result: { million } }: { result: ProposalResult }) {
  const words = useWords(messages)
  const format = useFormat()
  const money = million === null ? '' : million > 0 ? words.million(format.number(million)) : words.millionNothing
  return <>{[money, words.points].filter(Boolean).join(' ')}</>
}

function Units({ result, to }: { result: ProposalResult; to: (asked: ProposalAddress) => string }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { search } = useSearch(proposalAddress)
  return (
    <Card flush title={words.units}>
      <Table
        caption={words.unit}
        rows={result.units}
        rowKey={({ unit }) => unit.id}
        chosen={search.unit}
        columns={[
          { key: 'unit', header: words.unit, names: true, cell: ({ unit }) => <UnitLink id={unit.id} name={unit[language]} /> },
          {
            key: 'needs',
            header: words.needsOf,
            align: 'right',
            cell: ({ unit, needs, met }) => <NumberLink value={needs} to={needs > met ? to({ show: 'out', unit: unit.id }) : undefined} />,
          },
          {
            key: 'met',
            header: words.taken,
            align: 'right',
            cell: ({ unit, met }) => <NumberLink value={met} to={to({ show: 'in', unit: unit.id })} />,
          },
          { key: 'headcount', header: words.headcount, align: 'right', cell: ({ headcount }) => format.number(headcount) },
          {
            key: 'away',
            header: words.awayMost,
            align: 'right',
            cell: ({ away, limit }) => words.awayOf(format.number(away), limit === null ? null : format.number(limit)),
          },
        ]}
      />
    </Card>
  )
}
