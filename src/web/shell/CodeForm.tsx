import { useState, type FormEvent } from 'react'
import { confirmSession, type Session } from '#modules/access/session.contract.ts'
import { call, Problem } from '#web/client.ts'
import { Button } from '#web/kit/Button.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { messages } from '#web/shell/messages.ts'
import { useSignInTrouble } from '#web/shell/sign-in-trouble.ts'
import { useWords } from '#web/words.ts'

/** The second step of signing in: the code of the app, or one of the recovery codes. */
export function CodeForm({ onEnter, onBack }: { onEnter: (session: Session) => Promise<void> | void; onBack: () => void }) {
  const words = useWords(messages)
  const explain = useSignInTrouble()
  const [takes, setTakes] = useState<'app' | 'recovery'>('app')
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const ofApp = takes === 'app'
  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setTrouble(null)
    try {
      await onEnter(await call(confirmSession, { code }))
    } catch (error) {
      setCode('')
      setTrouble(error instanceof Problem && error.status === 400 ? words.codeHint : explain(error))
    } finally {
      setBusy(false)
    }
  }
  function take(next: typeof takes) {
    setTakes(next)
    setCode('')
    setTrouble(null)
  }
  return (
    <form className="kc-form" onSubmit={(event) => void submit(event)} noValidate aria-label={words.codeTitle}>
      <ErrorSummary lines={trouble === null ? [] : [{ text: trouble }]} />
      <TextField
        key={takes}
        label={ofApp ? words.code : words.recoveryCode}
        hint={ofApp ? words.codeHint : words.recoveryHint}
        required
        value={code}
        onChange={setCode}
        digits={ofApp}
        autoComplete={ofApp ? 'one-time-code' : 'off'}
        autoFocus
      />
      <div className="kc-form-foot">
        <Button kind="primary" type="submit" busy={busy}>
          {words.confirmCode}
        </Button>
      </div>
      <div className="kc-code-ways">
        <Button kind="quiet" onClick={() => take(ofApp ? 'recovery' : 'app')}>
          {ofApp ? words.takeRecoveryCode : words.takeAppCode}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {words.otherAccount}
        </Button>
      </div>
    </form>
  )
}
