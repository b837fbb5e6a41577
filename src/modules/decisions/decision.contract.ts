import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { decisionKinds } from './decision-kinds.ts'

export const decisionShape = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: z.string(),
  issuedOn: dayText,
  issuer: z.string(),
  issuerUnitId: z.uuid().nullable(),
  signer: z.string().nullable(),
  signerTitle: z.string().nullable(),
  subject: z.string(),
  file: z.object({ id: z.uuid(), name: z.string(), size: z.number() }).nullable(),
  withdrawn: z.object({ on: dayText, why: z.string(), byCode: z.string().nullable(), byId: z.uuid().nullable() }).nullable(),
  run: z.object({ id: z.uuid(), row: z.number().nullable() }).nullable(),
})
export type Decision = z.output<typeof decisionShape>

export const factShape = z.object({
  id: z.uuid(),
  table: z.string(),
  label: z.object({ vi: z.string(), en: z.string() }),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  what: z.object({ vi: z.string(), en: z.string() }),
  held: z.object({ from: dayText.nullable(), to: dayText.nullable() }),
  closedWhy: z.string().nullable(),
})

const filters = {
  q: z.string().trim().max(200).optional(),
  kind: z.enum(decisionKinds).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  state: z.enum(['valid', 'withdrawn']).optional(),
}

export const listDecisions = operation({
  id: 'decisions.decisions.list',
  method: 'GET',
  path: '/api/decisions',
  permission: 'decisions.read',
  input: z.object({ ...filters, after: z.string().optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
  reply: z.object({
    decisions: z.array(decisionShape.extend({ facts: z.number() })),
    next: z.string().nullable(),
    total: z.number(),
    byYear: z.array(z.object({ year: z.number(), count: z.number() })),
  }),
  summary: { vi: 'Sổ quyết định', en: 'Register of decisions' },
})

export const readDecision = operation({
  id: 'decisions.decisions.read',
  method: 'GET',
  path: '/api/decisions/:decisionId',
  permission: 'decisions.read',
  input: z.object({ decisionId: idText }),
  reply: z.object({ decision: decisionShape, facts: z.array(factShape), factCount: z.number() }),
  summary: { vi: 'Một quyết định và những gì nó làm nên', en: 'One decision and the facts it made' },
})

const written = {
  code: z.string().trim().min(1).max(60),
  kind: z.enum(decisionKinds),
  issuedOn: dayText,
  issuer: z.string().trim().min(1).max(200),
  issuerUnitId: idText.nullable().default(null),
  signer: z.string().trim().max(100).nullable().default(null),
  signerTitle: z.string().trim().max(100).nullable().default(null),
  subject: z.string().trim().min(1).max(500),
}

export const createDecision = operation({
  id: 'decisions.decisions.create',
  method: 'POST',
  path: '/api/decisions',
  permission: 'decisions.write',
  input: z.object(written),
  reply: z.object({ id: z.uuid() }),
  summary: { vi: 'Vào sổ quyết định', en: 'Enter a decision in the register' },
})

export const correctDecision = operation({
  id: 'decisions.decisions.correct',
  method: 'PUT',
  path: '/api/decisions/:decisionId',
  permission: 'decisions.write',
  input: z.object({ decisionId: idText, reason: z.string().trim().min(1).max(500), ...written }),
  reply: z.object({}),
  summary: { vi: 'Sửa điều ghi sai trong sổ', en: 'Correct an entry of the register' },
})

export const withdrawDecision = operation({
  id: 'decisions.decisions.withdraw',
  method: 'POST',
  path: '/api/decisions/:decisionId/withdrawal',
  permission: 'decisions.write',
  input: z.object({
    decisionId: idText,
    on: dayText,
    why: z.string().trim().min(1).max(500),
    byDecisionId: idText.nullable().default(null),
  }),
  reply: z.object({ closed: z.number() }),
  summary: { vi: 'Thu hồi quyết định cùng những gì nó làm nên', en: 'Withdraw a decision with the facts it made' },
})

export const attachFile = operation({
  id: 'decisions.decisions.attach',
  method: 'POST',
  path: '/api/decisions/:decisionId/file',
  permission: 'decisions.write',
  input: z.object({ decisionId: idText }),
  reply: z.object({ id: z.uuid() }),
  takes: 'file',
  summary: { vi: 'Đính kèm bản quyết định', en: 'Attach the paper itself' },
})

export const readFile = operation({
  id: 'decisions.files.read',
  method: 'GET',
  path: '/api/decisions/:decisionId/file',
  permission: 'decisions.read',
  input: z.object({ decisionId: idText }),
  reply: z.object({}),
  gives: 'file',
  summary: { vi: 'Bản quyết định đính kèm', en: 'The attached paper' },
})
