import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { KitProvider } from '#web/kit/KitProvider.tsx'
import { RefusalSentences, type RefusalSentence } from '#web/kit/refusal-text.ts'
import { LanguageProvider } from '#web/language.tsx'
import type { ModuleRoute, SearchProvider } from '#web/module-route.ts'
import { routesOf } from '#web/routes.tsx'
import { SessionProvider } from '#web/session.tsx'
import { OutageNotice } from '#web/shell/OutageNotice.tsx'
import { ShellParts } from '#web/shell/shell-parts.ts'

/** The whole application over given pages. */
export function App({
  pages,
  loadSearchProviders,
  loadRefusalSentences,
  queries,
}: {
  pages: ModuleRoute[]
  loadSearchProviders: () => Promise<SearchProvider[]>
  loadRefusalSentences: () => Promise<Record<string, RefusalSentence>>
  queries: QueryClient
}) {
  const [router] = useState(() => createBrowserRouter(routesOf(pages, queries)))
  const [parts] = useState(() => ({ pages, loadSearchProviders }))
  const refusalSentences = useLoadedLater(loadRefusalSentences)
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <KitProvider>
          <RefusalSentences value={refusalSentences}>
            <ShellParts value={parts}>
              <OutageNotice />
              <SessionProvider>
                <RouterProvider router={router} />
              </SessionProvider>
            </ShellParts>
          </RefusalSentences>
        </KitProvider>
      </LanguageProvider>
    </QueryClientProvider>
  )
}

/** Refusals are rare: their sentences come after the first page has been drawn. */
function useLoadedLater(load: () => Promise<Record<string, RefusalSentence>>) {
  const [sentences, setSentences] = useState<Record<string, RefusalSentence>>({})
  useEffect(() => {
    // Unreachable now means only that a refusal is told by its code.
    load().then(setSentences, () => {})
  }, [load])
  return sentences
}
