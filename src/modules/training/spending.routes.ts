import { about } from '#db/facts.ts'
import { standing, type Overrides } from '#lib/override.ts'
import { command, query, type CommandContext, type Route } from '#server/operations.ts'
import { refuse } from '#server/refusal.ts'
import { lineOf } from './plan-line.sql.ts'
import { paymentObjections } from './plan-line.ts'
import { lockPlan, planOf } from './plan.sql.ts'
import { correctSpending, listSpending, recordSpending, retractSpending } from './spending.contract.ts'
import { closeSpending, lockSpending, recordSpendings, spendingOf, type NewSpending } from './spending.sql.ts'

export function spendingRoutes(): Route[] {
  return [
    query(listSpending, async ({ planId, lineId, item }, { db, scope }) => {
      await planOf(db, scope, planId)
      const spending = await spendingOf(db, { planId, lineId, item })
      return { spending, total: spending.reduce((sum, { amount }) => sum + amount, 0) }
    }),

    // A payment changes no state of the plan: two officers may enter vouchers side by side.
    command(recordSpending, async ({ planId, override, ...payment }, context) => {
      await settlePayment(context, planId, payment, { override, replaced: null })
      const [id = ''] = await recordSpendings(context.tx, [payment])
      return { id }
    }),

    command(correctSpending, async ({ planId, spendingId, reason, override, ...payment }, context) => {
      await settlePayment(context, planId, payment, { override, replaced: spendingId, reason })
      await closeSpending(context.tx, spendingId, 'corrected')
      const [id = ''] = await recordSpendings(context.tx, [payment])
      return { id }
    }),

    command(retractSpending, async ({ planId, spendingId, reason }, { tx, scope }) => {
      await lockPlan(tx, scope, planId, null)
      await lockSpending(tx, planId, spendingId)
      await closeSpending(tx, spendingId, 'retracted')
      about(tx, { subjectId: planId, reason })
      return {}
    }),
  ]
}

type Around = { override: Overrides; replaced: string | null; reason?: string }

/** Refuses what stands in the way of the payment, held against the line as it is without the payment that it replaces. */
async function settlePayment({ tx, scope, today }: CommandContext, planId: string, payment: NewSpending, around: Around): Promise<void> {
  const plan = await lockPlan(tx, scope, planId, null)
  const replaced = around.replaced ? await lockSpending(tx, planId, around.replaced) : null
  const line = await lineOf(tx, planId, payment.lineId)
  const others = (await spendingOf(tx, { planId, lineId: payment.lineId })).filter(({ id }) => id !== around.replaced)
  const held = {
    year: plan.year,
    wasApproved: plan.paper !== null,
    planned: line.planned,
    spent: line.spent - (replaced?.lineId === line.lineId ? replaced.amount : 0),
    isVoucherKnown: others.some(({ voucher }) => voucher === payment.voucher),
  }
  refuse(standing(paymentObjections(payment, held, today), around.override))
  const why = [around.reason, ...around.override.map(({ code, reason }) => `${code}: ${reason}`)].filter(Boolean).join(' · ')
  about(tx, { subjectId: planId, ...(why ? { reason: why } : {}) })
}
