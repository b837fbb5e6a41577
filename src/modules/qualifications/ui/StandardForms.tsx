import { fieldsOfStudy } from '#law/fields-of-study.ts'
import { isRequirement, languagesAsked, levelsAsked, requirementCodes, requirements } from '#law/requirements.ts'
import { addDays } from '#lib/days.ts'
import { dayText } from '#lib/operation.ts'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm, useEventValue } from '#modules/people/ui/EventForm.tsx'
import {
  addAcceptedField,
  endAcceptedField,
  endStandard,
  setStandard,
  setWeight,
  type ListedStandard,
  type TitleStandards,
} from '#modules/qualifications/standard.contract.ts'
import { useDay } from '#web/day.ts'
import { CheckField } from '#web/kit/CheckField.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './standard-messages.ts'

export type TitleAct =
  | { kind: 'set'; replaces?: ListedStandard }
  | { kind: 'end'; operation: typeof endStandard; input: { standardId: string } }
  | { kind: 'end'; operation: typeof endAcceptedField; input: { fieldId: string } }
  | { kind: 'field' }
  | { kind: 'weight' }

const until = dayText.nullable().default(null)
const setShape = setStandard.input.omit({ titleCode: true, replaces: true, to: true }).extend({ until })
const endShape = endStandard.input.omit({ standardId: true })
const fieldShape = addAcceptedField.input.omit({ titleCode: true, to: true })
const weightShape = setWeight.input.omit({ titleCode: true })

/** The one form that was asked for, in a drawer. */
export function StandardForms({ title, act, onClose }: { title: TitleStandards; act: TitleAct; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const heading = {
    set: 'replaces' in act && act.replaces ? words.change : words.set,
    end: words.end,
    field: words.addField,
    weight: words.setWeight,
  }[act.kind]
  return (
    <Drawer opened title={`${heading} · ${title.name[language]}`} onClose={onClose} width={560}>
      <FormOf title={title} act={act} onClose={onClose} />
    </Drawer>
  )
}

function FormOf({ title, act, onClose }: { title: TitleStandards; act: TitleAct; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { day } = useDay()
  const common = { onDone: onClose, onCancel: onClose, submitLabel: words.save }
  const from = <DateField name="from" label={words.from} precision="day" required />
  if (act.kind === 'set') {
    const { replaces } = act
    return (
      <EventForm
        {...common}
        operation={setStandard}
        shape={setShape}
        start={
          replaces
            ? {
                ...replaces,
                level: replaces.level ?? '',
                language: replaces.language ?? '',
                article: replaces.article ?? '',
                from: day,
                until: '',
                decisionId: '',
              }
            : { requirement: 'theory', from: day }
        }
        inputOf={({ until: last, ...values }) => ({
          ...values,
          titleCode: title.code,
          replaces: replaces?.id ?? null,
          to: last && addDays(last, 1),
        })}
      >
        <StandardFields isFixed={replaces !== undefined} />
        <TextField name="document" label={words.document} required wide />
        <TextField name="article" label={words.article} />
        <CheckField name="verified" label={words.verified} />
        {from}
        <DateField name="until" label={words.until} precision="day" />
        <BasisFields />
      </EventForm>
    )
  }
  if (act.kind === 'field')
    return (
      <EventForm
        {...common}
        operation={addAcceptedField}
        shape={fieldShape}
        start={{ from: day }}
        inputOf={(values) => ({ ...values, titleCode: title.code })}
      >
        <SelectField
          name="fieldCode"
          label={words.field}
          required
          options={fieldsOfStudy
            .filter(({ code }) => !title.fields.some((field) => field.code === code))
            .map(({ code, name }) => ({ value: code, label: name[language] }))}
        />
        {from}
        <BasisFields />
      </EventForm>
    )
  if (act.kind === 'weight')
    return (
      <EventForm
        {...common}
        operation={setWeight}
        shape={weightShape}
        start={{ weight: title.weight, from: day }}
        inputOf={(values) => ({ ...values, titleCode: title.code })}
      >
        <NumberField name="weight" label={words.weight} hint={words.weightAbout} required />
        {from}
        <BasisFields />
      </EventForm>
    )
  const on = (
    <>
      <DateField name="on" label={words.on} precision="day" required />
      <BasisFields />
    </>
  )
  if ('standardId' in act.input) {
    const { standardId } = act.input
    return (
      <EventForm {...common} operation={endStandard} shape={endShape} start={{ on: day }} inputOf={(values) => ({ ...values, standardId })}>
        {on}
      </EventForm>
    )
  }
  const { fieldId } = act.input
  return (
    <EventForm {...common} operation={endAcceptedField} shape={endShape} start={{ on: day }} inputOf={(values) => ({ ...values, fieldId })}>
      {on}
    </EventForm>
  )
}

/** Which of level, language and hours are asked for follows from the requirement. */
function StandardFields({ isFixed }: { isFixed: boolean }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const chosen = useEventValue('requirement')
  const spoken = useEventValue('language')
  const requirement = typeof chosen === 'string' && isRequirement(chosen) ? chosen : 'theory'
  const levels = Object.entries(levelsAsked(requirement, typeof spoken === 'string' && spoken !== '' ? spoken : null))
  return (
    <>
      <SelectField
        name="requirement"
        label={words.requirement}
        required
        options={requirementCodes
          .filter((code) => !isFixed || code === requirement)
          .map((code) => ({ value: code, label: requirements[code][language] }))}
      />
      {requirement === 'language' && (
        <SelectField
          name="language"
          label={words.language}
          any={words.anyLanguage}
          options={Object.entries(languagesAsked).map(([value, name]) => ({ value, label: name[language] }))}
        />
      )}
      {levels.length > 0 && (
        <SelectField
          name="level"
          label={words.levelAsked}
          required
          options={levels.map(([value, { name }]) => ({ value, label: name[language] }))}
        />
      )}
      {requirement === 'hours' && <NumberField name="periods" label={words.periods} required />}
    </>
  )
}
