import type { RefusalSentence } from '#web/kit/refusal-text.ts'
import type { ModuleRoute, SearchProvider } from '#web/module-route.ts'

type RoutesFile = { routes: ModuleRoute[]; search?: SearchProvider[] }
type RefusalsFile = { refusals: Record<string, RefusalSentence> }

const routesFiles = import.meta.glob<RoutesFile>('../modules/*/ui/routes.tsx', { eager: true })
const refusalsFiles = import.meta.glob<RefusalsFile>('../modules/*/ui/refusals.ts', { eager: true })

/** Every page of every module; a module adds its own by having `ui/routes.tsx`. */
export const moduleRoutes: ModuleRoute[] = Object.values(routesFiles).flatMap(({ routes }) => routes)

export const searchProviders: SearchProvider[] = Object.values(routesFiles).flatMap(({ search }) => search ?? [])

/** Every module's sentences for what the server refuses, by code. */
export const refusalSentences: Record<string, RefusalSentence> = Object.assign(
  {},
  ...Object.values(refusalsFiles).map(({ refusals }) => refusals),
)
