import { createRoot } from 'react-dom/client'
import { App } from '#web/App.tsx'
import { makeQueryClient } from '#web/query-client.ts'
import { pages, searchProviders } from './pages.tsx'
import { answer } from './answers.ts'

// The server of this page is a function: what is under test are the shell and the kit.
globalThis.fetch = answer

const loadSearchProviders = () => Promise.resolve(searchProviders)
const loadRefusalSentences = () => Promise.resolve({ 'name-taken': taken })

function taken({ name }: { code: string; name?: unknown }) {
  return { vi: `Đã có lớp tên ${String(name)}`, en: `There is already a class called ${String(name)}` }
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <App pages={pages} loadSearchProviders={loadSearchProviders} loadRefusalSentences={loadRefusalSentences} queries={makeQueryClient()} />,
  )
