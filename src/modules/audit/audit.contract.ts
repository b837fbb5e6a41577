import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { findingKinds } from './finding.ts'

const entryShape = z.object({
  seq: z.number(),
  at: z.iso.datetime(),
  actor: z.string(),
  operation: z.string(),
  /** What the operation does, in words; null for an act of the program that is no operation. */
  summary: z.object({ vi: z.string(), en: z.string() }).nullable(),
  subjectId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  reason: z.string().nullable(),
  changed: z.number(),
  hash: z.string(),
})
export type AuditEntry = z.output<typeof entryShape>

export const listEntries = operation({
  id: 'audit.entries.list',
  method: 'GET',
  path: '/api/audit',
  permission: 'audit.read',
  input: z.object({
    actor: z.string().trim().max(100).optional(),
    operation: z.string().trim().max(100).optional(),
    personId: idText.optional(),
    subjectId: idText.optional(),
    from: dayText.optional(),
    to: dayText.optional(),
    before: z.coerce.number().int().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  reply: z.object({
    entries: z.array(entryShape),
    next: z.number().nullable(),
    byDay: z.array(z.object({ day: dayText, writes: z.number(), looks: z.number() })),
  }),
  scope: { person: 'personId' },
  summary: { vi: 'Nhật ký', en: 'Audit log' },
})

export const readEntry = operation({
  id: 'audit.entries.read',
  method: 'GET',
  path: '/api/audit/:seq',
  permission: 'audit.read',
  input: z.object({ seq: z.coerce.number().int() }),
  reply: entryShape.extend({ input: z.unknown(), changes: z.array(z.unknown()), previous: z.string() }),
  summary: { vi: 'Một dòng nhật ký, trước và sau', en: 'One audit entry, before and after' },
})

const sealShape = z.object({ day: dayText, seq: z.number(), hash: z.string() })

export const verifyLog = operation({
  id: 'audit.chain.verify',
  method: 'GET',
  path: '/api/audit-verification',
  permission: 'audit.read',
  /** A long log is verified part by part: `after` is where the last part ended. */
  input: z.object({ after: z.coerce.number().int().min(0).default(0) }),
  reply: z.object({
    entries: z.number(),
    head: z.string().nullable(),
    broken: z.number().nullable(),
    findings: z.array(z.object({ kind: z.enum(findingKinds), seq: z.number(), until: z.number(), day: dayText.nullable() })),
    next: z.number().nullable(),
  }),
  summary: { vi: 'Kiểm chứng nhật ký chưa bị sửa', en: 'Prove that the log has not been altered' },
})

export const listSeals = operation({
  id: 'audit.seals.list',
  method: 'GET',
  path: '/api/audit-seals',
  permission: 'audit.read',
  input: z.object({ before: dayText.optional() }),
  /** Days with entries, latest first; the first may still grow. */
  reply: z.object({ seals: z.array(sealShape), next: dayText.nullable() }),
  summary: { vi: 'Dấu nhật ký cuối mỗi ngày', en: 'The seal of the log as each day ended' },
})

export const readHead = operation({
  id: 'audit.head.read',
  method: 'GET',
  path: '/api/audit-head',
  permission: 'signed-in',
  input: z.object({}),
  reply: z.object({ seal: sealShape.nullable() }),
  summary: { vi: 'Dấu nhật ký để in ở chân trang', en: 'The seal of the log, to be printed at the foot of a page' },
})
