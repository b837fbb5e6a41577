import { z } from 'zod'
import { operation } from '#lib/operation.ts'

export const readBackups = operation({
  id: 'audit.backups.read',
  method: 'GET',
  path: '/api/audit/backups',
  permission: 'audit.read',
  input: z.object({}),
  reply: z.object({
    state: z.enum(['none', 'failed', 'old', 'fresh']),
    /** The last one that was written, read back and compared. */
    good: z.object({ at: z.iso.datetime(), bytes: z.number(), isEncrypted: z.boolean() }).nullable(),
    failed: z.object({ at: z.iso.datetime() }).nullable(),
  }),
  summary: { vi: 'Lần sao lưu gần nhất', en: 'The last backup' },
})
