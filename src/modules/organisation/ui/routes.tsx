import { listReorganisations } from '#modules/organisation/reorganisation.contract.ts'
import { unitTree } from '#modules/organisation/unit.contract.ts'
import { read } from '#web/client.ts'
import type { ModuleRoute } from '#web/module-route.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/units',
    menu: { group: 'people', label: { vi: 'Đơn vị', en: 'Units' }, order: 20 },
    permission: 'organisation.read',
    page: () => import('./UnitsPage.tsx').then((module) => module.UnitsPage),
    prefetch: ({ day }) => [read(unitTree, { on: day })],
  },
  { path: '/units/:unitId', permission: 'organisation.read', page: () => import('./UnitPage.tsx').then((module) => module.UnitPage) },
  {
    path: '/reorganisations',
    menu: { group: 'people', label: { vi: 'Sắp xếp đơn vị', en: 'Reorganisations' }, order: 30 },
    permission: 'organisation.read',
    page: () => import('./ReorganisationsPage.tsx').then((module) => module.ReorganisationsPage),
    prefetch: () => [read(listReorganisations, {})],
  },
  {
    path: '/reorganisations/new',
    permission: 'organisation.write',
    page: () => import('./ReorganisePage.tsx').then((module) => module.ReorganisePage),
  },
  { path: '/first-run', alone: true, page: () => import('./FirstRunPage.tsx').then((module) => module.FirstRunPage) },
]
