import { levelsOf, qualificationKinds, qualificationStates, type QualificationKind } from '#law/qualifications.ts'
import { ethnicLanguages, languages } from '#law/skills.ts'
import { studyModes, theoryModes } from '#law/study-modes.ts'
import type { Bilingual } from '#lib/language.ts'
import { useEventValue } from '#modules/people/ui/EventForm.tsx'
import { CheckField } from '#web/kit/CheckField.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** Which levels there are follows from the kind; which dates are asked, from the state. */
export function QualificationFields() {
  const words = useWords(messages)
  const { language } = useLanguage()
  const kind = useEventValue('kind') as QualificationKind
  const isStudying = useEventValue('state') === 'studying'
  const options = (names: Record<string, Bilingual>) => Object.entries(names).map(([value, name]) => ({ value, label: name[language] }))
  const levels = Object.entries(levelsOf[kind] ?? {}).map(([value, { name }]) => ({ value, label: name[language] }))
  return (
    <>
      <SelectField name="kind" label={words.kind} required options={options(qualificationKinds)} />
      <SelectField name="level" label={words.level} required options={levels} />
      {kind === 'language' && <SelectField name="language" label={words.language} required options={options(languages)} />}
      {kind === 'ethnic_language' && <SelectField name="language" label={words.language} required options={options(ethnicLanguages)} />}
      {kind === 'degree' && <TextField name="fieldText" label={words.field} />}
      <SelectField name="state" label={words.state} required options={options(qualificationStates)} />
      {(kind === 'degree' || kind === 'theory') && (
        <SelectField name="mode" label={words.mode} any={words.unknown} options={options(kind === 'degree' ? studyModes : theoryModes)} />
      )}
      <TextField name="institution" label={words.institution} />
      <DateField name="from" label={isStudying ? words.fromStudying : words.fromFinished} precision="day" required />
      {isStudying && <DateField name="until" label={words.until} precision="day" />}
      {!isStudying && <TextField name="result" label={words.result} />}
      {!isStudying && <TextField name="certificate" label={words.certificate} />}
      <CheckField name="fromKnown" label={words.fromKnown} wide />
    </>
  )
}
