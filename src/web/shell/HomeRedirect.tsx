import { use } from 'react'
import { Navigate, useLocation } from 'react-router'
import { keepDay } from '#web/day.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useMay } from '#web/session.tsx'
import { menuOf } from '#web/shell/menu-groups.ts'
import { messages } from '#web/shell/messages.ts'
import { ShellParts } from '#web/shell/shell-parts.ts'
import { useWords } from '#web/words.ts'

/** Where no module has a home page, the first page of the menu is it. */
export function HomeRedirect() {
  const words = useWords(messages)
  const { pages } = use(ShellParts)
  const { search } = useLocation()
  const first = menuOf(pages, useMay())[0]?.pages[0]
  if (first) return <Navigate to={keepDay(first.path, search)} replace />
  return (
    <Page title="Kế Cận">
      <Empty title={words.noPages} />
    </Page>
  )
}
