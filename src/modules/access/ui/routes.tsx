import type { ModuleRoute } from '#web/module-route.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/accounts',
    menu: { group: 'system', label: { vi: 'Tài khoản', en: 'Accounts' }, order: 20 },
    permission: 'access.accounts',
    page: () => import('./AccountsPage.tsx').then((module) => module.AccountsPage),
  },
  { path: '/account', page: () => import('./MyAccountPage.tsx').then((module) => module.MyAccountPage) },
  { path: '/second-factor', page: () => import('./SecondFactorPage.tsx').then((module) => module.SecondFactorPage) },
  { path: '/password', page: () => import('./PasswordPage.tsx').then((module) => module.PasswordPage) },
  { path: '/sign-on', alone: true, page: () => import('./SignOnPage.tsx').then((module) => module.SignOnPage) },
]
