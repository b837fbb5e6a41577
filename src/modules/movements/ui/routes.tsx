import type { ModuleRoute } from '#web/module-route.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/secondments',
    menu: { group: 'cycle', label: { vi: 'Biệt phái', en: 'Secondments' }, order: 40 },
    permission: 'movements.read',
    page: () => import('./SecondmentsPage.tsx').then((module) => module.SecondmentsPage),
  },
]
