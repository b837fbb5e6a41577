import { useQuery } from '@tanstack/react-query'
import { readSecondFactor } from '#modules/access/second-factor.contract.ts'
import { read } from '#web/client.ts'
import { useGo } from '#web/day.ts'
import { Card } from '#web/kit/Card.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { paths } from '#web/paths.ts'
import { useSession } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx'
import { messages } from './own-messages.ts'

/** Where whoever needs a second factor sets it up before anything else. */
export function SecondFactorPage() {
  const words = useWords(messages)
  const { account } = useSession()
  const go = useGo()
  const factor = useQuery(read(readSecondFactor, {}))
  return (
    <Page title={words.turnOn}>
      {account?.mustEnrol && <Notice>{words.mustEnrol}</Notice>}
      <Card>
        <Loaded query={factor}>
          {({ asksPassword }) => <EnrolSecondFactor asksPassword={asksPassword} onDone={() => go(paths.home())} />}
        </Loaded>
      </Card>
    </Page>
  )
}
