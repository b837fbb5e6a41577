import { listReorganisations } from '#modules/organisation/reorganisation.contract.ts'
import { findUnits, unitTree } from '#modules/organisation/unit.contract.ts'
import { isUnitKind, kindOfUnit } from '#modules/organisation/unit-kind.ts'
import { addDays, formatDay } from '#lib/days.ts'
import { call, read } from '#web/client.ts'
import type { ModuleRoute, SearchProvider } from '#web/module-route.ts'
import { paths } from '#web/paths.ts'

export const routes: ModuleRoute[] = [
  {
    path: '/units',
    menu: { group: 'people', label: { vi: 'Đơn vị', en: 'Units' }, order: 20 },
    permission: 'organisation.read',
    page: () => import('./UnitsPage.tsx').then((module) => module.UnitsPage),
    prefetch: ({ day }) => [read(unitTree, { on: day })],
  },
  { path: '/units/:unitId', permission: 'organisation.read', page: () => import('./UnitPage.tsx').then((module) => module.UnitPage) },
  {
    path: '/reorganisations',
    menu: { group: 'people', label: { vi: 'Sắp xếp đơn vị', en: 'Reorganisations' }, order: 30 },
    permission: 'organisation.read',
    page: () => import('./ReorganisationsPage.tsx').then((module) => module.ReorganisationsPage),
    prefetch: () => [read(listReorganisations, {})],
  },
  { path: '/reorganisations/new', permission: 'organisation.write', page: () => import('./ReorganisePage.tsx').then((module) => module.ReorganisePage) },
  { path: '/first-run', alone: true, page: () => import('./FirstRunPage.tsx').then((module) => module.FirstRunPage) },
]

export const search: SearchProvider[] = [
  {
    id: 'units',
    label: { vi: 'Đơn vị', en: 'Units' },
    permission: 'organisation.read',
    find: async (text, { day, signal }) =>
      (await call(findUnits, { q: text, on: day, limit: 8 }, { signal })).units.map((unit) => ({ key: unit.unitId, label: unit.vi, about: aboutOf(unit), to: paths.unit(unit.unitId) })),
  },
]

type Listed = { kind: string; existsOnDay: boolean; to: string | null; parent: { vi: string } | null; successors: { vi: string }[] }

/** What tells units of one name apart: what they are, under whom, and until when. */
function aboutOf({ kind, existsOnDay, to, parent, successors }: Listed): string {
  const ended = !existsOnDay && to !== null ? [`→ ${formatDay(addDays(to, -1))}`, successors.map(({ vi }) => vi).join(', ')] : []
  return [isUnitKind(kind) ? kindOfUnit(kind).name.vi : '', parent?.vi, ...ended].filter(Boolean).join(' · ')
}
