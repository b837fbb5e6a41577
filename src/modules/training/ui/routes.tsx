import type { ModuleRoute } from '#web/module-route.ts'

const permission = 'training.read'

export const routes: ModuleRoute[] = [
  {
    path: '/classes',
    menu: { group: 'cycle', label: { vi: 'Lớp', en: 'Classes' }, order: 20 },
    permission,
    page: () => import('./ClassesPage.tsx').then((module) => module.ClassesPage),
  },
  { path: '/classes/:classId', permission, page: () => import('./ClassPage.tsx').then((module) => module.ClassPage) },
  {
    path: '/sendings',
    menu: { group: 'cycle', label: { vi: 'Cử đi học', en: 'Sendings' }, order: 10 },
    permission,
    page: () => import('./SendingsPage.tsx').then((module) => module.SendingsPage),
  },
]
