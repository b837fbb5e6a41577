import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { costItems, isCostItem } from '#law/training-costs.ts'
import { addDays } from '#lib/days.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { readCommitment, type CommitmentRow } from '#modules/training/commitment.contract.ts'
import { read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Timeline, type TimelineRow } from '#web/kit/charts/Timeline.tsx'
import { DecisionLink, PersonLink } from '#web/kit/DomainLinks.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { useWords } from '#web/words.ts'
import { alertNames, causeNames, commitmentStateNames, messages } from './commitment-messages.ts'

const CommitmentCosts = lazyPart(() => import('./CommitmentCosts.tsx').then((module) => module.CommitmentCosts))
const AssessRepayment = lazyPart(() => import('./AssessRepayment.tsx').then((module) => module.AssessRepayment))
const SettleRepayment = lazyPart(() => import('./SettleRepayment.tsx').then((module) => module.SettleRepayment))
const PrintRepayment = lazyPart(() => import('./PrintRepayment.tsx').then((module) => module.PrintRepayment))

type Props = { personId: string; commitmentId: string; onMoved: (commitmentId: string) => void; onClose: () => void }

/** One commitment: what was studied and paid, how long is served, and what is paid back. */
export function CommitmentBeside({ personId, commitmentId, onMoved, onClose }: Props) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { day } = useDay()
  const [doing, setDoing] = useState<'costs' | 'assess' | 'settle' | 'print' | null>(null)
  const query = useQuery(read(readCommitment, { personId, commitmentId, day }))
  const close = () => setDoing(null)
  const money = (amount: number) => words.money(format.number(amount))
  const one = query.data?.commitment
  return (
    <SideList title={one?.name ?? words.commitment} about={one && trainingName(one.kind)[language]} onClose={onClose}>
      <Stack>
        <Loaded query={query} rows={8}>
          {({ commitment, costLines, paper, may }) => (
            <Stack>
              <Row>
                <PersonLink id={personId} name={commitment.name} />
                <Badge>{commitmentStateNames[commitment.state][language]}</Badge>
              </Row>
              {commitment.alert && <Notice tone="attention">{alertNames[commitment.alert][language]}</Notice>}
              <Facts
                items={[
                  { label: words.courseMonths, value: format.number(commitment.courseMonths) },
                  { label: words.committedMonths, value: format.number(commitment.committedMonths) },
                  { label: words.rule, value: commitment.document },
                  { label: words.serviceFrom, value: commitment.serviceFrom && formatDay(commitment.serviceFrom) },
                  { label: words.due, value: commitment.dueOn && formatDay(commitment.dueOn) },
                  {
                    label: words.owed,
                    value: words.months(format.number(commitment.owedMonths), format.number(commitment.committedMonths)),
                  },
                  ...(commitment.lastUntil ? [{ label: words.left, value: formatDay(commitment.lastUntil) }] : []),
                  { label: words.retires, value: commitment.retiresIn && formatDay(commitment.retiresIn) },
                  {
                    label: words.basis,
                    value: paper && <DecisionLink decision={{ id: paper.id, number: paper.code, issuedOn: paper.issuedOn }} />,
                  },
                ]}
              />
              <Timeline title={words.timeline} rows={rowsOf(commitment, day, words)} day={day} />
              <h3>{costLines.length === 0 ? words.noCosts : words.costs(money(commitment.cost))}</h3>
              {costLines.length > 0 && (
                <Table
                  caption={words.costs(money(commitment.cost))}
                  rows={costLines}
                  rowKey={(_, index) => String(index)}
                  columns={[
                    {
                      key: 'item',
                      header: words.item,
                      names: true,
                      cell: ({ item, note }) => [isCostItem(item) ? costItems[item].name[language] : item, note].filter(Boolean).join(': '),
                    },
                    { key: 'voucher', header: words.voucher, quiet: true, cell: ({ voucher }) => voucher },
                    { key: 'amount', header: words.amount, align: 'right', cell: ({ amount }) => format.number(amount) },
                  ]}
                />
              )}
              {commitment.repayment && (
                <Notice tone="plain">
                  {words.repayment(money(commitment.repayment.amount))} · {words.status[commitment.repayment.status]} ·{' '}
                  {causeNames[commitment.repayment.cause][language]}
                </Notice>
              )}
              <Row>
                {may.write && !commitment.repayment && <Button onClick={() => setDoing('costs')}>{words.setCosts}</Button>}
                {may.write && !commitment.repayment && (
                  <Button kind="primary" onClick={() => setDoing('assess')}>
                    {words.assess}
                  </Button>
                )}
                {commitment.repayment && (
                  <Button icon="print" onClick={() => setDoing('print')}>
                    {words.letter}
                  </Button>
                )}
                {may.write && commitment.repayment?.status === 'owed' && <Button onClick={() => setDoing('settle')}>{words.settle}</Button>}
              </Row>
              {doing === 'costs' && <CommitmentCosts commitment={commitment} lines={costLines} onDone={onMoved} onClose={close} />}
              {doing === 'assess' && <AssessRepayment commitment={commitment} onClose={close} />}
              {doing === 'settle' && commitment.repayment && (
                <SettleRepayment personId={personId} repaymentId={commitment.repayment.id} onClose={close} />
              )}
              {doing === 'print' && commitment.repayment && (
                <PrintRepayment
                  personId={personId}
                  repaymentId={commitment.repayment.id}
                  issuer={commitment.unit?.vi ?? ''}
                  onClose={close}
                />
              )}
            </Stack>
          )}
        </Loaded>
      </Stack>
    </SideList>
  )
}

/** Study, service and what is left of it, as bars one after the other. */
function rowsOf({ sentOn, serviceFrom, dueOn, lastUntil }: CommitmentRow, day: string, words: typeof messages.vi): TimelineRow[] {
  const lastDay = (end: string) => addDays(end, -1)
  const servedUntil = [day, dueOn, lastUntil].filter((end) => end !== null).toSorted()[0] ?? day
  const bars = (from: string | null, to: string | null) =>
    from && to && from < to ? [{ key: from, from, to: lastDay(to), label: `${formatDay(from)} – ${formatDay(lastDay(to))}` }] : []
  return [
    { key: 'study', label: words.rowStudy, series: 0, bars: bars(sentOn, serviceFrom ?? day) },
    { key: 'served', label: words.rowServed, series: 1, bars: bars(serviceFrom, servedUntil) },
    {
      key: 'owed',
      label: words.rowOwed,
      series: 2,
      bars: bars(serviceFrom && (servedUntil > serviceFrom ? servedUntil : serviceFrom), dueOn),
    },
  ]
}
