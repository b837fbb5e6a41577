import { useState } from 'react'
import { beginSecondFactor, confirmSecondFactor } from '#modules/access/second-factor.contract.ts'
import { useCommand } from '#web/command.ts'
import { Stack } from '#web/kit/Card.tsx'
import { CodeList } from '#web/kit/CodeList.tsx'
import { Form } from '#web/kit/Form.tsx'
import { QrPicture } from '#web/kit/QrPicture.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './own-messages.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'

type Begun = { secret: string; address: string }

/** Sets the second factor up in three steps: begin, scan and confirm, keep the recovery codes. */
export function EnrolSecondFactor({ asksPassword, onDone }: { asksPassword: boolean; onDone: () => void }) {
  const [begun, setBegun] = useState<Begun | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />
  if (begun) return <Confirm begun={begun} onConfirmed={setCodes} />
  return <Begin asksPassword={asksPassword} onBegun={setBegun} />
}

const passwordShape = beginSecondFactor.input.required()
const noShape = beginSecondFactor.input.omit({ password: true })

function Begin({ asksPassword, onBegun }: { asksPassword: boolean; onBegun: (begun: Begun) => void }) {
  const words = useWords(messages)
  const form = useForm(asksPassword ? passwordShape : noShape, {})
  const begin = useCommand(beginSecondFactor, { refresh: [], onDone: onBegun })
  return (
    <Form
      form={form}
      onSubmit={begin.send}
      busy={begin.busy}
      problem={begin.problem}
      submitLabel={asksPassword ? words.goOn : words.turnOn}
    >
      <p className="kc-wide">{asksPassword ? words.askPassword : words.offAbout}</p>
      {asksPassword && (
        <TextField name="password" label={words.current} type="password" autoComplete="current-password" required wide autoFocus />
      )}
    </Form>
  )
}

function Confirm({ begun, onConfirmed }: { begun: Begun; onConfirmed: (codes: string[]) => void }) {
  const words = useWords(messages)
  const form = useForm(confirmSecondFactor.input, { code: '' })
  const confirm = useCommand(confirmSecondFactor, { onDone: ({ recoveryCodes }) => onConfirmed(recoveryCodes) })
  return (
    <Stack>
      <p>{words.stepScan}</p>
      <QrPicture text={begun.address} label={words.qrLabel} />
      <div>
        <p className="kc-muted">{words.byHand}</p>
        <CodeList label={words.byHand} codes={[inFours(begun.secret)]} />
      </div>
      <Form form={form} onSubmit={confirm.send} busy={confirm.busy} problem={confirm.problem} submitLabel={words.confirm}>
        <p className="kc-wide">{words.stepCode}</p>
        <TextField name="code" label={words.code} digits autoComplete="one-time-code" required />
      </Form>
    </Stack>
  )
}

function inFours(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}
