import { ratingGrades, ratingName } from '#law/ratings.ts'
import { correctRating, recordRating } from '#modules/evaluation/rating.contract.ts'
import { messages } from '#modules/evaluation/ui/messages.ts'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm, useEventValue } from '#modules/people/ui/EventForm.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useLanguage } from '#web/language.tsx'
import type { EventFormProps } from '#web/person-event.ts'
import { useToday } from '#web/today.ts'
import { useWords } from '#web/words.ts'

const recordShape = recordRating.input.omit({ personId: true, override: true })
const correctShape = correctRating.input.omit({ personId: true, ratingId: true, override: true })

export function RecordRating({ person, onDone, onCancel }: EventFormProps) {
  return (
    <EventForm
      operation={recordRating}
      shape={recordShape}
      start={{ grade: 'HTT' }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId })}
    >
      <RatingFields />
      <BasisFields />
    </EventForm>
  )
}

export function CorrectRating({ person, fact, onDone, onCancel }: EventFormProps) {
  return (
    <EventForm
      operation={correctRating}
      shape={correctShape}
      start={{ year: String(fact?.['year'] ?? ''), grade: fact?.['grade'] as 'HTT' }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId, ratingId: fact?.id ?? '' })}
    >
      <RatingFields />
      <BasisFields reason />
    </EventForm>
  )
}

const yearsOffered = 20

/** The grades by the names of the year rated. */
function RatingFields() {
  const words = useWords(messages)
  const { language } = useLanguage()
  const year = Number(useEventValue('year'))
  const thisYear = Number(useToday().slice(0, 4))
  const years = Array.from({ length: yearsOffered }, (_, back) => thisYear - back)
  return (
    <>
      <SelectField name="year" label={words.year} required options={years.map((one) => ({ value: String(one), label: String(one) }))} />
      <SelectField
        name="grade"
        label={words.grade}
        required
        options={Object.keys(ratingGrades).map((value) => ({ value, label: ratingName(value, year)[language] }))}
      />
    </>
  )
}
