import { decisionKinds } from '#modules/decisions/decision-kinds.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** What stands on the head and the foot of a paper, in the order in which it is read. */
export function DecisionFields() {
  const words = useWords(messages)
  return (
    <>
      <TextField name="code" label={words.code} hint="215-QĐ/HU · 15/QĐ-UBND" required />
      <DateField name="issuedOn" label={words.issuedOn} precision="day" required />
      <SelectField
        name="kind"
        label={words.kind}
        options={decisionKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        required
      />
      <TextField name="issuer" label={words.issuer} required />
      <TextField name="subject" label={words.subject} required wide />
      <TextField name="signer" label={words.signer} />
      <TextField name="signerTitle" label={words.signerTitle} />
    </>
  )
}
