import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { about, insertAnchors, noteChange, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { isUnitInScope } from '#modules/organisation/scope.sql.ts'
import type { Scope } from '#server/operations.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import type { PlanHead } from './plan.contract.ts'
import { revisionObjections, type PlanStatus } from './plan.ts'

type Row = Omit<PlanHead, 'unit' | 'changedAt'> & { unitId: string; vi: string | null; en: string | null; changedAt: Date }
type Found = { planId?: string; unitIds?: string[] | null; year?: number | undefined; status?: PlanStatus | undefined }

/** Heads of plans, the latest year first. */
export async function planHeads(db: Db, { planId, unitIds = null, year, status }: Found): Promise<PlanHead[]> {
  const { rows } = await sql<Row>`
    select p.plan_id as "planId", p.unit_id as "unitId", u.name_vi as vi, u.name_en as en, p.year, p.title, p.status, p.budget::float8 as budget,
      p.away_percent as "awayPercent", p.note, p.returned_why as "returnedWhy", p.revision, p.updated_at as "changedAt", coalesce(e.actor, '') as "changedBy",
      case when d.id is not null then jsonb_build_object('id', d.id, 'code', d.code, 'issuedOn', d.issued_on) end as paper
    from training.plan p
    left join decisions.decision d on d.id = p.decision_id
    left join audit.entry e on e.id = p.entry_id
    left join lateral (
      select v.name_vi, v.name_en from organisation.unit_version v where v.unit_id = p.unit_id and upper_inf(v.recorded)
      order by v.held @> make_date(p.year, 1, 1) desc, lower(v.held) desc limit 1
    ) u on true
    where ${planId ? sql`p.plan_id = ${planId}::uuid` : sql`true`} and ${unitIds ? sql`p.unit_id = any(${unitIds}::uuid[])` : sql`true`}
      and ${year ? sql`p.year = ${year}` : sql`true`} and ${status ? sql`p.status = ${status}` : sql`true`}
    order by p.year desc, p.title, p.plan_id`.execute(db)
  return rows.map(({ unitId, vi, en, changedAt, ...row }) => ({
    ...row,
    unit: { id: unitId, vi: vi ?? '', en: en ?? '' },
    changedAt: changedAt.toISOString(),
  }))
}

/** The plan, where it is in the caller's scope. */
export async function planOf(db: Db, scope: Scope, planId: string): Promise<PlanHead> {
  const [plan] = await planHeads(db, { planId })
  if (!plan || !(await isUnitInScope(db, scope, plan.unit.id))) throw new NotFound()
  return plan
}

/** Holds the plan still, as it was read: whoever read an older state is refused, and writes nothing over. */
export async function lockPlan(tx: Tx, scope: Scope, planId: string, revision: number | null): Promise<PlanHead> {
  await sql`select from training.plan where plan_id = ${planId}::uuid for update`.execute(tx)
  const plan = await planOf(tx, scope, planId)
  refuse(revision === null ? [] : revisionObjections(plan, revision))
  return plan
}

export type NewPlan = {
  unitId: string
  year: number
  title: string
  budget: number | null
  awayPercent: number | null
  note: string | null
}

export async function addPlan(tx: Tx, plan: NewPlan): Promise<string> {
  const { now } = recordOf(tx)
  const planId = newId(now.getTime())
  await insertAnchors(tx, 'training.plan', [
    {
      plan_id: planId,
      unit_id: plan.unitId,
      year: plan.year,
      title: plan.title,
      budget: plan.budget,
      away_percent: plan.awayPercent,
      note: plan.note,
      updated_at: now,
    },
  ])
  noteChange(tx, { table: 'training.plan', done: 'changed', count: 1, after: plan })
  about(tx, { subjectId: planId })
  return planId
}

export type PlanChange = Partial<{
  title: string
  budget: number | null
  away_percent: number | null
  note: string | null
  status: PlanStatus
  returned_why: string | null
  decision_id: string | null
}>

/** Writes a change of the plan or of a line of it; the number of its state goes up, and the log keeps how it was. */
export async function changePlan(tx: Tx, { planId }: { planId: string }, change: PlanChange, reason?: string): Promise<number> {
  const { now, entryId } = recordOf(tx)
  const { rows: before } = await sql<Record<string, unknown>>`
    select to_jsonb(p) - 'revision' - 'updated_at' - 'entry_id' as plan from training.plan p where plan_id = ${planId}::uuid`.execute(tx)
  const changed = await tx
    .updateTable('training.plan')
    .set((set) => ({ ...change, revision: set('revision', '+', 1), updated_at: now, entry_id: entryId }))
    .where('plan_id', '=', planId)
    .returning('revision')
    .executeTakeFirstOrThrow()
  if (Object.keys(change).length > 0)
    noteChange(tx, { table: 'training.plan', done: 'changed', count: 1, before: before[0]?.['plan'], after: change })
  about(tx, { subjectId: planId, ...(reason ? { reason } : {}) })
  return changed.revision
}
