import { languages, ethnicLanguages } from '#law/skills.ts'
import { levelsOf, type QualificationKind } from '#law/qualifications.ts'
import { addDays } from '#lib/days.ts'
import { dayText } from '#lib/operation.ts'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { setResults } from '#modules/training/result.contract.ts'
import { useFormat } from '#web/format.ts'
import { Stack } from '#web/kit/Card.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './result-messages.ts'
import type { Change } from './use-result-draft.ts'

const shape = setResults.input
  .omit({ classId: true, results: true, override: true, expiresOn: true })
  .extend({ validUntil: dayText.nullable().default(null) })

/** The day and the paper of the results entered; a known one is corrected with its reason. */
export function RecordResults({
  classId,
  changes,
  openEnd,
  onClose,
  onDone,
}: {
  classId: string
  changes: readonly Change[]
  openEnd: string | null
  onClose: () => void
  onDone: () => void
}) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const known = changes.filter(({ row }) => row.state !== 'enrolled').map(({ row }) => row.name)
  const kind = openEnd as QualificationKind | null // The server gives one of its own kinds.
  const named = (names: Record<string, { vi: string; en: string }>) =>
    Object.entries(names).map(([value, name]) => ({ value, label: name[language] }))
  return (
    <Drawer opened title={words.save(format.number(changes.length))} onClose={onClose} width={620}>
      <Stack>
        <Notice tone="plain">{words.follows}</Notice>
        <EventForm
          operation={setResults}
          shape={shape}
          start={{}}
          submitLabel={words.save(format.number(changes.length))}
          onDone={onDone}
          onCancel={onClose}
          inputOf={({ validUntil, ...values }) => ({
            ...values,
            classId,
            expiresOn: validUntil && addDays(validUntil, 1),
            results: changes.map(({ row, state, grade }) => ({ personId: row.personId, state, grade })),
          })}
        >
          <DateField name="on" label={words.on} precision="day" required />
          {kind && (
            <SelectField
              name="level"
              label={words.level}
              any={words.noLevel}
              options={Object.entries(levelsOf[kind]).map(([value, { name }]) => ({ value, label: name[language] }))}
            />
          )}
          {kind === 'language' && <SelectField name="language" label={words.language} any="–" options={named(languages)} />}
          {kind === 'ethnic_language' && <SelectField name="language" label={words.language} any="–" options={named(ethnicLanguages)} />}
          <DateField name="validUntil" label={words.expires} precision="day" />
          {known.length > 0 && (
            <TextField name="correction" label={words.correction} hint={words.correctionHint(known.join(', '))} wide required />
          )}
          <BasisFields />
        </EventForm>
      </Stack>
    </Drawer>
  )
}
