import { removalObjections } from '#modules/training/plan-line.ts'
import type { PlanLine } from '#modules/training/plan-line.contract.ts'
import type { PlanRead } from '#modules/training/plan.contract.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { addDays } from '#lib/days.ts'
import { useFormat } from '#web/format.ts'
import { IconButton } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { PeriodText } from '#web/kit/DayText.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Menu, type MenuItem } from '#web/kit/Menu.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { NumberLink } from '#web/kit/Stat.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'
import type { Shown } from './plan-address.ts'

export type LineAct = { act: 'change' | 'remove' | 'class' | 'pay'; line: PlanLine }

/** The courses of the plan; every number opens its units, people or vouchers. */
export function PlanLines({
  read,
  why,
  isNarrow,
  onAct,
}: {
  read: PlanRead
  why: string | null
  isNarrow: boolean
  onAct: (doing: LineAct) => void
}) {
  const words = useWords(messages)
  const columns = useColumns(read, { why, onAct }).filter(({ key }) => !isNarrow || (key !== 'when' && key !== 'budgetLine'))
  return (
    <Card flush>
      <Table stacks caption={words.lines} rows={read.lines} rowKey={({ lineId }) => lineId} columns={columns} empty={words.noLines} />
    </Card>
  )
}

function useColumns(read: PlanRead, acts: { why: string | null; onAct: (doing: LineAct) => void }): Column<PlanLine>[] {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const itemsOf = useItems(read, acts)
  const { total } = read
  const behind = (show: Shown, line?: string) => `${paths.plan(read.plan.planId)}?show=${show}${line ? `&line=${line}` : ''}`
  return [
    { key: 'course', header: words.course, names: true, width: '330px', cell: (line) => <Course line={line} />, total: words.total },
    {
      key: 'seats',
      header: words.seats,
      align: 'right',
      cell: ({ lineId, seats }) => <NumberLink value={seats} to={behind('seats', lineId)} />,
      total: format.number(total.seats),
    },
    {
      key: 'sent',
      header: words.sent,
      align: 'right',
      cell: ({ lineId, sent }) => <NumberLink value={sent} to={behind('sent', lineId)} />,
      total: <NumberLink value={total.sent} to={behind('sent')} />,
    },
    {
      key: 'completed',
      header: words.completed,
      align: 'right',
      cell: ({ lineId, completed }) => <NumberLink value={completed} to={behind('completed', lineId)} />,
      total: <NumberLink value={total.completed} to={behind('completed')} />,
    },
    {
      key: 'when',
      header: words.when,
      cell: ({ startsOn, endsOn }) => (startsOn || endsOn ? <PeriodText from={startsOn} to={endsOn && addDays(endsOn, -1)} /> : '–'),
    },
    { key: 'budgetLine', header: words.budgetLine, quiet: true, cell: ({ budgetLine }) => budgetLine },
    {
      key: 'planned',
      header: words.planned,
      align: 'right',
      cell: ({ planned }) => format.number(planned),
      total: format.number(total.planned),
    },
    {
      key: 'spent',
      header: words.spent,
      align: 'right',
      cell: ({ lineId, spent }) => <NumberLink value={spent} to={behind('spent', lineId)} />,
      total: <NumberLink value={total.spent} to={behind('spent')} />,
    },
    {
      key: 'act',
      header: words.act,
      align: 'right',
      cell: (line) => (
        <Menu heading={line.title} items={itemsOf(line)}>
          <IconButton icon="more" label={`${words.act}: ${line.title}`} />
        </Menu>
      ),
    },
  ]

  function Course({ line: { title, kind, whom, classes } }: { line: PlanLine }) {
    // A class of the line's own name needs no line of its own.
    const [only, ...more] = classes
    const own = only && more.length === 0 && only.title === title ? only : null
    const about = [trainingName(kind)[language], whom].filter((one) => one && one !== title).join(' · ')
    return (
      <>
        {own ? <Link to={paths.class(own.classId)}>{title}</Link> : title}
        {about && (
          <>
            <br />
            <small>{about}</small>
          </>
        )}
        {(own ? [] : classes).map(({ classId, title: name }) => (
          <div key={classId}>
            <Link kind="quiet" to={paths.class(classId)}>
              {name}
            </Link>
          </div>
        ))}
      </>
    )
  }
}

function useItems(read: PlanRead, { why, onAct }: { why: string | null; onAct: (doing: LineAct) => void }): (line: PlanLine) => MenuItem[] {
  const words = useWords(messages)
  const refusalText = useRefusalText()
  const may = useMay()
  const mayWrite = read.may.write ? null : words.mayNotWrite
  const notApproved = read.plan.paper ? null : refusalText({ code: 'plan-not-approved' })
  return (line) => {
    const [kept] = removalObjections({ classes: line.classes.length, spent: line.spent })
    return [
      { label: words.change, why, onSelect: () => onAct({ act: 'change', line }) },
      { label: words.pay, why: mayWrite ?? notApproved, onSelect: () => onAct({ act: 'pay', line }) },
      { label: words.openClass, why: may('training.write') ? mayWrite : words.mayNotWrite, onSelect: () => onAct({ act: 'class', line }) },
      ...line.classes.map(({ classId, title }) => ({ label: words.board(title), to: paths.board(classId) })),
      {
        label: words.removeLine,
        danger: true,
        why: why ?? (kept ? refusalText(kept) : null),
        onSelect: () => onAct({ act: 'remove', line }),
      },
    ]
  }
}
