import { officialKinds } from '#law/official-kinds.ts'
import { titles } from '#law/titles.ts'
import { formatDay } from '#lib/days.ts'
import { assignmentKinds } from '#modules/people/kinds.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { UnitField } from './UnitField.tsx'
import { messages } from './form-messages.ts'

/** A post: how it is held, where, which, and from when. */
export function PostFields({
  unit,
  withKind = true,
  withEnd = true,
}: {
  unit: { id: string; name: string } | null
  withKind?: boolean
  withEnd?: boolean
}) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <>
      {withKind && (
        <SelectField
          name="kind"
          label={words.kind}
          required
          options={Object.entries(assignmentKinds).map(([value, label]) => ({ value, label: label[language] }))}
        />
      )}
      <UnitField name="unitId" label={words.unit} known={unit} required />
      <TitleField />
      <TextField name="titleText" label={words.titleText} hint={words.titleTextHint} />
      <SelectField
        name="officialKind"
        label={words.officialKind}
        any={words.byTitle}
        options={Object.entries(officialKinds).map(([value, { name }]) => ({ value, label: name[language] }))}
      />
      <DateField name="from" label={words.from} precision="day" required />
      {withEnd && <DateField name="until" label={words.until} hint={words.untilHint} precision="day" />}
    </>
  )
}

/** A title of the law's lists; one that has ended says until when. */
function TitleField() {
  const words = useWords(messages)
  const { language } = useLanguage()
  const level = { district: { vi: 'cấp huyện', en: 'district' }, commune: { vi: 'cấp xã', en: 'commune' } }
  const options = titles.map(({ code, name, level: at, to }) => ({
    value: code,
    label: name[language],
    about: [level[at][language], to && `→ ${formatDay(to)}`].filter(Boolean).join(' '),
  }))
  return <Combobox name="titleCode" label={words.title} hint={words.titleHint} options={options} />
}
