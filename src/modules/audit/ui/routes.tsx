import type { ModuleRoute } from '#web/module-route.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/audit',
    menu: { group: 'system', label: { vi: 'Nhật ký', en: 'Audit log' }, order: 30 },
    permission: 'audit.read',
    page: () => import('./AuditPage.tsx').then((module) => module.AuditPage),
  },
]
