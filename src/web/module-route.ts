import type { ComponentType } from 'react'
import type { Bilingual, Language } from '#lib/language.ts'
import type { ReadOptions } from '#web/prefetch.ts'

export type MenuGroup = 'work' | 'people' | 'cycle' | 'figures' | 'system'

/** One page of a module, exported from its `ui/routes.tsx` as `routes`. */
export type ModuleRoute = {
  /** '/people', '/people/:personId'. */
  path: string
  /** Present when the page stands in the left menu. */
  menu?: { group: MenuGroup; label: Bilingual; order: number }
  /** Who lacks it sees neither the menu item nor the page. */
  permission?: string
  /** `page: () => import('./PeoplePage.tsx').then((module) => module.PeoplePage)`: its own chunk. */
  page: () => Promise<ComponentType>
  /** What the page reads first; fetched while its code still loads. */
  prefetch?: (place: { params: Record<string, string>; search: URLSearchParams; day: string }) => ReadOptions[]
  /** Stands alone, without menu and without sign-in: the first-run page, the public bulletin. */
  alone?: true
}

export type Found = { key: string; label: string; about?: string; to: string }

/** A module's answers to Ctrl+K, exported from its `ui/search.ts` as `search` and loaded when the search is first opened. */
export type SearchProvider = {
  id: string
  label: Bilingual
  permission?: string
  find: (text: string, context: { day: string; signal: AbortSignal; language: Language }) => Promise<Found[]>
}
