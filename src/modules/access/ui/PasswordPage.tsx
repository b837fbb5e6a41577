import { useGo } from '#web/day.ts'
import { Card } from '#web/kit/Card.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { paths } from '#web/paths.ts'
import { useSession } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './own-messages.ts'
import { PasswordForm } from './PasswordForm.tsx'

/** Where a password set by somebody else is changed before anything else. */
export function PasswordPage() {
  const words = useWords(messages)
  const { account } = useSession()
  const go = useGo()
  return (
    <Page title={words.changePassword}>
      {account?.mustChangePassword && <Notice tone="attention">{words.mustChange}</Notice>}
      <Card>
        <PasswordForm onDone={() => go(paths.home())} />
      </Card>
    </Page>
  )
}
