import { guardedFields } from '#modules/people/field-classes.ts'
import { correctProfile, profileFields } from '#modules/people/person.contract.ts'
import type { EventFormProps } from '#web/person-event.ts'
import { useWords } from '#web/words.ts'
import { BasisFields } from './BasisFields.tsx'
import { EventForm } from './EventForm.tsx'
import { ProfileFields } from './ProfileFields.tsx'
import { messages } from './form-messages.ts'

const shape = correctProfile.input.omit({ personId: true, seenId: true, override: true })

/** Closes the curriculum vitae as known and records it anew. */
export function CorrectProfile({ person, fact, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  const start = Object.fromEntries(Object.keys(profileFields).map((name) => [name, fact?.[name] ?? '']))
  const guarded = guardedFields.filter((name) => name in profileFields)
  const isClosed = fact !== null && guarded.some((name) => !(name in fact))
  // An empty box clears the field; a field that was not shown is left out.
  const cleared = isClosed ? {} : Object.fromEntries(guarded.map((name) => [name, null]))
  return (
    <EventForm
      operation={correctProfile}
      shape={shape}
      submitLabel={words.correct}
      start={start}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...cleared, ...values, personId: person.personId, ...(fact ? { seenId: fact.id } : {}) })}
    >
      <ProfileFields isClosed={isClosed} />
      <BasisFields reason />
    </EventForm>
  )
}
