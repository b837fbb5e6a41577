import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { costItems, isCostItem } from '#law/training-costs.ts'
import { linePeople } from '#modules/training/plan-line.contract.ts'
import type { PlanRead } from '#modules/training/plan.contract.ts'
import { listSpending, retractSpending, type Spending } from '#modules/training/spending.contract.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Row } from '#web/kit/Card.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { PersonLink, UnitLink } from '#web/kit/DomainLinks.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'
import type { Shown } from './plan-address.ts'

const CorrectPayment = lazyPart(() => import('./PaymentForm.tsx').then((module) => module.CorrectPayment))

type Beside = { read: PlanRead; lineId: string | undefined; onClose: () => void }

/** The units, people or vouchers behind the number chosen. */
export function PlanBeside({ show, ...beside }: Beside & { show: Shown }) {
  if (show === 'seats') return <SeatsBeside {...beside} />
  if (show === 'spent') return <VouchersBeside {...beside} />
  return <PeopleBeside {...beside} which={show} />
}

function SeatsBeside({ read: { lines, plan }, lineId, onClose }: Beside) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const shown = lines.filter((line) => !lineId || line.lineId === lineId)
  const units = new Map<string, { unit: (typeof shown)[number]['unitSeats'][number]['unit']; seats: number }>()
  for (const { unit, seats } of shown.flatMap((line) => line.unitSeats))
    units.set(unit.id, { unit, seats: (units.get(unit.id)?.seats ?? 0) + seats })
  return (
    <SideList title={words.sharesBeside(lineId ? (shown[0]?.title ?? '') : plan.title)} onClose={onClose}>
      <Table
        caption={words.shares}
        rows={[...units.values()].toSorted((a, b) => b.seats - a.seats)}
        rowKey={({ unit }) => unit.id}
        empty={words.noShares}
        columns={[
          { key: 'unit', header: words.unit, names: true, cell: ({ unit }) => <UnitLink id={unit.id} name={unit[language]} /> },
          { key: 'seats', header: words.seats, align: 'right', cell: ({ seats }) => format.number(seats) },
        ]}
      />
    </SideList>
  )
}

function PeopleBeside({ read: { plan }, lineId, which, onClose }: Beside & { which: 'sent' | 'completed' }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const list = useQuery(read(linePeople, { planId: plan.planId, lineId, which }))
  const count = format.number((list.data?.people.length ?? 0) + (list.data?.unseen ?? 0))
  return (
    <SideList title={which === 'sent' ? words.sentBeside(count) : words.completedBeside(count)} onClose={onClose}>
      <Loaded query={list}>
        {({ people, unseen }) => (
          <>
            {unseen > 0 && <Notice tone="plain">{words.unseen(format.number(unseen))}</Notice>}
            <Table
              caption={words.sent}
              rows={people}
              rowKey={({ personId, classId }) => personId + classId}
              empty={words.nobody}
              columns={[
                { key: 'name', header: words.sent, names: true, cell: ({ personId, name }) => <PersonLink id={personId} name={name} /> },
                {
                  key: 'unit',
                  header: words.unit,
                  quiet: true,
                  cell: ({ unit, classTitle }) => [unit?.[language], classTitle].filter(Boolean).join(' · '),
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </SideList>
  )
}

function VouchersBeside({ read: of, lineId, onClose }: Beside) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const [doing, setDoing] = useState<{ act: 'correct' | 'retract'; payment: Spending } | null>(null)
  const { planId } = of.plan
  const list = useQuery(read(listSpending, { planId, lineId }))
  const title = list.data ? words.vouchers(format.number(list.data.spending.length), format.number(list.data.total)) : words.spent
  const why = of.may.write ? null : words.mayNotWrite
  return (
    <SideList title={title} onClose={onClose}>
      <Loaded query={list}>
        {({ spending }) => (
          <Table
            caption={words.spent}
            rows={spending}
            rowKey={({ id }) => id}
            empty={words.noVouchers}
            columns={[
              {
                key: 'voucher',
                header: words.voucher,
                names: true,
                cell: ({ voucher, paidOn, item, lineTitle }) => (
                  <>
                    {voucher} · {formatDay(paidOn)}
                    <br />
                    <small>{[isCostItem(item) ? costItems[item].name[language] : item, lineTitle].join(' · ')}</small>
                  </>
                ),
              },
              { key: 'amount', header: words.amount, align: 'right', cell: ({ amount }) => format.number(amount) },
              {
                key: 'act',
                header: words.act,
                cell: (payment) => (
                  <Row>
                    <Button kind="quiet" why={why} onClick={() => setDoing({ act: 'correct', payment })}>
                      {words.change}
                    </Button>
                    <Button kind="quiet" why={why} onClick={() => setDoing({ act: 'retract', payment })}>
                      {words.remove}
                    </Button>
                  </Row>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {doing?.act === 'correct' && <CorrectPayment read={of} payment={doing.payment} onClose={() => setDoing(null)} />}
      {doing?.act === 'retract' && <Retract planId={planId} payment={doing.payment} onClose={() => setDoing(null)} />}
    </SideList>
  )
}

function Retract({ planId, payment, onClose }: { planId: string; payment: Spending; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const say = useToast()
  const retract = useCommand(retractSpending, {
    onDone: () => {
      say(words.retracted)
      onClose()
    },
  })
  return (
    <Confirm
      opened
      danger
      reason
      title={`${words.retract}: ${payment.voucher}, ${format.number(payment.amount)} đồng`}
      action={words.retract}
      busy={retract.busy}
      problem={retract.problem}
      onConfirm={(reason) => retract.send({ planId, spendingId: payment.id, reason })}
      onClose={onClose}
    />
  )
}
