import { window } from '#modules/people/list.contract.ts'
import { call } from '#web/client.ts'
import { formatDay } from '#web/format.ts'
import type { ModuleRoute, SearchProvider } from '#web/module-route.ts'
import { paths } from '#web/paths.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/people',
    menu: { group: 'people', label: { vi: 'Cán bộ, công chức', en: 'Officials' }, order: 10 },
    permission: 'people.read',
    page: () => import('./PeoplePage.tsx').then((module) => module.PeoplePage),
  },
  { path: '/people/:personId', permission: 'people.read', page: () => import('./PersonPage.tsx').then((module) => module.PersonPage) },
  { path: '/people/:personId/print', permission: 'people.read', page: () => import('./PersonPrintPage.tsx').then((module) => module.PersonPrintPage) },
]

export const search: SearchProvider[] = [
  {
    id: 'people',
    label: { vi: 'Người', en: 'Persons' },
    permission: 'people.read',
    find: async (text, { day, signal }) =>
      (await call(window, { q: text, group: 'all', status: 'all', day, limit: 8 }, { signal })).rows.map(({ personId, name, birth, title, unit }) => ({
        key: personId,
        label: name,
        about: [birth && formatDay(birth), title, unit?.vi].filter(Boolean).join(' · '),
        to: paths.person(personId),
      })),
  },
]
