import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Problem } from '#web/client.ts'
import { Button } from '#web/kit/Button.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { messages } from '#web/kit/messages.ts'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'

/** Asks before an act that is hard to take back. With `reason` it must be given, and goes into the audit log. */
export function Confirm({
  opened,
  title,
  action,
  danger,
  reason,
  busy,
  problem,
  onConfirm,
  onClose,
  children,
}: {
  opened: boolean
  title: string
  action: string
  danger?: boolean
  reason?: boolean
  busy?: boolean
  problem?: Problem | null
  onConfirm: (reason: string) => unknown
  onClose: () => void
  children?: ReactNode
}) {
  const words = useWords(messages)
  const refusalText = useRefusalText()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  function confirm() {
    if (reason && text.trim() === '') return setMissing(true)
    void onConfirm(text.trim())
  }
  const lines = problem
    ? problem.refusals.length > 0
      ? problem.refusals.map((refusal) => ({ text: refusalText(refusal) }))
      : [{ problem, text: '' }]
    : []
  return (
    <Dialog opened={opened} title={title} onClose={onClose}>
      <div className="kc-form">
        <ErrorSummary lines={lines} />
        {children}
        {reason && (
          <TextField
            label={words.reason}
            required
            lines={3}
            value={text}
            onChange={(next) => {
              setText(next)
              setMissing(false)
            }}
            error={missing ? words.reasonMissing : undefined}
          />
        )}
        <div className="kc-form-foot">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={busy === true} onClick={confirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
