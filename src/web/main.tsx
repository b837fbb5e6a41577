import { createRoot } from 'react-dom/client'
import { App } from '#web/App.tsx'
import { moduleRoutes, refusalSentences, searchProviders } from '#web/modules.ts'
import { makeQueryClient } from '#web/query-client.ts'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <App pages={moduleRoutes} searchProviders={searchProviders} refusalSentences={refusalSentences} queries={makeQueryClient()} />,
  )
}
