import type { RefusalSentence } from '#web/kit/refusal-text.ts'
import type { ModuleRoute, SearchProvider } from '#web/module-route.ts'

const routesFiles = import.meta.glob<{ routes: ModuleRoute[] }>('../modules/*/ui/routes.tsx', { eager: true })
const searchFiles = import.meta.glob<{ search: SearchProvider[] }>('../modules/*/ui/search.ts')
const refusalsFiles = import.meta.glob<{ refusals: Record<string, RefusalSentence> }>('../modules/*/ui/refusals.ts')

/** Every page of every module; a module adds its own by having `ui/routes.tsx`. */
export const moduleRoutes: ModuleRoute[] = Object.values(routesFiles).flatMap(({ routes }) => routes)

export async function loadSearchProviders(): Promise<SearchProvider[]> {
  const files = await Promise.all(Object.values(searchFiles).map((load) => load()))
  return files.flatMap(({ search }) => search)
}

/** Every module's sentences for what the server refuses, by code. */
export async function loadRefusalSentences(): Promise<Record<string, RefusalSentence>> {
  const files = await Promise.all(Object.values(refusalsFiles).map((load) => load()))
  return Object.assign({}, ...files.map(({ refusals }) => refusals)) as Record<string, RefusalSentence>
}
