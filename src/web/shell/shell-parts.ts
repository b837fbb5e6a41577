import { createContext } from 'react'
import type { ModuleRoute, SearchProvider } from '#web/module-route.ts'

/** What the modules put into the shell: the menu's pages and the answers to Ctrl+K. */
export const ShellParts = createContext<{ pages: ModuleRoute[]; loadSearchProviders: () => Promise<SearchProvider[]> }>({
  pages: [],
  loadSearchProviders: () => Promise.resolve([]),
})
