import type { Db } from '#db/connect.ts'
import type { ReplyOf } from '#lib/operation.ts'
import { unitsUnder } from '#modules/organisation/subtree.sql.ts'
import { tallyBy, tallyOf } from '#modules/training/plan-tally.ts'
import { linesOf } from '#modules/training/plan-line.sql.ts'
import { planHeads } from '#modules/training/plan.sql.ts'
import { query, type Route, type Scope } from '#server/operations.ts'
import { readFulfilment } from './fulfilment.contract.ts'

export function fulfilmentRoutes(): Route[] {
  return [query(readFulfilment, async (asked, { db, ...reader }) => fulfilmentOf(db, asked, reader))]
}

type Asked = { year: number; unitId?: string | undefined }

/** Planned beside done, to the đồng: seats, people sent and completed, money. */
export async function fulfilmentOf(
  db: Db,
  { year, unitId }: Asked,
  { scope, today, now }: { scope: Scope; today: string; now: Date },
): Promise<ReplyOf<typeof readFulfilment>> {
  const last = `${year}-12-31`
  const under = unitId === undefined ? null : await unitsUnder(db, unitId, last < today ? last : today, now)
  const inScope = scope === 'everything' ? null : scope.unitIds
  const unitIds = under && inScope ? under.filter((id) => inScope.includes(id)) : (under ?? inScope)
  const plans = new Map((await planHeads(db, { unitIds, year })).map((plan) => [plan.planId, plan]))
  const lines = await linesOf(db, [...plans.keys()])
  return {
    total: tallyOf(lines),
    lines: lines.flatMap(({ planId, lineId, kind, title, seats, sent, completed, planned, spent }) => {
      const plan = plans.get(planId)
      return plan ? [{ planId, planTitle: plan.title, unit: plan.unit, lineId, kind, title, seats, sent, completed, planned, spent }] : []
    }),
    kinds: tallyBy(lines, ({ kind }) => kind).map(({ key, ...tally }) => ({
      kind: key,
      ...tally,
      each: tally.sent === 0 ? null : Math.round(tally.spent / tally.sent),
    })),
  }
}
