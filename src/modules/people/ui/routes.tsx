import type { ModuleRoute } from '#web/module-route.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/people',
    menu: { group: 'people', label: { vi: 'Cán bộ, công chức', en: 'Officials' }, order: 10 },
    permission: 'people.read',
    page: () => import('./PeoplePage.tsx').then((module) => module.PeoplePage),
  },
  { path: '/people/:personId', permission: 'people.read', page: () => import('./PersonPage.tsx').then((module) => module.PersonPage) },
  {
    path: '/people/:personId/print',
    permission: 'people.read',
    page: () => import('./PersonPrintPage.tsx').then((module) => module.PersonPrintPage),
  },
]
