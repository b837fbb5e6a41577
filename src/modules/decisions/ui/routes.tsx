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
  {
    path: '/templates',
    menu: { group: 'people', label: { vi: 'Mẫu văn bản', en: 'Templates' }, order: 40 },
    permission: 'decisions.write',
    page: () => import('./TemplatesPage.tsx').then((module) => module.TemplatesPage),
  },
]
