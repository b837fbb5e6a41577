import { useState } from 'react'
import { removeSecondFactor, renewRecoveryCodes } from '#modules/access/second-factor.contract.ts'
import { useCommand } from '#web/command.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './own-messages.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'

/** Asks for password and code, and turns the second factor off. */
export function RemoveSecondFactor({ onClose }: { onClose: () => void }) {
  const words = useWords(messages)
  const say = useToast()
  const form = useForm(removeSecondFactor.input, { password: '', code: '' })
  const remove = useCommand(removeSecondFactor, {
    onDone: () => {
      say(words.turnedOff)
      onClose()
    },
  })
  return (
    <Dialog opened title={words.turnOffTitle} onClose={onClose}>
      <Form
        form={form}
        onSubmit={remove.send}
        busy={remove.busy}
        problem={remove.problem}
        submitLabel={words.turnOffTitle}
        onCancel={onClose}
      >
        <BothFields />
      </Form>
    </Dialog>
  )
}

/** Asks for password and code, and shows ten new recovery codes. */
export function RenewRecoveryCodes({ onClose }: { onClose: () => void }) {
  const words = useWords(messages)
  const [codes, setCodes] = useState<string[] | null>(null)
  const form = useForm(renewRecoveryCodes.input, { password: '', code: '' })
  const renew = useCommand(renewRecoveryCodes, { onDone: ({ recoveryCodes }) => setCodes(recoveryCodes) })
  return (
    <Dialog opened title={codes ? words.codesTitle : words.renewCodes} onClose={onClose}>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={onClose} />
      ) : (
        <Form form={form} onSubmit={renew.send} busy={renew.busy} problem={renew.problem} submitLabel={words.renewCodes} onCancel={onClose}>
          <p className="kc-wide">{words.renewAbout}</p>
          <BothFields />
        </Form>
      )}
    </Dialog>
  )
}

function BothFields() {
  const words = useWords(messages)
  return (
    <>
      <TextField name="password" label={words.current} type="password" autoComplete="current-password" required wide />
      <TextField name="code" label={words.eitherCode} autoComplete="one-time-code" required wide />
    </>
  )
}
