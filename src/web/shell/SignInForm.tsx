import './sign-in.css'
import { useState, type FormEvent } from 'react'
import { openSession } from '#modules/access/session.contract.ts'
import { call, Problem } from '#web/client.ts'
import { setExpired } from '#web/expiry.ts'
import { Button } from '#web/kit/Button.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { problemText } from '#web/kit/problem-text.ts'
import { messages as kitMessages } from '#web/kit/messages.ts'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { TextField } from '#web/kit/TextField.tsx'
import { useNewSession, useSession } from '#web/session.tsx'
import { messages } from '#web/shell/messages.ts'
import { useWords } from '#web/words.ts'

/** User name and password. The same account coming back finds its page as it was. */
export function SignInForm({ username: given = '', password: givenPassword = '' }: { username?: string; password?: string }) {
  const words = useWords(messages)
  const { account } = useSession()
  const replace = useNewSession()
  const [username, setUsername] = useState(given)
  const [password, setPassword] = useState(givenPassword)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const explain = useTroubleText()
  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setTrouble(null)
    try {
      const session = await call(openSession, { username, password })
      setExpired(false)
      await replace(session, session.account?.id === account?.id)
    } catch (error) {
      setTrouble(explain(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="kc-form" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary lines={trouble === null ? [] : [{ text: trouble }]} />
      <TextField label={words.username} required value={username} onChange={setUsername} autoComplete="username" autoFocus={given === ''} />
      <TextField
        label={words.password}
        required
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        autoFocus={given !== ''}
      />
      <div className="kc-form-foot">
        <Button kind="primary" type="submit" busy={busy}>
          {words.signIn}
        </Button>
      </div>
    </form>
  )
}

function useTroubleText(): (error: unknown) => string {
  const words = useWords(messages)
  const kitWords = useWords(kitMessages)
  const refusalText = useRefusalText()
  return (error) => {
    const problem = error instanceof Problem ? error : new Problem(500)
    const refusal = problem.refusals[0]
    if (refusal)
      return refusal.code.includes('lock')
        ? words.signInLocked
        : refusal.code.startsWith('sign-in')
          ? words.signInRefused
          : refusalText(refusal)
    if (problem.status === 400 || problem.status === 401) return words.signInRefused
    return problemText(problem, kitWords).title
  }
}
