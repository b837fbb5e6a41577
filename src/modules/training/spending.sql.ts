import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { closeFacts, period, recordFacts } from '#db/facts.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import type { Spending } from './spending.contract.ts'

const table = 'training.spending'

/** The payments of a plan that are known now, the latest first. */
export async function spendingOf(
  db: Db,
  asked: { planId: string; lineId?: string | undefined; item?: string | undefined },
): Promise<Spending[]> {
  const { rows } = await sql<Spending>`
    select s.id, s.line_id as "lineId", l.title as "lineTitle", s.item, s.amount::float8 as amount, s.paid_on as "paidOn", s.voucher, s.note, coalesce(e.actor, '') as by
    from training.spending s join training.plan_line l on l.line_id = s.line_id left join audit.entry e on e.id = s.entry_id
    where l.plan_id = ${asked.planId}::uuid and upper_inf(s.recorded)
      and ${asked.lineId ? sql`s.line_id = ${asked.lineId}::uuid` : sql`true`} and ${asked.item ? sql`s.item = ${asked.item}` : sql`true`}
    order by s.paid_on desc, s.id desc`.execute(db)
  return rows
}

/** The payment, held still; one that has been corrected since is refused, one of another plan is not found. */
export async function lockSpending(tx: Tx, planId: string, id: string): Promise<Spending> {
  await sql`select from training.spending where id = ${id}::uuid for update`.execute(tx)
  const found = (await spendingOf(tx, { planId })).find((one) => one.id === id)
  if (found) return found
  const { rows } = await sql`
    select from training.spending s join training.plan_line l on l.line_id = s.line_id where s.id = ${id}::uuid and l.plan_id = ${planId}::uuid`.execute(
    tx,
  )
  refuse(rows.length > 0 ? [{ code: 'fact-changed' }] : [])
  throw new NotFound()
}

export type NewSpending = { lineId: string; item: string; amount: number; paidOn: string; voucher: string; note: string | null }

export async function recordSpendings(tx: Tx, payments: NewSpending[]): Promise<string[]> {
  return recordFacts(
    tx,
    table,
    payments.map((one) => ({
      line_id: one.lineId,
      item: one.item,
      amount: one.amount,
      paid_on: one.paidOn,
      voucher: one.voucher,
      note: one.note,
      held: period(one.paidOn),
    })),
  )
}

export function closeSpending(tx: Tx, id: string, why: string): Promise<number> {
  return closeFacts(tx, table, [id], why)
}
