import { window } from '#modules/people/list.contract.ts'
import { call } from '#web/client.ts'
import { formatDay } from '#web/format.ts'
import type { SearchProvider } from '#web/module-route.ts'
import { paths } from '#web/paths.ts'

export const search: SearchProvider[] = [
  {
    id: 'people',
    label: { vi: 'Người', en: 'Persons' },
    permission: 'people.read',
    find: async (text, { day, signal, language }) =>
      (await call(window, { q: text, group: 'all', status: 'all', day, limit: 8 }, { signal })).rows.map(
        ({ personId, name, birth, title, unit }) => ({
          key: personId,
          label: name,
          about: [birth && formatDay(birth), title, unit?.[language]].filter(Boolean).join(' · '),
          to: paths.person(personId),
        }),
      ),
  },
]
