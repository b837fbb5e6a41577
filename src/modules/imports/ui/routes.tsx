import { listRuns } from '#modules/imports/run.contract.ts'
import { read } from '#web/client.ts'
import type { ModuleRoute } from '#web/module-route.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/imports',
    menu: { group: 'people', label: { vi: 'Nhập danh sách', en: 'Imports' }, order: 40 },
    permission: 'imports.run',
    page: () => import('./ImportsPage.tsx').then((module) => module.ImportsPage),
    prefetch: () => [read(listRuns, {})],
  },
  { path: '/imports/:runId', permission: 'imports.run', page: () => import('./ImportPage.tsx').then((module) => module.ImportPage) },
]
