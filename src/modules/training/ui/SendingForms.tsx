import { addDays } from '#lib/days.ts'
import { dayText } from '#lib/operation.ts'
import { educationLevels } from '#law/education-levels.ts'
import { studyModes, theoryModes } from '#law/study-modes.ts'
import { trainingKinds } from '#law/training-kinds.ts'
import { outcomes } from '#modules/people/kinds.ts'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { UnitField } from '#modules/people/ui/UnitField.tsx'
import { cancelSending, outcomeNames, recordResult, recordSending } from '#modules/training/sending.contract.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import type { EventFormProps } from '#web/person-event.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

const recordShape = recordSending.input
  .omit({ personId: true, studyTo: true, override: true })
  .extend({ studyUntil: dayText.nullable().default(null) })
const resultShape = recordResult.input.omit({ personId: true, sendingId: true, override: true })
const cancelShape = cancelSending.input.omit({ personId: true, sendingId: true, override: true })

export function RecordSending({ person, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const modes = Object.entries({ ...studyModes, ...theoryModes }).map(([value, name]) => ({ value, label: name[language] }))
  return (
    <EventForm
      operation={recordSending}
      shape={recordShape}
      start={{ kind: 'LLCT_TC', unitId: person.unit?.id ?? '' }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={({ studyUntil, ...values }) => ({ ...values, personId: person.personId, studyTo: studyUntil && addDays(studyUntil, 1) })}
    >
      <SelectField
        name="kind"
        label={words.kind}
        required
        options={Object.entries(trainingKinds).map(([value, { name }]) => ({ value, label: name[language] }))}
      />
      <UnitField name="unitId" label={words.unitWhenSent} known={person.unit} required />
      <DateField name="sentOn" label={words.sentOn} precision="day" required />
      <TextField name="institution" label={words.school} />
      <DateField name="studyFrom" label={words.studyFrom} precision="day" />
      <DateField name="studyUntil" label={words.studyUntil} precision="day" />
      <SelectField name="mode" label={words.mode} any={words.unknown} options={modes} />
      <TextField name="purpose" label={words.purpose} />
      <BasisFields />
    </EventForm>
  )
}

/** What came of the study; a completed course of a level writes the qualification, too. */
export function RecordResult({ person, fact, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <EventForm
      operation={recordResult}
      shape={resultShape}
      start={{ outcome: 'completed' }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId, sendingId: fact?.id ?? '' })}
    >
      <Notice tone="plain">{words.writes}</Notice>
      <SelectField
        name="outcome"
        label={words.outcome}
        required
        options={outcomeNames.map((value) => ({ value, label: outcomes[value][language] }))}
      />
      <DateField name="on" label={words.on} precision="day" required />
      <TextField name="fieldText" label={words.field} />
      <SelectField
        name="level"
        label={words.level}
        hint={words.levelHint}
        any={words.unknown}
        options={Object.entries(educationLevels).map(([value, { name }]) => ({ value, label: name[language] }))}
      />
      <TextField name="result" label={words.result} />
      <TextField name="certificate" label={words.certificateNumber} />
      <BasisFields />
    </EventForm>
  )
}

export function CancelSending({ person, fact, onDone, onCancel }: EventFormProps) {
  return (
    <EventForm
      operation={cancelSending}
      shape={cancelShape}
      start={{}}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId, sendingId: fact?.id ?? '' })}
    >
      <BasisFields />
    </EventForm>
  )
}
