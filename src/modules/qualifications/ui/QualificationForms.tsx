import { addDays } from '#lib/days.ts'
import { dayText } from '#lib/operation.ts'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { correctQualification, finishQualification, recordQualification } from '#modules/qualifications/qualification.contract.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import type { EventFormProps } from '#web/person-event.ts'
import { useWords } from '#web/words.ts'
import { QualificationFields } from './QualificationFields.tsx'
import { messages } from './messages.ts'

const until = dayText.nullable().default(null)
const recordShape = recordQualification.input.omit({ personId: true, to: true, override: true }).extend({ until })
const correctShape = correctQualification.input.omit({ personId: true, qualificationId: true, to: true, override: true }).extend({ until })
const finishShape = finishQualification.input.omit({ personId: true, qualificationId: true, override: true })

export function RecordQualification({ person, onDone, onCancel }: EventFormProps) {
  return (
    <EventForm
      operation={recordQualification}
      shape={recordShape}
      start={{ kind: 'degree', state: 'finished', fromKnown: true }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={({ until: last, ...values }) => ({ ...values, personId: person.personId, to: last && addDays(last, 1) })}
    >
      <QualificationFields />
      <BasisFields />
    </EventForm>
  )
}

export function CorrectQualification({ person, fact, onDone, onCancel }: EventFormProps) {
  const names = ['kind', 'level', 'state', 'fieldText', 'language', 'mode', 'institution', 'result', 'certificate', 'from'] as const
  const known = Object.fromEntries(names.map((name) => [name, fact?.[name] ?? '']))
  const last = typeof fact?.['to'] === 'string' ? addDays(fact['to'], -1) : ''
  return (
    <EventForm
      operation={correctQualification}
      shape={correctShape}
      start={{ ...known, until: last, fromKnown: fact?.['fromKnown'] !== false }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={({ until: end, ...values }) => ({
        ...values,
        personId: person.personId,
        qualificationId: fact?.id ?? '',
        to: end && addDays(end, 1),
      })}
    >
      <QualificationFields />
      <BasisFields reason />
    </EventForm>
  )
}

/** Ends a study: with the diploma, or without. */
export function FinishQualification({ person, fact, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  return (
    <EventForm
      operation={finishQualification}
      shape={finishShape}
      start={{ outcome: 'finished' }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId, qualificationId: fact?.id ?? '' })}
    >
      <SelectField
        name="outcome"
        label={words.outcome}
        required
        options={[
          { value: 'finished', label: words.finished },
          { value: 'abandoned', label: words.abandoned },
        ]}
      />
      <DateField name="on" label={words.on} precision="day" required />
      <TextField name="result" label={words.result} />
      <TextField name="certificate" label={words.certificate} />
      <BasisFields />
    </EventForm>
  )
}
