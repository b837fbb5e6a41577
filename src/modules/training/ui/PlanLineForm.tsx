import { useState } from 'react'
import { studyModes, theoryModes } from '#law/study-modes.ts'
import { trainingKinds } from '#law/training-kinds.ts'
import { addDays } from '#lib/days.ts'
import { dayText } from '#lib/operation.ts'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { addLine, changeLine, type PlanLine } from '#modules/training/plan-line.contract.ts'
import type { PlanHead } from '#modules/training/plan.contract.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { LineCosts, type CostDraft } from './LineCosts.tsx'
import { LineShares, type ShareDraft } from './LineShares.tsx'
import { messages } from './plan-messages.ts'

const shape = addLine.input
  .omit({ planId: true, revision: true, endsOn: true, costs: true, unitSeats: true, override: true })
  .extend({ until: dayText.nullable().default(null) })

/** A course of the plan with its costs and the seats of units. */
export function PlanLineForm({
  plan,
  line,
  onClose,
  onRefused,
}: {
  plan: PlanHead
  line: PlanLine | null
  onClose: () => void
  onRefused: () => void
}) {
  const words = useWords(messages)
  const [costs, setCosts] = useState<CostDraft[]>(
    () => line?.costs.filter(({ amount }) => amount > 0).map(({ item, per, amount }) => ({ item, per, amount })) ?? [],
  )
  const [shares, setShares] = useState<ShareDraft[]>(() => line?.unitSeats.map(({ unit, seats }) => ({ unit, seats })) ?? [])
  const around = {
    shape,
    start: startOf(line),
    submitLabel: line ? words.change : words.addLine,
    onDone: onClose,
    onRefused,
    onCancel: onClose,
  }
  const kept = {
    planId: plan.planId,
    revision: plan.revision,
    // The codes come from the lists that the fields offer.
    costs: costs.map(({ item, per, amount }) => ({ item: item as 'tuition', per, amount: amount ?? 0 })),
    unitSeats: shares.filter(({ unit }) => unit.id).map(({ unit, seats }) => ({ unitId: unit.id, seats: seats ?? 0 })),
  }
  const fields = (
    <>
      <LineFields />
      <LineCosts costs={costs} onChange={setCosts} />
      <LineShares shares={shares} onChange={setShares} />
    </>
  )
  return (
    <Drawer opened title={line ? `${words.change}: ${line.title}` : words.addLine} onClose={onClose} width={840}>
      {line ? (
        <EventForm
          operation={changeLine}
          inputOf={({ until, ...values }) => ({ ...values, ...kept, lineId: line.lineId, endsOn: until && addDays(until, 1) })}
          {...around}
        >
          {fields}
        </EventForm>
      ) : (
        <EventForm
          operation={addLine}
          inputOf={({ until, ...values }) => ({ ...values, ...kept, endsOn: until && addDays(until, 1) })}
          {...around}
        >
          {fields}
        </EventForm>
      )}
    </Drawer>
  )
}

function startOf(line: PlanLine | null) {
  if (!line) return { kind: 'LLCT_TC' as const, title: '' }
  return {
    kind: line.kind as 'LLCT_TC', // a code of the list
    title: line.title,
    seats: line.seats,
    startsOn: line.startsOn ?? '',
    until: line.endsOn ? addDays(line.endsOn, -1) : '',
    periods: line.periods,
    whom: line.whom ?? '',
    fieldText: line.fieldText ?? '',
    mode: line.mode ?? '',
    institution: line.institution ?? '',
    place: line.place ?? '',
    budgetLine: line.budgetLine ?? '',
  }
}

function LineFields() {
  const words = useWords(messages)
  const { language } = useLanguage()
  const modes = Object.entries({ ...studyModes, ...theoryModes }).map(([value, name]) => ({ value, label: name[language] }))
  return (
    <>
      <TextField name="title" label={words.course} required wide />
      <SelectField
        name="kind"
        label={words.kind}
        required
        options={Object.entries(trainingKinds).map(([value, { name }]) => ({ value, label: name[language] }))}
      />
      <NumberField name="seats" label={words.seats} required />
      <TextField name="whom" label={words.whom} wide />
      <DateField name="startsOn" label={words.from} precision="day" />
      <DateField name="until" label={words.until} precision="day" />
      <TextField name="place" label={words.place} />
      <TextField name="institution" label={words.institution} />
      <SelectField name="mode" label={words.mode} any={words.anyMode} options={modes} />
      <TextField name="fieldText" label={words.field} />
      <TextField name="budgetLine" label={words.budgetLine} />
      <NumberField name="periods" label={words.periods} />
    </>
  )
}
