import { z } from 'zod'
import { trainingKinds } from '#law/training-kinds.ts'
import { dayText, idText, listOf, operation } from '#lib/operation.ts'
import { needOrigins } from './need.ts'
import { languageShape } from './plan.contract.ts'

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]]
const kindShape = z.enum(keysOf(trainingKinds))
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })
const yearShape = z.coerce.number().int().min(1990).max(2100)
const reasonShape = z.string().trim().min(3).max(500)

export const needStates = ['open', 'struck', 'retires'] as const
export type NeedState = (typeof needStates)[number]

/** What a list of needs may be asked for; the page keeps the same fields in its address. */
export const needFilters = {
  unitId: idText.optional(),
  kind: listOf(kindShape),
  origin: listOf(z.enum(needOrigins)),
  state: z.enum(needStates).optional(),
}
const asked = { year: yearShape, day: dayText.optional(), ...needFilters }

export const needRowShape = z.object({
  personId: z.uuid(),
  name: z.string(),
  unit: named,
  titleCode: z.string().nullable(),
  titleText: z.string(),
  kind: z.string(),
  origin: z.enum(needOrigins),
  requirement: z.string().nullable(),
  level: z.string().nullable(),
  weight: z.number(),
  urgency: z.number(),
  urgencyWhy: z.string(),
  rule: z.object({ document: z.string(), article: z.string().nullable(), verified: z.boolean() }).nullable(),
  reason: z.string().nullable(),
  found: z.number().nullable(),
  expiresOn: dayText.nullable(),
  claimId: z.uuid().nullable(),
  struck: z.object({ reason: z.string(), by: z.string() }).nullable(),
  excluded: z.literal('retires').nullable(),
  retiresOn: dayText.nullable(),
})
export type NeedRow = z.output<typeof needRowShape>

const countShape = z.object({ needs: z.number(), people: z.number() })

export const listNeeds = operation({
  id: 'training.needs.list',
  method: 'GET',
  path: '/api/needs',
  permission: 'training.needs',
  input: z.object({
    ...asked,
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(200),
  }),
  reply: z.object({
    /** Person-times and people of the open ones among all that the filters leave; `total` is all of these. */
    ...countShape.shape,
    total: z.number(),
    rows: z.array(needRowShape),
    /** The key of every 200th, after which a window begins. */
    anchors: z.array(z.string()),
    /** Of open needs, before the filter by kind. */
    byKind: z.array(countShape.extend({ kind: z.string() })),
    byOrigin: z.array(countShape.extend({ origin: z.enum(needOrigins) })),
    byState: z.array(countShape.extend({ state: z.enum(needStates) })),
    unit: named.nullable(),
    may: z.object({ write: z.boolean() }),
  }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Nhu cầu đào tạo, bồi dưỡng của năm', en: 'Training needs of a year' },
})

export const exportNeeds = operation({
  id: 'training.needs.export',
  method: 'GET',
  path: '/api/needs/workbook',
  permission: 'training.needs',
  input: z.object({ ...asked, language: languageShape }),
  reply: z.object({}),
  gives: 'file',
  scope: { unit: 'unitId' },
  summary: { vi: 'Nhu cầu đào tạo, bồi dưỡng ra bảng tính', en: 'Training needs as a workbook' },
})

const said = { personId: idText, kind: kindShape, year: yearShape, reason: reasonShape }

export const addNeed = operation({
  id: 'training.needs.add',
  method: 'POST',
  path: '/api/people/:personId/needs',
  permission: 'training.needs.write',
  input: z.object(said),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Thêm nhu cầu, hoặc đồng ý với đăng ký của cán bộ', en: 'Add a need, or support an application' },
})

export const strikeNeed = operation({
  id: 'training.needs.strike',
  method: 'POST',
  path: '/api/people/:personId/needs/strike',
  permission: 'training.needs.write',
  input: z.object(said),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Gạch nhu cầu', en: 'Strike a need' },
})

export const restoreNeed = operation({
  id: 'training.needs.restore',
  method: 'POST',
  path: '/api/people/:personId/needs/:claimId/restoration',
  permission: 'training.needs.write',
  input: z.object({ personId: idText, claimId: idText }),
  reply: z.object({}),
  scope: { person: 'personId' },
  summary: { vi: 'Bỏ ý kiến đã ghi về nhu cầu', en: 'Take back what was said of a need' },
})

export const applyForCourse = operation({
  id: 'training.needs.apply',
  method: 'POST',
  path: '/api/my-needs',
  permission: 'training.apply',
  input: z.object({ kind: kindShape, year: yearShape, reason: reasonShape }),
  reply: z.object({ id: z.uuid() }),
  summary: { vi: 'Tự đăng ký khóa học', en: 'Apply for a course oneself' },
})

export const withdrawApplication = operation({
  id: 'training.needs.withdrawApplication',
  method: 'POST',
  path: '/api/my-needs/:claimId/withdrawal',
  permission: 'training.apply',
  input: z.object({ claimId: idText }),
  reply: z.object({}),
  summary: { vi: 'Rút đăng ký khóa học', en: 'Withdraw an own application' },
})

export const myNeeds = operation({
  id: 'training.needs.mine',
  method: 'GET',
  path: '/api/my-needs',
  permission: 'training.apply',
  input: z.object({ year: yearShape }),
  reply: z.object({
    person: z.object({ personId: z.uuid(), name: z.string(), unit: named.nullable(), title: z.string().nullable() }).nullable(),
    needs: z.array(needRowShape),
    /** What the unit and the official have said, also of courses that are no need any more. */
    claims: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        stance: z.enum(['added', 'applied', 'struck']),
        reason: z.string(),
        by: z.string(),
        said: dayText,
        isOwn: z.boolean(),
        /** Sent to the course, or entered in a class of it, in the year. */
        isServed: z.boolean(),
      }),
    ),
    /** Periods completed in the year, beside the least that the law asks. */
    hours: z.object({ done: z.number(), asked: z.number().nullable(), document: z.string().nullable(), verified: z.boolean() }),
  }),
  summary: { vi: 'Nhu cầu học của chính mình', en: "One's own training needs" },
})
