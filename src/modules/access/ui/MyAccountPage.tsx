import { Card, Columns, Stack } from '#web/kit/Card.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useSession } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './own-messages.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { SecondFactorCard } from './SecondFactorCard.tsx'
import { SessionsCard } from './SessionsCard.tsx'
import { SignOnCard } from './SignOnCard.tsx'

/** How one signs in oneself: password, second factor, and where one is signed in. */
export function MyAccountPage() {
  const words = useWords(messages)
  const { account } = useSession()
  return (
    <Page title={words.myAccount} about={`${account?.displayName ?? ''} · ${account?.username ?? ''}`}>
      <Stack>
        <Columns least={360}>
          <Card title={words.password} about={words.passwordAbout}>
            <PasswordForm />
          </Card>
          <SecondFactorCard />
        </Columns>
        <SignOnCard />
        <SessionsCard />
      </Stack>
    </Page>
  )
}
