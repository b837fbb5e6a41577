import { z } from 'zod'
import { addDays } from '#lib/days.ts'
import { dayText, idText } from '#lib/operation.ts'
import { basisFields } from '#modules/people/basis.ts'
import { correctAssignment, postFields, recordAssignment } from '#modules/people/person.contract.ts'
import { CheckField } from '#web/kit/CheckField.tsx'
import type { EventFormProps } from '#web/person-event.ts'
import { useWords } from '#web/words.ts'
import { BasisFields } from './BasisFields.tsx'
import { EventForm } from './EventForm.tsx'
import { PostFields } from './PostFields.tsx'
import { messages } from './form-messages.ts'

const { to: _to, ...post } = postFields
const shared = { ...post, unitId: idText, until: dayText.nullable().default(null), decisionId: basisFields.decisionId }
const recordShape = z.object({ ...shared, basis: basisFields.basis, endFormer: z.boolean().default(false) })
const correctShape = z.object({ ...shared, reason: correctAssignment.input.shape.reason })

/** Records a post; of two main posts the former ends where that is wished. */
export function RecordAssignment({ person, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  return (
    <EventForm
      operation={recordAssignment}
      shape={recordShape}
      start={{ kind: 'main', unitId: person.unit?.id ?? '', endFormer: true }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={({ until, ...values }) => ({ ...values, personId: person.personId, to: afterLast(until) })}
    >
      <PostFields unit={person.unit} />
      <CheckField name="endFormer" label={words.endFormer} wide />
      <BasisFields />
    </EventForm>
  )
}

/** Corrects a post recorded wrongly; what was recorded stays in the history. */
export function CorrectAssignment({ person, fact, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  const unit = fact?.['unit'] as { id: string; vi: string } | undefined // As the file shows it.
  const to = typeof fact?.['to'] === 'string' ? fact['to'] : null
  return (
    <EventForm
      operation={correctAssignment}
      shape={correctShape}
      submitLabel={words.correct}
      onDone={onDone}
      onCancel={onCancel}
      start={{
        kind: fact?.['kind'] as 'main',
        unitId: unit?.id ?? '',
        titleCode: textOf(fact?.['titleCode']),
        titleText: textOf(fact?.['titleText']),
        officialKind: textOf(fact?.['officialKind']) as 'CC',
        from: textOf(fact?.['from']),
        until: to ? addDays(to, -1) : '',
      }}
      inputOf={({ until, ...values }) => ({ ...values, personId: person.personId, assignmentId: fact?.id ?? '', to: afterLast(until) })}
    >
      <PostFields unit={unit ? { id: unit.id, name: unit.vi } : null} />
      <BasisFields reason />
    </EventForm>
  )
}

/** The first day after the last one typed. */
function afterLast(until: string | null): string | null {
  return until && addDays(until, 1)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
