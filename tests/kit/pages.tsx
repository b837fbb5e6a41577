import type { ModuleRoute, SearchProvider } from '#web/module-route.ts'
import { personAt } from './people.ts'

const people = { group: 'people', order: 1 } as const

export const pages: ModuleRoute[] = [
  {
    path: '/',
    menu: { group: 'work', label: { vi: 'Tổng quan', en: 'Overview' }, order: 1 },
    page: () => import('./ReviewPage.tsx').then((module) => module.ReviewPage),
  },
  {
    path: '/people',
    menu: { ...people, label: { vi: 'Cán bộ, công chức', en: 'Officials' } },
    permission: 'people.read',
    page: () => import('./PeoplePage.tsx').then((module) => module.PeoplePage),
  },
  { path: '/people/:personId', page: () => import('./PersonPage.tsx').then((module) => module.PersonPage) },
  {
    path: '/units',
    menu: { group: 'people', label: { vi: 'Đơn vị, chức danh', en: 'Units and posts' }, order: 2 },
    page: () => import('./UnitsPage.tsx').then((module) => module.UnitsPage),
  },
  {
    path: '/classes',
    menu: { group: 'cycle', label: { vi: 'Đào tạo, bồi dưỡng', en: 'Training' }, order: 1 },
    page: () => import('./FormPage.tsx').then((module) => module.FormPage),
  },
  {
    path: '/states',
    menu: { group: 'figures', label: { vi: 'Trạng thái', en: 'States' }, order: 1 },
    page: () => import('./StatesPage.tsx').then((module) => module.StatesPage),
  },
  {
    path: '/secret',
    menu: { group: 'system', label: { vi: 'Nhật ký', en: 'Audit log' }, order: 1 },
    permission: 'audit.read',
    page: () => import('./StatesPage.tsx').then((module) => module.StatesPage),
  },
]

export const searchProviders: SearchProvider[] = [
  {
    id: 'people',
    label: { vi: 'Người', en: 'People' },
    find: (text) =>
      Promise.resolve(
        Array.from({ length: 4 }, (_, index) => personAt(index + text.length)).map(({ id, name, unit }) => ({
          key: id,
          label: name,
          about: unit,
          to: `/people/${id}`,
        })),
      ),
  },
]
