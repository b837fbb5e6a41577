import { z } from 'zod'
import { idText, operation } from '#lib/operation.ts'
import { overrideShape } from '#lib/override.ts'

const reason = z.string().trim().min(3).max(500)

export const mergePersons = operation({
  id: 'people.persons.merge',
  method: 'POST',
  path: '/api/people/:personId/merges',
  permission: 'people.write',
  input: z.object({ personId: idText, mergedId: idText, reason, override: overrideShape }),
  reply: z.object({ id: z.uuid(), moved: z.number() }),
  scope: { person: 'personId' },
  summary: { vi: 'Gộp hai hồ sơ của một người', en: 'Merge two files of one person' },
})

export const splitPersons = operation({
  id: 'people.persons.split',
  method: 'POST',
  path: '/api/people/:personId/merges/:mergeId/reversal',
  permission: 'people.write',
  input: z.object({ personId: idText, mergeId: idText, reason }),
  reply: z.object({ personId: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Tách lại hồ sơ đã gộp', en: 'Undo a merge of files' },
})
