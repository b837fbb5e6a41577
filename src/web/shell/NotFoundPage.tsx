import { Card } from '#web/kit/Card.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Page } from '#web/kit/Page.tsx'
import { messages } from '#web/shell/messages.ts'
import { useWords } from '#web/words.ts'

export function NotFoundPage() {
  const words = useWords(messages)
  return (
    <Page title={words.notFoundTitle}>
      <Card flush>
        <Empty
          title={words.notFoundAbout}
          action={
            <Link kind="button" to="/">
              {words.toHome}
            </Link>
          }
        />
      </Card>
    </Page>
  )
}
