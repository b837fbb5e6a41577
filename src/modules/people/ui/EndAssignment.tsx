import { endAssignment } from '#modules/people/person.contract.ts'
import { DateField } from '#web/kit/DateField.tsx'
import type { EventFormProps } from '#web/person-event.ts'
import { useWords } from '#web/words.ts'
import { BasisFields } from './BasisFields.tsx'
import { EventForm } from './EventForm.tsx'
import { messages } from './form-messages.ts'

const shape = endAssignment.input.pick({ on: true, decisionId: true, basis: true })

/** Ends a post from a day on. */
export function EndAssignment({ person, fact, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  return (
    <EventForm
      operation={endAssignment}
      shape={shape}
      start={{}}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId, assignmentId: fact?.id ?? '' })}
    >
      <DateField name="on" label={words.on} precision="day" required />
      <BasisFields />
    </EventForm>
  )
}
