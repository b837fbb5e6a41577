import { addDays } from '#lib/days.ts'
import { dayText } from '#lib/operation.ts'
import { membershipKinds } from '#modules/people/kinds.ts'
import { endMembership, recordMembership } from '#modules/people/person.contract.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import type { EventFormProps } from '#web/person-event.ts'
import { useWords } from '#web/words.ts'
import { BasisFields } from './BasisFields.tsx'
import { EventForm } from './EventForm.tsx'
import { UnitField } from './UnitField.tsx'
import { messages } from './form-messages.ts'

const recordShape = recordMembership.input
  .omit({ personId: true, to: true, override: true })
  .extend({ until: dayText.nullable().default(null) })
const endShape = endMembership.input.pick({ on: true, decisionId: true, basis: true })

/** What ties a deputy, a Party member or a member of an association to a unit. */
export function RecordMembership({ person, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <EventForm
      operation={recordMembership}
      shape={recordShape}
      start={{ kind: 'party_member', unitId: person.unit?.id ?? '' }}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={({ until, ...values }) => ({ ...values, personId: person.personId, to: until && addDays(until, 1) })}
    >
      <SelectField
        name="kind"
        label={words.membership}
        required
        options={Object.entries(membershipKinds).map(([value, label]) => ({ value, label: label[language] }))}
      />
      <UnitField name="unitId" label={words.unit} known={person.unit} required />
      <TextField name="association" label={words.association} />
      <TextField name="titleText" label={words.titleText} />
      <DateField name="from" label={words.from} precision="day" required />
      <DateField name="until" label={words.until} hint={words.untilHint} precision="day" />
      <BasisFields />
    </EventForm>
  )
}

export function EndMembership({ person, fact, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  return (
    <EventForm
      operation={endMembership}
      shape={endShape}
      start={{}}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId, membershipId: fact?.id ?? '' })}
    >
      <DateField name="on" label={words.on} precision="day" required />
      <BasisFields />
    </EventForm>
  )
}
