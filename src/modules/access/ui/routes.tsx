import type { ModuleRoute } from '#web/module-route.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/accounts',
    menu: { group: 'system', label: { vi: 'Tài khoản', en: 'Accounts' }, order: 20 },
    permission: 'access.accounts',
    page: () => import('./AccountsPage.tsx').then((module) => module.AccountsPage),
  },
  { path: '/password', page: () => import('./PasswordPage.tsx').then((module) => module.PasswordPage) },
]
