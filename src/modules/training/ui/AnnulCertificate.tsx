import { listDecisions } from '#modules/decisions/decision.contract.ts'
import { annulCertificate, type CertificateRow } from '#modules/training/certificate.contract.ts'
import { call } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { formatDay } from '#web/format.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './certificate-messages.ts'

const shape = annulCertificate.input.omit({ classId: true, personId: true })

export function AnnulCertificate({ certificate, onClose }: { certificate: CertificateRow; onClose: () => void }) {
  const words = useWords(messages)
  const say = useToast()
  const form = useForm(shape, {})
  const annul = useCommand(annulCertificate, {
    onDone: () => {
      say(words.annulled)
      onClose()
    },
  })
  const { classId, personId, number, name } = certificate
  return (
    <Dialog opened title={`${words.annulTitle(number)} · ${name}`} onClose={onClose}>
      <Form
        form={form}
        onSubmit={(values) => annul.send({ ...values, classId, personId })}
        busy={annul.busy}
        problem={annul.problem}
        submitLabel={words.annul}
        onCancel={onClose}
      >
        <Notice tone="plain">{words.annulAbout}</Notice>
        <DateField name="on" label={words.on} precision="day" required />
        <Combobox
          name="decisionId"
          label={words.paper}
          wide
          search={{
            key: 'decisions',
            find: async (q, signal) =>
              (await call(listDecisions, { q, limit: 8 }, { signal })).decisions.map(({ id, code, issuedOn, subject }) => ({
                value: id,
                label: `${code} · ${formatDay(issuedOn)}`,
                about: subject,
              })),
          }}
        />
        <TextField name="reason" label={words.reason} wide required />
      </Form>
    </Dialog>
  )
}
