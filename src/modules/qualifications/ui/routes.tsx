import { readGap } from '#modules/qualifications/gap.contract.ts'
import { listStandards } from '#modules/qualifications/standard.contract.ts'
import { read } from '#web/client.ts'
import type { ModuleRoute } from '#web/module-route.ts'
import { readSearch } from '#web/search.ts'
import { gapSearch } from './use-gap.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/gap',
    menu: { group: 'cycle', label: { vi: 'Khoảng cách tiêu chuẩn', en: 'Gap to standards' }, order: 2 },
    permission: 'people.read',
    page: () => import('./GapPage.tsx').then((module) => module.GapPage),
    prefetch: ({ day, search }) => {
      const { unit, by, knownOn } = readSearch(gapSearch, search)
      return [read(readGap, { unit, by, knownOn, on: day })]
    },
  },
  {
    path: '/standards',
    menu: { group: 'cycle', label: { vi: 'Tiêu chuẩn chức danh', en: 'Standards of titles' }, order: 1 },
    permission: 'people.read',
    page: () => import('./StandardsPage.tsx').then((module) => module.StandardsPage),
    prefetch: ({ day }) => [read(listStandards, { on: day })],
  },
]
