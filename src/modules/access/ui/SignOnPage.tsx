import { useEffect, useRef, useState } from 'react'
import { Navigate, useLocation, useNavigate } from 'react-router'
import { completeSignOn } from '#modules/access/oidc.contract.ts'
import { call } from '#web/client.ts'
import { setExpired } from '#web/expiry.ts'
import { Alone } from '#web/kit/Alone.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Row } from '#web/kit/Card.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { paths } from '#web/paths.ts'
import { useNewSession, useSession } from '#web/session.tsx'
import { useSignInTrouble } from '#web/shell/sign-in-trouble.ts'
import { SignInPage } from '#web/shell/SignInPage.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './sign-on-messages.ts'

/**
 * Where the provider sends the browser back to. The page hands over the answer by a call of its own: sent by our page and not by
 * a foreign one, it carries our cookies, and the session that it opens is there for the next page.
 */
export function SignOnPage() {
  const words = useWords(messages)
  const { account } = useSession()
  const explain = useSignInTrouble()
  const { search } = useLocation()
  const navigate = useNavigate()
  const replace = useNewSession()
  const say = useToast()
  const isSent = useRef(false)
  const [trouble, setTrouble] = useState<{ thrown: unknown; of: 'stranger' | 'account' } | null>(null)

  useEffect(() => {
    if (isSent.current) return
    isSent.current = true
    void complete(search)
  })

  async function complete(answer: string) {
    // What came back is used up: it neither stays in the address nor is sent again by a reload.
    await navigate({ search: '' }, { replace: true })
    if (answer === '') return navigate(paths.home(), { replace: true })
    try {
      const { purpose, next } = await call(completeSignOn, { answer })
      if (purpose === 'link') say(words.linkedNow)
      else setExpired(false)
      await replace(null, purpose === 'link')
      await navigate(next, { replace: true })
    } catch (error) {
      setTrouble({ thrown: error, of: account ? 'account' : 'stranger' })
    }
  }

  if (trouble === null) return <Alone title={words.coming}>{null}</Alone>
  if (trouble.of === 'stranger') return account ? <Navigate to={paths.home()} replace /> : <SignInPage trouble={explain(trouble.thrown)} />
  return (
    <Alone title={words.notLinked}>
      <Notice tone="error">{explain(trouble.thrown)}</Notice>
      <Row>
        <Link kind="button" to={paths.account()}>
          {words.toAccount}
        </Link>
      </Row>
    </Alone>
  )
}
