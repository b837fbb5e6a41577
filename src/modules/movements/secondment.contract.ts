import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { basisFields } from '#modules/people/basis.ts'

const shortText = z.string().trim().max(300).nullable().default(null)
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })
const write = 'movements.write'
/** The special law that allows a term beyond the general one; it is kept with the fact. */
const specialLaw = z.string().trim().min(3).max(300).nullable().default(null)

export const secondmentRowShape = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  fromUnit: named,
  hostUnit: named,
  title: z.string().nullable(),
  task: z.string().nullable(),
  from: dayText,
  to: dayText.nullable(),
  plannedEnd: dayText.nullable(),
  overrideReason: z.string().nullable(),
  paper: z.object({ id: z.uuid(), code: z.string(), issuedOn: dayText }).nullable(),
  /** On the day asked: under way, under way and its end near or past, over, or yet to begin. */
  state: z.enum(['planned', 'current', 'ending', 'ended']),
  /** The last day the law's general limit allows. */
  limit: dayText,
})
export type SecondmentRow = z.output<typeof secondmentRowShape>

export const listSecondments = operation({
  id: 'movements.secondments.list',
  method: 'GET',
  path: '/api/secondments',
  permission: 'movements.read',
  input: z.object({
    day: dayText.optional(),
    unitId: idText.optional(),
    state: z.enum(['planned', 'current', 'ending', 'ended', 'all']).default('all'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(200),
  }),
  reply: z.object({
    rows: z.array(secondmentRowShape),
    next: z.string().nullable(),
    counts: z.object({ planned: z.number(), current: z.number(), ending: z.number(), ended: z.number() }),
    byYear: z.array(z.object({ year: z.number(), count: z.number() })),
  }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Danh sách biệt phái', en: 'List of secondments' },
})

export const recordSecondment = operation({
  id: 'movements.secondments.record',
  method: 'POST',
  path: '/api/people/:personId/secondments',
  permission: write,
  input: z.object({
    personId: idText,
    fromUnitId: idText,
    hostUnitId: idText,
    titleText: shortText,
    task: shortText,
    from: dayText,
    to: dayText.nullable().default(null),
    plannedEnd: dayText.nullable().default(null),
    specialLaw,
    ...basisFields,
  }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId', unit: 'fromUnitId' },
  summary: { vi: 'Ghi biệt phái', en: 'Record a secondment' },
})

export const extendSecondment = operation({
  id: 'movements.secondments.extend',
  method: 'POST',
  path: '/api/people/:personId/secondments/:secondmentId/extension',
  permission: write,
  input: z.object({ personId: idText, secondmentId: idText, plannedEnd: dayText, specialLaw, ...basisFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Gia hạn biệt phái', en: 'Extend a secondment' },
})

export const endSecondment = operation({
  id: 'movements.secondments.end',
  method: 'POST',
  path: '/api/people/:personId/secondments/:secondmentId/end',
  permission: write,
  /** `on` is the first day on which the person is back. */
  input: z.object({ personId: idText, secondmentId: idText, on: dayText, specialLaw, ...basisFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Kết thúc biệt phái', en: 'End a secondment' },
})
