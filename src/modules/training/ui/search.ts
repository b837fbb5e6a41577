import { classWindow } from '#modules/training/class.contract.ts'
import { call } from '#web/client.ts'
import { formatDay } from '#web/format.ts'
import type { SearchProvider } from '#web/module-route.ts'
import { paths } from '#web/paths.ts'

export const search: SearchProvider[] = [
  {
    id: 'classes',
    label: { vi: 'Lớp', en: 'Classes' },
    permission: 'training.read',
    find: async (text, { day, signal, language }) =>
      (await call(classWindow, { q: text, day, limit: 6 }, { signal })).rows.map(({ classId, title, openedOn, opener }) => ({
        key: classId,
        label: title,
        about: `${formatDay(openedOn)} · ${opener[language]}`,
        to: paths.class(classId),
      })),
  },
]
