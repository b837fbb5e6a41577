import { z } from 'zod'
import { addDays } from '#lib/days.ts'
import { dayText } from '#lib/operation.ts'
import { identityKinds } from '#modules/people/kinds.ts'
import { correctIdentity, recordIdentity } from '#modules/people/person.contract.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import type { EventFormProps } from '#web/person-event.ts'
import { useWords } from '#web/words.ts'
import { BasisFields } from './BasisFields.tsx'
import { EventForm } from './EventForm.tsx'
import { messages } from './form-messages.ts'

const recordShape = recordIdentity.input.pick({ kind: true, number: true, from: true, decisionId: true, basis: true })
const correctShape = correctIdentity.input
  .pick({ number: true, from: true, decisionId: true, reason: true })
  .extend({ until: dayText.nullable().default(null) }) satisfies z.ZodObject

/** A new card: the former of its kind ends on the day this one begins. */
export function RecordIdentity({ person, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <EventForm
      operation={recordIdentity}
      shape={recordShape}
      start={{ kind: 'cccd' }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId })}
    >
      <SelectField
        name="kind"
        label={words.kind}
        required
        options={Object.entries(identityKinds).map(([value, label]) => ({ value, label: label[language] }))}
      />
      <TextField name="number" label={words.number} required />
      <DateField name="from" label={words.from} precision="day" required />
      <BasisFields />
    </EventForm>
  )
}

/** A number typed wrongly is corrected and set free. */
export function CorrectIdentity({ person, fact, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  const to = typeof fact?.['to'] === 'string' ? addDays(fact['to'], -1) : ''
  return (
    <EventForm
      operation={correctIdentity}
      shape={correctShape}
      submitLabel={words.correct}
      start={{ number: String(fact?.['number'] ?? ''), from: String(fact?.['from'] ?? ''), until: to }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={({ until, ...values }) => ({
        ...values,
        personId: person.personId,
        identityId: fact?.id ?? '',
        to: until && addDays(until, 1),
      })}
    >
      <TextField name="number" label={words.number} required />
      <DateField name="from" label={words.from} precision="day" required />
      <DateField name="until" label={words.until} precision="day" />
      <BasisFields reason />
    </EventForm>
  )
}
