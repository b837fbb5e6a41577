import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { overrideShape } from '#lib/override.ts'
import { itemShape, moneyShape } from './plan-line.contract.ts'

const read = 'training.plan'
const write = 'training.plan.write'

export const spendingShape = z.object({
  id: z.uuid(),
  lineId: z.uuid(),
  lineTitle: z.string(),
  item: z.string(),
  amount: z.number(),
  paidOn: dayText,
  voucher: z.string(),
  note: z.string().nullable(),
  by: z.string(),
})
export type Spending = z.output<typeof spendingShape>

export const listSpending = operation({
  id: 'training.spending.list',
  method: 'GET',
  path: '/api/plans/:planId/spending',
  permission: read,
  input: z.object({ planId: idText, lineId: idText.optional(), item: itemShape.optional() }),
  reply: z.object({ spending: z.array(spendingShape), total: z.number() }),
  summary: { vi: 'Chứng từ chi của kế hoạch', en: 'Vouchers of a plan' },
})

const fields = {
  lineId: idText,
  item: itemShape,
  amount: moneyShape,
  paidOn: dayText,
  voucher: z.string().trim().min(1).max(100),
  note: z.string().trim().max(500).nullable().default(null),
}

export const recordSpending = operation({
  id: 'training.spending.record',
  method: 'POST',
  path: '/api/plans/:planId/spending',
  permission: write,
  input: z.object({ planId: idText, ...fields, override: overrideShape }),
  reply: z.object({ id: z.uuid() }),
  summary: { vi: 'Ghi khoản chi', en: 'Record a payment' },
})

export const correctSpending = operation({
  id: 'training.spending.correct',
  method: 'PUT',
  path: '/api/plans/:planId/spending/:spendingId',
  permission: write,
  input: z.object({ planId: idText, spendingId: idText, ...fields, reason: z.string().trim().min(3).max(500), override: overrideShape }),
  reply: z.object({ id: z.uuid() }),
  summary: { vi: 'Sửa khoản chi ghi sai', en: 'Correct a payment' },
})

export const retractSpending = operation({
  id: 'training.spending.retract',
  method: 'POST',
  path: '/api/plans/:planId/spending/:spendingId/retraction',
  permission: write,
  input: z.object({ planId: idText, spendingId: idText, reason: z.string().trim().min(3).max(500) }),
  reply: z.object({}),
  summary: { vi: 'Bỏ khoản chi ghi nhầm', en: 'Take back a payment recorded in error' },
})
