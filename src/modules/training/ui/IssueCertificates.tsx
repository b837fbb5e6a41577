import { addDays } from '#lib/days.ts'
import { dayText } from '#lib/operation.ts'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { issueCertificates } from '#modules/training/certificate.contract.ts'
import { usualPattern } from '#modules/training/certificate.ts'
import { useFormat } from '#web/format.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './result-messages.ts'

const shape = issueCertificates.input
  .omit({ classId: true, personIds: true, override: true, expiresOn: true })
  .extend({ validUntil: dayText.nullable().default(null) })

/** Certificates for all who completed the class and have none. */
export function IssueCertificates({ classId, count, onClose }: { classId: string; count: number; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  return (
    <Drawer opened title={words.issueTitle} onClose={onClose} width={620}>
      <EventForm
        operation={issueCertificates}
        shape={shape}
        start={{ pattern: usualPattern }}
        submitLabel={words.issue(format.number(count))}
        onDone={onClose}
        onCancel={onClose}
        inputOf={({ validUntil, ...values }) => ({ ...values, classId, expiresOn: validUntil && addDays(validUntil, 1) })}
      >
        <TextField name="pattern" label={words.pattern} hint={words.patternHint} required />
        <DateField name="issuedOn" label={words.issuedOn} precision="day" required />
        <DateField name="validUntil" label={words.expires} precision="day" />
        <BasisFields />
      </EventForm>
    </Drawer>
  )
}
