import type { ModuleRoute } from '#web/module-route.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/',
    menu: { group: 'work', label: { vi: 'Tổng quan', en: 'Overview' }, order: 10 },
    permission: 'figures.read',
    page: () => import('./HomePage.tsx').then((module) => module.HomePage),
  },
  {
    path: '/review',
    menu: { group: 'figures', label: { vi: 'Tổng kết', en: 'Review' }, order: 10 },
    permission: 'figures.read',
    page: () => import('./ReviewPage.tsx').then((module) => module.ReviewPage),
  },
  {
    path: '/forms',
    menu: { group: 'figures', label: { vi: 'Biểu mẫu báo cáo', en: 'Official forms' }, order: 20 },
    permission: 'figures.read',
    page: () => import('./FormsPage.tsx').then((module) => module.FormsPage),
  },
  { path: '/forms/hours', permission: 'figures.read', page: () => import('./HoursPage.tsx').then((module) => module.HoursPage) },
  { path: '/forms/plan', permission: 'training.plan', page: () => import('./FulfilmentPage.tsx').then((module) => module.FulfilmentPage) },
  { path: '/forms/:form', permission: 'figures.read', page: () => import('./FormPage.tsx').then((module) => module.FormPage) },
]
