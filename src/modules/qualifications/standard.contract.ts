import { z } from 'zod'
import { fieldsOfStudy } from '#law/fields-of-study.ts'
import { requirementCodes } from '#law/requirements.ts'
import { dayText, idText, operation } from '#lib/operation.ts'
import { basisFields } from '#modules/people/basis.ts'

const write = 'standards.write'
const bilingual = z.object({ vi: z.string(), en: z.string() })
const titleCode = z.string().trim().min(1).max(40)
const basis = { decisionId: basisFields.decisionId, basis: basisFields.basis }
const written = z.object({ id: z.uuid() })

const standardShape = z.object({
  id: z.uuid(),
  requirement: z.enum(requirementCodes),
  level: z.string().nullable(),
  language: z.string().nullable(),
  periods: z.number().nullable(),
  document: z.string(),
  article: z.string().nullable(),
  verified: z.boolean(),
  from: dayText.nullable(),
  /** The first day on which it is asked no more. */
  to: dayText.nullable(),
  decision: z.object({ id: z.uuid(), code: z.string() }).nullable(),
})
export type ListedStandard = z.output<typeof standardShape>

const titleShape = z.object({
  code: z.string(),
  name: bilingual,
  level: z.enum(['district', 'commune']),
  isLeader: z.boolean(),
  weight: z.number(),
  standards: z.array(standardShape),
  fields: z.array(z.object({ id: z.uuid(), code: z.string(), name: bilingual, from: dayText.nullable(), to: dayText.nullable() })),
})
export type TitleStandards = z.output<typeof titleShape>

export const listStandards = operation({
  id: 'qualifications.standards.list',
  method: 'GET',
  path: '/api/standards',
  permission: 'organisation.read',
  input: z.object({ on: dayText.optional(), knownOn: dayText.optional() }),
  reply: z.object({ on: dayText, titles: z.array(titleShape) }),
  summary: { vi: 'Tiêu chuẩn của từng chức danh', en: 'What each title asks' },
})

export const setStandard = operation({
  id: 'qualifications.standards.set',
  method: 'POST',
  path: '/api/titles/:titleCode/standards',
  permission: write,
  input: z.object({
    titleCode,
    requirement: z.enum(requirementCodes),
    level: z.string().max(20).nullable().default(null),
    language: z.string().max(20).nullable().default(null),
    periods: z.coerce.number().int().min(1).max(2000).nullable().default(null),
    document: z.string().trim().min(2).max(200),
    article: z.string().trim().max(100).nullable().default(null),
    verified: z.boolean().default(false),
    from: dayText,
    to: dayText.nullable().default(null),
    replaces: idText.nullable().default(null).describe('The standard that this one follows: it ends the day before, or is corrected'),
    ...basis,
  }),
  reply: written,
  summary: { vi: 'Đặt tiêu chuẩn của chức danh', en: 'Set a standard of a title' },
})

export const endStandard = operation({
  id: 'qualifications.standards.end',
  method: 'POST',
  path: '/api/standards/:standardId/end',
  permission: write,
  input: z.object({ standardId: idText, on: dayText.describe('The first day on which it is asked no more'), ...basis }),
  reply: written,
  summary: { vi: 'Thôi áp dụng tiêu chuẩn', en: 'End a standard' },
})

export const retractStandard = operation({
  id: 'qualifications.standards.retract',
  method: 'POST',
  path: '/api/standards/:standardId/retract',
  permission: write,
  input: z.object({ standardId: idText, reason: z.string().trim().min(3).max(500) }),
  reply: z.object({}),
  summary: { vi: 'Bỏ tiêu chuẩn ghi sai', en: 'Take back a standard recorded by mistake' },
})

export const addAcceptedField = operation({
  id: 'qualifications.fields.add',
  method: 'POST',
  path: '/api/titles/:titleCode/fields',
  permission: write,
  input: z.object({
    titleCode,
    fieldCode: z.enum(fieldsOfStudy.map(({ code }) => code) as [string, ...string[]]),
    from: dayText,
    to: dayText.nullable().default(null),
    ...basis,
  }),
  reply: written,
  summary: { vi: 'Thêm ngành đào tạo phù hợp với chức danh', en: 'Add a field of study that fits a title' },
})

export const endAcceptedField = operation({
  id: 'qualifications.fields.end',
  method: 'POST',
  path: '/api/accepted-fields/:fieldId/end',
  permission: write,
  input: z.object({ fieldId: idText, on: dayText, ...basis }),
  reply: written,
  summary: { vi: 'Thôi coi ngành là phù hợp với chức danh', en: 'End the fitting of a field of study' },
})

export const setWeight = operation({
  id: 'qualifications.weights.set',
  method: 'POST',
  path: '/api/titles/:titleCode/weight',
  permission: write,
  input: z.object({ titleCode, weight: z.coerce.number().int().min(1).max(10), from: dayText, ...basis }),
  reply: written,
  summary: { vi: 'Đặt mức ưu tiên đào tạo của chức danh', en: 'Set how much a title counts' },
})
