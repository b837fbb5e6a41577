import type { Bilingual, Language } from '#lib/language.ts'
import { findUnits } from '#modules/organisation/unit.contract.ts'
import { isUnitKind, kindOfUnit } from '#modules/organisation/unit-kind.ts'
import { addDays, formatDay } from '#lib/days.ts'
import { call } from '#web/client.ts'
import type { SearchProvider } from '#web/module-route.ts'
import { paths } from '#web/paths.ts'

export const search: SearchProvider[] = [
  {
    id: 'units',
    label: { vi: 'Đơn vị', en: 'Units' },
    permission: 'organisation.read',
    find: async (text, { day, signal, language }) =>
      (await call(findUnits, { q: text, on: day, limit: 8 }, { signal })).units.map((unit) => ({
        key: unit.unitId,
        label: unit[language],
        about: aboutOf(unit, language),
        to: paths.unit(unit.unitId),
      })),
  },
]

type Listed = { kind: string; existsOnDay: boolean; to: string | null; parent: Bilingual | null; successors: Bilingual[] }

/** What tells units of one name apart: what they are, under whom, and until when. */
function aboutOf({ kind, existsOnDay, to, parent, successors }: Listed, language: Language): string {
  const ended = !existsOnDay && to !== null ? [`→ ${formatDay(addDays(to, -1))}`, successors.map((unit) => unit[language]).join(', ')] : []
  return [isUnitKind(kind) ? kindOfUnit(kind).name[language] : '', parent?.[language], ...ended].filter(Boolean).join(' · ')
}
