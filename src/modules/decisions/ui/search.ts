import { listDecisions } from '#modules/decisions/decision.contract.ts'
import { call } from '#web/client.ts'
import type { SearchProvider } from '#web/module-route.ts'
import { paths } from '#web/paths.ts'

export const search: SearchProvider[] = [
  {
    id: 'decisions',
    label: { vi: 'Quyết định', en: 'Decisions' },
    permission: 'decisions.read',
    find: async (text, { signal }) =>
      (await call(listDecisions, { q: text, limit: 6 }, { signal })).decisions.map(({ id, code, subject }) => ({
        key: id,
        label: code,
        about: subject,
        to: paths.decision(id),
      })),
  },
]
