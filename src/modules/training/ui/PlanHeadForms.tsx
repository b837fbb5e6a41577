import { z } from 'zod'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { UnitField } from '#modules/people/ui/UnitField.tsx'
import { copyPlan, createPlan, editPlan, type PlanHead } from '#modules/training/plan.contract.ts'
import { useDay, useGo } from '#web/day.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Stack } from '#web/kit/Card.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useSession } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { planningYear } from './needs-address.ts'
import { messages } from './plan-messages.ts'

const year = z.coerce.number().int()
const newShape = createPlan.input.extend({ year })

export function NewPlan({ onClose }: { onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { authority } = useSession()
  const { day } = useDay()
  const go = useGo()
  const own = authority && { id: authority.unitId, name: authority[language] }
  const usual = planningYear(day)
  return (
    <Dialog opened title={words.createTitle} onClose={onClose}>
      <EventForm
        operation={createPlan}
        shape={newShape}
        submitLabel={words.create}
        start={{ unitId: own?.id ?? '', year: String(usual), title: words.newTitle(usual), budget: null, awayPercent: 20 }}
        inputOf={(values) => values}
        onDone={({ planId }) => {
          onClose()
          go(paths.plan(planId))
        }}
        onCancel={onClose}
      >
        <UnitField name="unitId" label={words.unit} known={own} required />
        <YearField around={usual} />
        <HeadFields />
      </EventForm>
    </Dialog>
  )
}

const editShape = editPlan.input.omit({ planId: true, revision: true })

export function EditPlan({ plan, onClose, onRefused }: { plan: PlanHead; onClose: () => void; onRefused: () => void }) {
  const words = useWords(messages)
  return (
    <Dialog opened title={words.edit} onClose={onClose}>
      <EventForm
        operation={editPlan}
        shape={editShape}
        submitLabel={words.edit}
        start={{ title: plan.title, budget: plan.budget, awayPercent: plan.awayPercent, note: plan.note ?? '' }}
        inputOf={(values) => ({ ...values, planId: plan.planId, revision: plan.revision })}
        onDone={onClose}
        onRefused={onRefused}
        onCancel={onClose}
      >
        <HeadFields />
      </EventForm>
    </Dialog>
  )
}

const copyShape = copyPlan.input.omit({ planId: true }).extend({ year })

export function CopyPlan({ plan, onClose }: { plan: PlanHead; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const go = useGo()
  const say = useToast()
  const next = plan.year + 1
  return (
    <Dialog opened title={words.copyTitle} onClose={onClose}>
      <Stack>
        <Notice tone="plain">{words.copyAbout}</Notice>
        <EventForm
          operation={copyPlan}
          shape={copyShape}
          submitLabel={words.copy}
          start={{ year: String(next), title: plan.title.replace(String(plan.year), String(next)) }}
          inputOf={(values) => ({ ...values, planId: plan.planId })}
          onDone={({ planId, left }) => {
            if (left.length > 0) say(words.copiedLeft(left.map((unit) => unit[language]).join(', ')))
            onClose()
            go(paths.plan(planId))
          }}
          onCancel={onClose}
        >
          <TextField name="title" label={words.name} required wide />
          <YearField around={next} />
        </EventForm>
      </Stack>
    </Dialog>
  )
}

function YearField({ around }: { around: number }) {
  const words = useWords(messages)
  const years = [around - 1, around, around + 1].map(String)
  return <SelectField name="year" label={words.year} required options={years.map((value) => ({ value, label: value }))} />
}

function HeadFields() {
  const words = useWords(messages)
  return (
    <>
      <TextField name="title" label={words.name} required wide />
      <NumberField name="budget" label={words.budget} hint={words.budgetHint} />
      <NumberField name="awayPercent" label={words.away} />
      <TextField name="note" label={words.note} wide lines={2} />
    </>
  )
}
