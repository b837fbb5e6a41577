import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { actKinds } from './reorganisation.ts'
import { codeShape, kindShape, newUnitShape, parentsShape } from './unit.contract.ts'

const text = z.string().trim().min(1).max(300)

export const actShape = z.object({
  kind: z.enum(actKinds),
  from: z.array(idText).min(1).max(300),
  to: z.array(idText).max(50).default([]),
  ends: z.boolean().optional(),
  nameVi: text.optional(),
  nameEn: text.optional(),
  unitKind: kindShape.optional(),
  codes: z.array(codeShape).max(5).optional(),
  parents: parentsShape.optional(),
  note: z.string().trim().max(1000).nullable().optional(),
})

export const reorganisationShape = z.object({
  on: dayText,
  titleVi: text,
  titleEn: text,
  decisionId: idText.nullable().optional(),
  /** Units that begin on the day; their ids are chosen by the caller so that acts can name them. */
  newUnits: z
    .array(z.object({ id: idText, ...newUnitShape }))
    .max(500)
    .default([]),
  acts: z.array(actShape).max(500),
})

const unitName = { unitId: z.uuid(), vi: z.string(), en: z.string() }
const countShape = z.object({ posts: z.number().int(), memberships: z.number().int(), people: z.number().int() })

const touchedShape = z.object({
  personId: z.uuid(),
  name: z.string(),
  title: z.string(),
  tie: z.enum(['post', 'membership']),
  fromVi: z.string(),
  fromEn: z.string(),
  toVi: z.string().nullable(),
  toEn: z.string().nullable(),
  outcome: z.enum(['carried', 'post-ended', 'no-successor']),
})

export const effectShape = z.object({
  refusals: z.array(z.looseObject({ code: z.string() })),
  ends: z.array(z.object({ ...unitName, follows: z.boolean() })),
  begins: z.array(z.object({ ...unitName, kind: z.string() })),
  changes: z.array(z.object({ ...unitName, kind: z.string(), toVi: z.string(), toEn: z.string(), toKind: z.string() })),
  moves: z.array(
    z.object({
      ...unitName,
      system: z.enum(['state', 'party']),
      fromVi: z.string().nullable(),
      fromEn: z.string().nullable(),
      toVi: z.string().nullable(),
      toEn: z.string().nullable(),
    }),
  ),
  codes: z.array(
    z.object({
      code: z.string(),
      fromVi: z.string().nullable(),
      fromEn: z.string().nullable(),
      toVi: z.string().nullable(),
      toEn: z.string().nullable(),
    }),
  ),
  successions: z.array(
    z.object({
      kind: z.enum(actKinds),
      whole: z.boolean(),
      note: z.string().nullable(),
      fromId: z.uuid(),
      fromVi: z.string(),
      fromEn: z.string(),
      toId: z.uuid().nullable(),
      toVi: z.string().nullable(),
      toEn: z.string().nullable(),
    }),
  ),
  people: z.object({ carried: countShape, postEnded: countShape, noSuccessor: countShape }),
  /** The first of them by name; empty where the caller may not see people. */
  touched: z.array(touchedShape),
})
export type Effect = z.output<typeof effectShape>

export const previewReorganisation = operation({
  id: 'organisation.reorganisations.preview',
  method: 'POST',
  path: '/api/reorganisations/preview',
  permission: 'organisation.write',
  input: reorganisationShape,
  reply: effectShape,
  summary: { vi: 'Xem trước việc sắp xếp đơn vị', en: 'Dry run of a reorganisation' },
})

export const applyReorganisation = operation({
  id: 'organisation.reorganisations.apply',
  method: 'POST',
  path: '/api/reorganisations',
  permission: 'organisation.write',
  input: reorganisationShape,
  reply: z.object({ reorganisationId: z.uuid() }),
  summary: { vi: 'Sắp xếp đơn vị', en: 'Carry out a reorganisation' },
})

export const reverseReorganisation = operation({
  id: 'organisation.reorganisations.reverse',
  method: 'POST',
  path: '/api/reorganisations/:reorganisationId/reverse',
  permission: 'organisation.write',
  input: z.object({ reorganisationId: idText, reason: z.string().trim().min(1).max(500) }),
  reply: z.object({}),
  summary: { vi: 'Hủy việc sắp xếp đơn vị', en: 'Reverse a reorganisation' },
})

const listedShape = z.object({
  id: z.uuid(),
  on: dayText,
  titleVi: z.string(),
  titleEn: z.string(),
  decisionId: z.uuid().nullable(),
  appliedAt: z.date(),
  reversedAt: z.date().nullable(),
  ends: z.number().int(),
  begins: z.number().int(),
  successions: effectShape.shape.successions,
})
export type ListedReorganisation = z.output<typeof listedShape>

export const listReorganisations = operation({
  id: 'organisation.reorganisations.list',
  method: 'GET',
  path: '/api/reorganisations',
  permission: 'organisation.read',
  input: z.object({}),
  reply: z.object({ reorganisations: z.array(listedShape) }),
  summary: { vi: 'Các lần sắp xếp đơn vị', en: 'Reorganisations' },
})
