import type { ModuleRoute } from '#web/module-route.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/decisions',
    menu: { group: 'people', label: { vi: 'Quyết định', en: 'Decisions' }, order: 30 },
    permission: 'decisions.read',
    page: () => import('./DecisionsPage.tsx').then((module) => module.DecisionsPage),
  },
  {
    path: '/decisions/:decisionId',
    permission: 'decisions.read',
    page: () => import('./DecisionPage.tsx').then((module) => module.DecisionPage),
  },
]
