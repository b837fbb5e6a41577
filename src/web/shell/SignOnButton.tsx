import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { readSignOn } from '#modules/access/oidc.contract.ts'
import { readSession, type Session } from '#modules/access/session.contract.ts'
import { call, read } from '#web/client.ts'
import { Button } from '#web/kit/Button.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { Link } from '#web/kit/Link.tsx'
import { messages } from '#web/shell/messages.ts'
import { useSignInTrouble } from '#web/shell/sign-in-trouble.ts'
import { goToProvider } from '#web/shell/sign-on.ts'
import { useWords } from '#web/words.ts'

/** The way in by single sign-on, where there is one. With `onEnter` it stands over a page whose input must not be lost: one signs in beside it. */
export function SignOnButton({ onEnter }: { onEnter?: ((session: Session) => Promise<void> | void) | undefined }) {
  const words = useWords(messages)
  const { data } = useQuery({ ...read(readSignOn, {}), staleTime: Number.POSITIVE_INFINITY })
  if (!data?.name) return null
  return (
    <div className="kc-signon">
      <p className="kc-muted">{words.orSignOn}</p>
      {onEnter ? <Beside name={data.name} onEnter={onEnter} /> : <Here name={data.name} />}
    </div>
  )
}

function Here({ name }: { name: string }) {
  const words = useWords(messages)
  const explain = useSignInTrouble()
  const { pathname, search } = useLocation()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  async function go() {
    setBusy(true)
    setTrouble(null)
    try {
      await goToProvider('enter', `${pathname}${search}`)
    } catch (error) {
      setTrouble(explain(error))
      setBusy(false)
    }
  }
  return (
    <>
      <ErrorSummary lines={trouble === null ? [] : [{ text: trouble }]} />
      <Button busy={busy} onClick={() => void go()}>
        {words.signOn(name)}
      </Button>
    </>
  )
}

/** In a tab of its own; whoever comes back from there is let in. */
function Beside({ name, onEnter }: { name: string; onEnter: (session: Session) => Promise<void> | void }) {
  const words = useWords(messages)
  useEffect(() => {
    const look = () =>
      void call(readSession, {}).then(
        (session) => (session.account ? onEnter(session) : undefined),
        () => undefined, // Not reached now: the next look may be.
      )
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [onEnter])
  return (
    <Link kind="button" to="/" target="_blank">
      {words.signOnBeside(name)}
    </Link>
  )
}
