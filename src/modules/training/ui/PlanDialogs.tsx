import { addDays } from '#lib/days.ts'
import { removeLine, type PlanLine } from '#modules/training/plan-line.contract.ts'
import type { PlanRead } from '#modules/training/plan.contract.ts'
import { useCommand } from '#web/command.ts'
import { Confirm } from '#web/kit/Confirm.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useLanguage } from '#web/language.tsx'
import { useToday } from '#web/today.ts'
import { useWords } from '#web/words.ts'
import { LineFromNeeds } from './LineFromNeeds.tsx'
import { OpenClass } from './OpenClass.tsx'
import { RecordPayment } from './PaymentForm.tsx'
import { CopyPlan, EditPlan } from './PlanHeadForms.tsx'
import { PlanLineForm } from './PlanLineForm.tsx'
import { PrintPlan } from './PrintPlan.tsx'
import { messages } from './plan-messages.ts'
import type { Doing } from './PlanPage.tsx'

/** What is being done to the plan, over it. */
export function PlanDialogs({
  read,
  doing,
  onClose,
  onRefused,
}: {
  read: PlanRead
  doing: Doing
  onClose: () => void
  onRefused: () => void
}) {
  switch (doing.act) {
    case 'edit':
      return <EditPlan plan={read.plan} onClose={onClose} onRefused={onRefused} />
    case 'copy':
      return <CopyPlan plan={read.plan} onClose={onClose} />
    case 'print':
      return <PrintPlan plan={read.plan} onClose={onClose} />
    case 'needs':
      return <LineFromNeeds plan={read.plan} onClose={onClose} onRefused={onRefused} />
    case 'add':
      return <PlanLineForm plan={read.plan} line={null} onClose={onClose} onRefused={onRefused} />
    case 'change':
      return <PlanLineForm plan={read.plan} line={doing.line} onClose={onClose} onRefused={onRefused} />
    case 'pay':
      return <RecordPayment read={read} line={doing.line} onClose={onClose} />
    case 'class':
      return <ClassOfLine read={read} line={doing.line} onClose={onClose} />
    case 'remove':
      return <RemoveLine read={read} line={doing.line} onClose={onClose} onRefused={onRefused} />
  }
}

/** A class as the line says it; the officer sees it before it is opened. */
function ClassOfLine({ read: { plan }, line, onClose }: { read: PlanRead; line: PlanLine; onClose: () => void }) {
  const { language } = useLanguage()
  const today = useToday()
  const start = {
    kind: line.kind as 'BD_CD', // a code of the list
    title: line.title,
    openerUnitId: plan.unit.id,
    openedOn: line.startsOn ?? today,
    until: line.endsOn ? addDays(line.endsOn, -1) : '',
    place: line.place ?? '',
    seats: line.seats,
    periods: line.periods,
    planLineId: line.lineId,
    institution: line.institution ?? '',
    mode: line.mode ?? '',
    fieldText: line.fieldText ?? '',
  }
  return <OpenClass from={{ start, opener: { id: plan.unit.id, name: plan.unit[language] } }} onClose={onClose} />
}

type Removal = { read: PlanRead; line: PlanLine; onClose: () => void; onRefused: () => void }

function RemoveLine({ read: { plan }, line, onClose, onRefused }: Removal) {
  const words = useWords(messages)
  const say = useToast()
  const remove = useCommand(removeLine, {
    onDone: () => {
      say(words.removed)
      onClose()
    },
  })
  return (
    <Confirm
      opened
      danger
      reason
      title={words.removeTitle(line.title)}
      action={words.removeLine}
      busy={remove.busy}
      problem={remove.problem}
      onConfirm={async (reason) => {
        const reply = await remove.send({ planId: plan.planId, revision: plan.revision, lineId: line.lineId, reason })
        if (reply === null) onRefused()
      }}
      onClose={onClose}
    />
  )
}
