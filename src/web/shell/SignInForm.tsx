import './sign-in.css'
import { useState, type FormEvent } from 'react'
import { openSession, type Session } from '#modules/access/session.contract.ts'
import { call } from '#web/client.ts'
import { setExpired } from '#web/expiry.ts'
import { Button } from '#web/kit/Button.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { useNewSession, useSession } from '#web/session.tsx'
import { messages } from '#web/shell/messages.ts'
import { SignOnButton } from '#web/shell/SignOnButton.tsx'
import { useSignInTrouble } from '#web/shell/sign-in-trouble.ts'
import { useWords } from '#web/words.ts'

const CodeForm = lazyPart(() => import('#web/shell/CodeForm.tsx').then((module) => module.CodeForm))

/** User name and password, then the code where there is a second factor. The same account coming back finds its page as it was. */
export function SignInForm({ username: given = '', password: givenPassword = '' }: { username?: string; password?: string }) {
  const { account, awaitsCode } = useSession()
  const replace = useNewSession()
  // Whoever reloads the page between the two steps goes on with the second.
  const [atCode, setAtCode] = useState(awaitsCode)
  async function enter(session: Session) {
    if (session.awaitsCode) return setAtCode(true)
    setExpired(false)
    await replace(session, session.account?.id === account?.id)
  }
  if (atCode) return <CodeForm onEnter={enter} onBack={() => setAtCode(false)} />
  return (
    <>
      <PasswordStep username={given} password={givenPassword} onEnter={enter} />
      <SignOnButton onEnter={account ? enter : undefined} />
    </>
  )
}

function PasswordStep(given: { username: string; password: string; onEnter: (session: Session) => Promise<void> | void }) {
  const words = useWords(messages)
  const explain = useSignInTrouble()
  const [username, setUsername] = useState(given.username)
  const [password, setPassword] = useState(given.password)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setTrouble(null)
    try {
      await given.onEnter(await call(openSession, { username, password }))
    } catch (error) {
      setTrouble(explain(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="kc-form" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary lines={trouble === null ? [] : [{ text: trouble }]} />
      <TextField
        label={words.username}
        required
        value={username}
        onChange={setUsername}
        autoComplete="username"
        autoFocus={given.username === ''}
      />
      <TextField
        label={words.password}
        required
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        autoFocus={given.username !== ''}
      />
      <div className="kc-form-foot">
        <Button kind="primary" type="submit" busy={busy}>
          {words.signIn}
        </Button>
      </div>
    </form>
  )
}
