import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { recordCommitment } from '#modules/training/commitment.contract.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import type { EventFormProps } from '#web/person-event.ts'
import { useWords } from '#web/words.ts'
import { messages } from './commitment-messages.ts'

const shape = recordCommitment.input.omit({ personId: true, sendingId: true, costLines: true, override: true })

/** The service owed after a study for a degree, from the person's file. */
export function RecordCommitment({ person, fact, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  return (
    <EventForm
      operation={recordCommitment}
      shape={shape}
      start={{}}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId, sendingId: fact?.id ?? '' })}
    >
      <NumberField name="courseMonths" label={words.courseMonths} required />
      <NumberField name="committedMonths" label={words.committedMonths} hint={words.committedHint} />
      <DateField name="serviceFrom" label={words.serviceFrom} hint={words.serviceFromHint} precision="day" />
      <BasisFields />
    </EventForm>
  )
}
