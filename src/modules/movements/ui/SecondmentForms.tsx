import { addDays } from '#lib/days.ts'
import { dayText } from '#lib/operation.ts'
import { endSecondment, extendSecondment, recordSecondment } from '#modules/movements/secondment.contract.ts'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { UnitField } from '#modules/people/ui/UnitField.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import type { EventFormProps } from '#web/person-event.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

const recordShape = recordSecondment.input
  .omit({ personId: true, to: true, override: true })
  .extend({ until: dayText.nullable().default(null) })
const extendShape = extendSecondment.input.omit({ personId: true, secondmentId: true, override: true })
const endShape = endSecondment.input.omit({ personId: true, secondmentId: true, override: true })

export function RecordSecondment({ person, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  return (
    <EventForm
      operation={recordSecondment}
      shape={recordShape}
      start={{ fromUnitId: person.unit?.id ?? '', hostUnitId: '' }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={({ until, ...values }) => ({ ...values, personId: person.personId, to: until && addDays(until, 1) })}
    >
      <UnitField name="fromUnitId" label={words.fromUnit} known={person.unit} required />
      <UnitField name="hostUnitId" label={words.hostUnit} required />
      <TextField name="titleText" label={words.titleText} />
      <TextField name="task" label={words.task} />
      <DateField name="from" label={words.start} precision="day" required />
      <DateField name="plannedEnd" label={words.planned} precision="day" />
      <DateField name="until" label={words.last} precision="day" />
      <TextField name="specialLaw" label={words.specialLaw} hint={words.specialLawHint} />
      <BasisFields />
    </EventForm>
  )
}

export function ExtendSecondment({ person, fact, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  return (
    <EventForm
      operation={extendSecondment}
      shape={extendShape}
      start={{}}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId, secondmentId: fact?.id ?? '' })}
    >
      <DateField name="plannedEnd" label={words.planned} precision="day" required />
      <TextField name="specialLaw" label={words.specialLaw} hint={words.specialLawHint} />
      <BasisFields />
    </EventForm>
  )
}

export function EndSecondment({ person, fact, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  return (
    <EventForm
      operation={endSecondment}
      shape={endShape}
      start={{}}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId, secondmentId: fact?.id ?? '' })}
    >
      <DateField name="on" label={words.back} precision="day" required />
      <TextField name="specialLaw" label={words.specialLaw} hint={words.specialLawHint} />
      <BasisFields />
    </EventForm>
  )
}
