import type { ReactNode } from 'react'
import { Problem } from '#web/client.ts'
import { Card } from '#web/kit/Card.tsx'
import { messages } from '#web/kit/messages.ts'
import { Page } from '#web/kit/Page.tsx'
import { problemText } from '#web/kit/problem-text.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'

/** Shows a page to those who may see it; the server decides again on every read. */
export function Permitted({
  permission,
  otherwise,
  children,
}: {
  permission: string | undefined
  otherwise?: ReactNode
  children: ReactNode
}) {
  const may = useMay()
  return may(permission) ? children : (otherwise ?? <NotPermitted />)
}

function NotPermitted() {
  const { title, advice } = problemText(new Problem(403), useWords(messages))
  return (
    <Page title={title}>
      <Card>{advice}</Card>
    </Page>
  )
}
