import { ethnicGroups } from '#law/ethnic-groups.ts'
import { religions } from '#law/religions.ts'
import { sexes } from '#modules/people/kinds.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './form-messages.ts'

/** A curriculum vitae in the order of the paper record. */
export function ProfileFields({ isClosed = false }: { isClosed?: boolean }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  // What is not shown is not asked for either; a correction leaves it as it is.
  const isOpen = useMay()('people.sensitive') && !isClosed
  return (
    <>
      <TextField name="fullName" label={words.fullName} required wide />
      <SelectField
        name="sex"
        label={words.sex}
        any={words.unknown}
        options={Object.entries(sexes).map(([value, label]) => ({ value, label: label[language] }))}
      />
      <DateField name="birth" label={words.birth} />
      <TextField name="nativePlace" label={words.nativePlace} />
      <TextField name="birthplace" label={words.birthplace} />
      <TextField name="generalEducation" label={words.generalEducation} hint={words.generalEducationHint} />
      {isOpen && (
        <>
          <SelectField
            name="ethnicity"
            label={words.ethnicity}
            any={words.unknown}
            options={ethnicGroups.map(({ code, name }) => ({ value: code, label: name[language] }))}
          />
          <SelectField
            name="religion"
            label={words.religion}
            any={words.unknown}
            options={religions.map(({ code, name }) => ({ value: code, label: name[language] }))}
          />
          <DateField name="partyJoined" label={words.partyJoined} />
          <DateField name="partyOfficial" label={words.partyOfficial} />
          <TextField name="residence" label={words.residence} />
          <TextField name="phone" label={words.phone} type="tel" />
        </>
      )}
    </>
  )
}
