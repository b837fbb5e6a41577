import { useState } from 'react'
import { z } from 'zod'
import { listDecisions } from '#modules/decisions/decision.contract.ts'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { decidePlan, submitPlan, type PlanRead } from '#modules/training/plan.contract.ts'
import { moveObjections, type PlanMove } from '#modules/training/plan.ts'
import { call } from '#web/client.ts'
import { formatDay } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useToday } from '#web/today.ts'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'

const shape = z.object({ reason: z.string().trim().max(500).nullable().default(null), decisionId: z.uuid().nullable().default(null) })

/** The moves of the plan, each off with its reason where the rules forbid it. */
export function PlanMoves({ read, onRefused }: { read: PlanRead; onRefused: () => void }) {
  const words = useWords(messages)
  const [moving, setMoving] = useState<PlanMove | null>(null)
  const whyNot = useWhyNot(read)
  const shown: PlanMove[] = read.plan.status === 'approved' ? ['adjust'] : ['submit', 'return', 'approve']
  return (
    <>
      {shown.map((move) => (
        <Button key={move} why={whyNot(move)} onClick={() => setMoving(move)}>
          {words[move]}
        </Button>
      ))}
      {moving && <MovePlan read={read} move={moving} onClose={() => setMoving(null)} onRefused={onRefused} />}
    </>
  )
}

/** A warning does not turn the button off: the dialog asks for its reason. */
function useWhyNot({ plan, lines, total, may }: PlanRead): (move: PlanMove) => string | null {
  const words = useWords(messages)
  const refusalText = useRefusalText()
  const today = useToday()
  return (move) => {
    if ((move === 'return' || move === 'approve') && !may.approve) return words.mayNotApprove
    if ((move === 'submit' || move === 'adjust') && !may.write) return words.mayNotWrite
    const state = { ...plan, lines: lines.length, planned: total.planned, spent: total.spent }
    const hard = moveObjections(state, move, today).find(({ overridable }) => !overridable)
    return hard ? refusalText(hard) : null
  }
}

function MovePlan({
  read: { plan },
  move,
  onClose,
  onRefused,
}: {
  read: PlanRead
  move: PlanMove
  onClose: () => void
  onRefused: () => void
}) {
  const words = useWords(messages)
  const say = useToast()
  const asked = { planId: plan.planId, revision: plan.revision }
  const around = {
    shape,
    start: { reason: '', decisionId: '' },
    submitLabel: words[move],
    onRefused,
    onCancel: onClose,
    onDone: () => {
      say(words.moved[move])
      onClose()
    },
  }
  const fields = (
    <>
      {(move === 'approve' || move === 'adjust') && <PaperField label={move === 'approve' ? words.paper : words.adjustPaper} />}
      {move !== 'submit' && <TextField name="reason" label={words.reason} wide lines={3} required={move === 'return'} />}
    </>
  )
  return (
    <Dialog opened title={`${words[move]}: ${plan.title}`} onClose={onClose}>
      {move === 'submit' || move === 'adjust' ? (
        <EventForm operation={submitPlan} inputOf={(values) => ({ ...asked, ...values, move })} {...around}>
          {fields}
        </EventForm>
      ) : (
        <EventForm operation={decidePlan} inputOf={(values) => ({ ...asked, ...values, move })} {...around}>
          {fields}
        </EventForm>
      )}
    </Dialog>
  )
}

function PaperField({ label }: { label: string }) {
  const words = useWords(messages)
  return (
    <Combobox
      name="decisionId"
      label={label}
      hint={words.paperHint}
      wide
      search={{
        key: 'decisions',
        find: async (q, signal) =>
          (await call(listDecisions, { q, limit: 8 }, { signal })).decisions.map(({ id, code, issuedOn, subject }) => ({
            value: id,
            label: `${code} · ${formatDay(issuedOn)}`,
            about: subject,
          })),
      }}
    />
  )
}
