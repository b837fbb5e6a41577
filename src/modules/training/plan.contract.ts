import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { overrideShape } from '#lib/override.ts'
import { lineShape, moneyShape, tallyShape } from './plan-line.contract.ts'
import { planStatuses } from './plan.ts'

const read = 'training.plan'
const write = 'training.plan.write'
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })
const yearShape = z.number().int().min(1990).max(2100)
export const languageShape = z.enum(['vi', 'en']).default('vi')

/** What the caller has read: an older one than the plan's own is refused. */
export const revisionShape = z.number().int().min(1)

export const planHeadShape = z.object({
  planId: z.uuid(),
  unit: named,
  year: z.number(),
  title: z.string(),
  status: z.enum(planStatuses),
  /** Whole đồng; null where no ceiling is set. */
  budget: z.number().nullable(),
  /** At most this share of a unit is away at once. */
  awayPercent: z.number().nullable(),
  note: z.string().nullable(),
  /** Why it was returned or is being adjusted. */
  returnedWhy: z.string().nullable(),
  paper: z.object({ id: z.uuid(), code: z.string(), issuedOn: dayText }).nullable(),
  revision: z.number(),
  changedAt: z.string(),
  changedBy: z.string(),
})
export type PlanHead = z.output<typeof planHeadShape>

export const planRowShape = planHeadShape.extend({ lines: z.number(), ...tallyShape.shape })
export type PlanRow = z.output<typeof planRowShape>

export const listPlans = operation({
  id: 'training.plans.list',
  method: 'GET',
  path: '/api/plans',
  permission: read,
  input: z.object({ unitId: idText.optional(), year: z.coerce.number().int().optional(), status: z.enum(planStatuses).optional() }),
  reply: z.object({ plans: z.array(planRowShape), years: z.array(z.number()) }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Các kế hoạch đào tạo, bồi dưỡng', en: 'Training plans' },
})

const sumShape = tallyShape.extend({ key: z.string() })

export const readPlan = operation({
  id: 'training.plans.read',
  method: 'GET',
  path: '/api/plans/:planId',
  permission: read,
  input: z.object({ planId: idText }),
  reply: z.object({
    plan: planHeadShape,
    lines: z.array(lineShape),
    total: tallyShape,
    byKind: z.array(sumShape),
    byBudgetLine: z.array(sumShape),
    /** Money only: an item has no seats of its own. */
    byItem: z.array(sumShape.pick({ key: true, planned: true, spent: true })),
    may: z.object({ write: z.boolean(), approve: z.boolean() }),
  }),
  summary: { vi: 'Một kế hoạch với các dòng, chỉ tiêu và kinh phí', en: 'A plan with its lines, seats and money' },
})
export type PlanRead = z.output<typeof readPlan.reply>

const headFields = {
  title: z.string().trim().min(3).max(300),
  budget: moneyShape.nullable().default(null),
  awayPercent: z.number().int().min(1).max(100).nullable().default(null),
  note: z.string().trim().max(2000).nullable().default(null),
}

export const createPlan = operation({
  id: 'training.plans.create',
  method: 'POST',
  path: '/api/plans',
  permission: write,
  input: z.object({ unitId: idText, year: yearShape, ...headFields }),
  reply: z.object({ planId: z.uuid() }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Lập kế hoạch', en: 'Begin a plan' },
})

export const copyPlan = operation({
  id: 'training.plans.copyLastYear',
  method: 'POST',
  path: '/api/plans/:planId/copy',
  permission: write,
  input: z.object({ planId: idText, year: yearShape, title: headFields.title }),
  reply: z.object({
    planId: z.uuid(),
    /** Units that have seats in the old plan and are no more in the new year. */
    left: z.array(z.object({ vi: z.string(), en: z.string() })),
  }),
  summary: { vi: 'Lập kế hoạch từ kế hoạch năm trước', en: "Begin a plan from an earlier year's" },
})

export const editPlan = operation({
  id: 'training.plans.edit',
  method: 'PUT',
  path: '/api/plans/:planId',
  permission: write,
  input: z.object({ planId: idText, revision: revisionShape, ...headFields }),
  reply: z.object({ revision: z.number() }),
  summary: { vi: 'Sửa phần chung của kế hoạch', en: 'Change the head of a plan' },
})

const moveFields = {
  planId: idText,
  revision: revisionShape,
  reason: z.string().trim().max(500).nullable().default(null),
  decisionId: idText.nullable().default(null),
  override: overrideShape,
}

export const submitPlan = operation({
  id: 'training.plans.submit',
  method: 'POST',
  path: '/api/plans/:planId/submission',
  permission: write,
  input: z.object({ ...moveFields, move: z.enum(['submit', 'adjust']) }),
  reply: z.object({ status: z.enum(planStatuses), revision: z.number() }),
  summary: { vi: 'Trình kế hoạch, hoặc mở điều chỉnh kế hoạch đã duyệt', en: 'Submit a plan, or open an approved one for adjustment' },
})

export const decidePlan = operation({
  id: 'training.plans.decide',
  method: 'POST',
  path: '/api/plans/:planId/decision',
  permission: 'training.plan.approve',
  input: z.object({ ...moveFields, move: z.enum(['return', 'approve']) }),
  reply: z.object({ status: z.enum(planStatuses), revision: z.number() }),
  summary: { vi: 'Duyệt hoặc trả lại kế hoạch', en: 'Approve or return a plan' },
})

export const exportPlan = operation({
  id: 'training.plans.export',
  method: 'GET',
  path: '/api/plans/:planId/workbook',
  permission: read,
  input: z.object({ planId: idText, language: languageShape }),
  reply: z.object({}),
  gives: 'file',
  summary: { vi: 'Kế hoạch ra bảng tính', en: 'A plan as a workbook' },
})

export const printPlan = operation({
  id: 'training.plans.print',
  method: 'GET',
  path: '/api/plans/:planId/paper',
  permission: read,
  input: z.object({
    planId: idText,
    format: z.enum(['docx', 'pdf']).default('docx'),
    /** While there is no paper of approval yet: whose it would be, and who would sign. */
    family: z.enum(['state', 'party']).default('state'),
    signer: z.string().trim().max(100).default(''),
    signerTitle: z.string().trim().max(100).default(''),
  }),
  reply: z.object({}),
  gives: 'file',
  summary: { vi: 'In kế hoạch ra Word hoặc PDF', en: 'Print a plan as Word or PDF' },
})
