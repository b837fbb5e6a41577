import { useExpired } from '#web/expiry.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useSession } from '#web/session.tsx'
import { messages } from '#web/shell/messages.ts'
import { SignInForm } from '#web/shell/SignInForm.tsx'
import { useWords } from '#web/words.ts'

/** Over the page when the session has ended: the page beneath keeps what was typed. */
export function SignInAgain() {
  const words = useWords(messages)
  const expired = useExpired()
  const { account } = useSession()
  return (
    <Dialog opened={expired} locked title={words.expiredTitle} onClose={() => {}}>
      <div className="kc-kept kc-stack">
        <p>{words.expiredAbout}</p>
        <SignInForm username={account?.username ?? ''} />
      </div>
    </Dialog>
  )
}
