import { z } from 'zod'
import { costItems } from '#law/training-costs.ts'
import { trainingKinds } from '#law/training-kinds.ts'
import { dayText, idText, operation } from '#lib/operation.ts'
import { overrideShape } from '#lib/override.ts'

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]]
const read = 'training.plan'
const write = 'training.plan.write'
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })
const shortText = z.string().trim().max(300).nullable().default(null)
const day = dayText.nullable().default(null)

/** Whole đồng; that none is below zero says the rule, with a sentence. */
export const moneyShape = z.number().int().min(-1e15).max(1e15)
export const itemShape = z.enum(keysOf(costItems))

/** Planned beside done: seats planned, people sent, courses completed, money planned and spent. */
export const tallyShape = z.object({ seats: z.number(), sent: z.number(), completed: z.number(), planned: z.number(), spent: z.number() })
export type Tally = z.output<typeof tallyShape>

export const lineShape = tallyShape.extend({
  lineId: z.uuid(),
  placeNo: z.number(),
  kind: z.string(),
  title: z.string(),
  whom: z.string().nullable(),
  fieldText: z.string().nullable(),
  mode: z.string().nullable(),
  institution: z.string().nullable(),
  startsOn: dayText.nullable(),
  /** The first day after the course. */
  endsOn: dayText.nullable(),
  place: z.string().nullable(),
  budgetLine: z.string().nullable(),
  periods: z.number().nullable(),
  costs: z.array(
    z.object({
      item: z.string(),
      per: z.enum(['seat', 'line']),
      amount: z.number(),
      /** Of the whole line. */
      planned: z.number(),
      spent: z.number(),
    }),
  ),
  unitSeats: z.array(z.object({ unit: named, seats: z.number() })),
  classes: z.array(z.object({ classId: z.uuid(), title: z.string(), openedOn: dayText, closedOn: dayText.nullable() })),
})
export type PlanLine = z.output<typeof lineShape>

export const lineFields = {
  kind: z.enum(keysOf(trainingKinds)),
  title: z.string().trim().min(3).max(300),
  whom: shortText,
  fieldText: shortText,
  mode: z.string().max(20).nullable().default(null),
  institution: shortText,
  seats: z.number().int().min(1).max(100_000),
  startsOn: day,
  endsOn: day,
  place: shortText,
  budgetLine: shortText,
  periods: z.number().int().min(1).max(5_000).nullable().default(null),
  costs: z
    .array(z.object({ item: itemShape, per: z.enum(['seat', 'line']), amount: moneyShape }))
    .max(30)
    .default([]),
  unitSeats: z
    .array(z.object({ unitId: idText, seats: z.number().int().min(0).max(100_000) }))
    .max(500)
    .default([]),
}
const lineInput = z.object(lineFields)
export type LineInput = z.output<typeof lineInput>

const kept = { planId: idText, revision: z.number().int().min(1) }

export const addLine = operation({
  id: 'training.planLines.add',
  method: 'POST',
  path: '/api/plans/:planId/lines',
  permission: write,
  input: z.object({ ...kept, ...lineFields, override: overrideShape }),
  reply: z.object({ lineId: z.uuid(), revision: z.number() }),
  summary: { vi: 'Thêm dòng kế hoạch', en: 'Add a line to a plan' },
})

export const changeLine = operation({
  id: 'training.planLines.change',
  method: 'PUT',
  path: '/api/plans/:planId/lines/:lineId',
  permission: write,
  input: z.object({ ...kept, lineId: idText, ...lineFields, override: overrideShape }),
  reply: z.object({ revision: z.number() }),
  summary: { vi: 'Sửa dòng kế hoạch', en: 'Change a line of a plan' },
})

export const removeLine = operation({
  id: 'training.planLines.remove',
  method: 'POST',
  path: '/api/plans/:planId/lines/:lineId/removal',
  permission: write,
  input: z.object({ ...kept, lineId: idText, reason: z.string().trim().min(3).max(500) }),
  reply: z.object({ revision: z.number() }),
  summary: { vi: 'Bỏ dòng kế hoạch', en: 'Remove a line of a plan' },
})

export const addLineFromNeeds = operation({
  id: 'training.planLines.addFromNeeds',
  method: 'POST',
  path: '/api/plans/:planId/lines/from-needs',
  permission: write,
  input: z.object({ ...kept, kind: lineFields.kind, seats: lineFields.seats.nullable().default(null) }),
  reply: z.object({ lineId: z.uuid(), seats: z.number(), revision: z.number() }),
  summary: { vi: 'Thêm dòng từ nhu cầu, chia chỉ tiêu theo đơn vị', en: 'Add a line from needs, its seats shared among units' },
})

export const linePeople = operation({
  id: 'training.planLines.people',
  method: 'GET',
  path: '/api/plans/:planId/people',
  permission: read,
  input: z.object({ planId: idText, lineId: idText.optional(), which: z.enum(['sent', 'completed']).default('sent') }),
  reply: z.object({
    people: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        birth: z.string().nullable(),
        unit: named.nullable(),
        title: z.string().nullable(),
        classId: z.uuid(),
        classTitle: z.string(),
        state: z.string(),
      }),
    ),
    /** Sent in the plan's classes, but seen by others only. */
    unseen: z.number(),
  }),
  summary: { vi: 'Người được cử học theo kế hoạch', en: 'Whom a plan has sent' },
})
