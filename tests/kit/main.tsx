import { createRoot } from 'react-dom/client'
import { App } from '#web/App.tsx'
import { makeQueryClient } from '#web/query-client.ts'
import { pages, searchProviders } from './pages.tsx'
import { answer } from './answers.ts'

// The server of this page is a function: what is under test are the shell and the kit.
globalThis.fetch = answer

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <App
      pages={pages}
      searchProviders={searchProviders}
      refusalSentences={{
        'name-taken': ({ name }) => ({ vi: `Đã có lớp tên ${String(name)}`, en: `There is already a class called ${String(name)}` }),
      }}
      queries={makeQueryClient()}
    />,
  )
