import { createRoot } from 'react-dom/client'
import { App } from '#web/App.tsx'
import { loadRefusalSentences, loadSearchProviders, moduleRoutes } from '#web/modules.ts'
import { lendNonce } from '#web/nonce.ts'
import { makeQueryClient } from '#web/query-client.ts'

lendNonce()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <App
      pages={moduleRoutes}
      loadSearchProviders={loadSearchProviders}
      loadRefusalSentences={loadRefusalSentences}
      queries={makeQueryClient()}
    />,
  )
}
