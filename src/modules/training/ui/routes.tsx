import { classWindow } from '#modules/training/class.contract.ts'
import { call } from '#web/client.ts'
import { formatDay } from '#web/format.ts'
import type { ModuleRoute, SearchProvider } from '#web/module-route.ts'
import { paths } from '#web/paths.ts'

const permission = 'training.read'

export const routes: ModuleRoute[] = [
  { path: '/classes', menu: { group: 'cycle', label: { vi: 'Lớp', en: 'Classes' }, order: 20 }, permission, page: () => import('./ClassesPage.tsx').then((module) => module.ClassesPage) },
  { path: '/classes/:classId', permission, page: () => import('./ClassPage.tsx').then((module) => module.ClassPage) },
  { path: '/sendings', menu: { group: 'cycle', label: { vi: 'Cử đi học', en: 'Sendings' }, order: 10 }, permission, page: () => import('./SendingsPage.tsx').then((module) => module.SendingsPage) },
]

export const search: SearchProvider[] = [
  {
    id: 'classes',
    label: { vi: 'Lớp', en: 'Classes' },
    permission,
    find: async (text, { day, signal }) =>
      (await call(classWindow, { q: text, day, limit: 6 }, { signal })).rows.map(({ classId, title, openedOn, opener }) => ({ key: classId, label: title, about: `${formatDay(openedOn)} · ${opener.vi}`, to: paths.class(classId) })),
  },
]
