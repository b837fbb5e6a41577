import type { Db, Tx } from '#db/connect.ts'
import { addYears } from '#lib/days.ts'
import { standing, type Overrides } from '#lib/override.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { paperTypes, renderPaper } from '#modules/decisions/paper-print.node.ts'
import { ownTemplates } from '#modules/decisions/template.sql.ts'
import { isUnitInScope, unitsBelow } from '#modules/organisation/scope.sql.ts'
import { assureUnitOnDay, unitsUnder } from '#modules/organisation/subtree.sql.ts'
import { findPaper } from '#modules/people/fact.sql.ts'
import { basisObjections } from '#modules/people/basis.ts'
import { command, wideQuery, type Actor, type CommandContext, type Route } from '#server/operations.ts'
import { refuse } from '#server/refusal.ts'
import { inputOfLine, linesOf, unitsGone, writeLine } from './plan-line.sql.ts'
import { tallyBy, tallyByItem, tallyOf } from './plan-tally.ts'
import {
  copyPlan,
  createPlan,
  decidePlan,
  editPlan,
  exportPlan,
  listPlans,
  printPlan,
  readPlan,
  submitPlan,
  type PlanHead,
  type PlanRead,
} from './plan.contract.ts'
import { addPlan, changePlan, lockPlan, planHeads, planOf } from './plan.sql.ts'
import { editObjections, headObjections, moveObjections, statusAfter, type PlanMove } from './plan.ts'
import { planIssuing } from './plan-issuer.sql.ts'
import { planPaper } from './plan-paper.ts'
import { planWorkbook } from './plan-workbook.node.ts'

export function planRoutes(): Route[] {
  return [
    // What a plan has sent counts whoever went, wherever they are seen today; it names nobody.
    wideQuery(listPlans, async ({ unitId, year, status }, { db, scope, today, now }) => {
      const own = scope === 'everything' ? null : scope.unitIds
      const unitIds = unitId ? await unitsUnder(db, unitId, today, now) : own
      const all = await planHeads(db, { unitIds, status })
      const plans = all.filter((plan) => year === undefined || plan.year === year)
      const lines = Map.groupBy(
        await linesOf(
          db,
          plans.map(({ planId }) => planId),
        ),
        ({ planId }) => planId,
      )
      return {
        plans: plans.map((plan) => ({ ...plan, lines: lines.get(plan.planId)?.length ?? 0, ...tallyOf(lines.get(plan.planId) ?? []) })),
        years: [...new Set(all.map((plan) => plan.year))],
      }
    }),

    wideQuery(readPlan, async ({ planId }, { db, scope, actor, today }) =>
      wholePlan(db, await planOf(db, scope, planId), { actor, today }),
    ),

    command(createPlan, async (given, { tx, now }) => {
      await assureUnitOnDay(tx, given.unitId, `${given.year}-01-01`, now)
      refuse(headObjections(given))
      return { planId: await addPlan(tx, given) }
    }),

    command(copyPlan, async ({ planId, year, title }, context) => {
      const { tx, scope, now } = context
      const from = await planOf(tx, scope, planId)
      await assureUnitOnDay(tx, from.unit.id, `${year}-01-01`, now)
      const copied = await addPlan(tx, {
        unitId: from.unit.id,
        year,
        title,
        budget: from.budget,
        awayPercent: from.awayPercent,
        note: null,
      })
      return { planId: copied, left: await copyLines(context, from, { planId: copied, year }) }
    }),

    command(editPlan, async ({ planId, revision, ...head }, { tx, scope }) => {
      const plan = await lockPlan(tx, scope, planId, revision)
      refuse([...editObjections(plan), ...headObjections(head)])
      const { awayPercent, ...change } = head
      return { revision: await changePlan(tx, plan, { ...change, away_percent: awayPercent }) }
    }),

    command(submitPlan, move),
    command(decidePlan, move),

    wideQuery(printPlan, async ({ planId, format, ...draft }, { db, scope, actor, today }) => {
      const read = await wholePlan(db, await planOf(db, scope, planId), { actor, today })
      const by = await planIssuing(db, read.plan, draft)
      const templates = await ownTemplates(db, 'plan', by.family)
      const content = await renderPaper({ kind: 'plan', data: planPaper(read, by), family: by.family, format, templates })
      return { name: `${read.plan.title}.${format}`, type: paperTypes[format], content }
    }),

    wideQuery(exportPlan, async ({ planId, language }, { db, scope, actor, today, now }) =>
      planWorkbook(db, await wholePlan(db, await planOf(db, scope, planId), { actor, today }), { language, by: actor.name, at: now }),
    ),
  ]
}

type Moved = { planId: string; revision: number; move: PlanMove; reason: string | null; decisionId: string | null; override: Overrides }

async function move({ planId, revision, move: asked, reason, decisionId, override }: Moved, { tx, scope, today }: CommandContext) {
  const plan = await lockPlan(tx, scope, planId, revision)
  const lines = await linesOf(tx, [planId])
  const { planned, spent } = tallyOf(lines)
  const paper = await findPaper(tx, decisionId)
  refuse([
    ...(decisionId === null ? [] : basisObjections({ decisionId, override }, paper)),
    ...standing(moveObjections({ ...plan, planned, spent, lines: lines.length }, asked, today, { reason, decisionId }), override),
  ])
  const status = statusAfter(asked)
  const change = {
    status,
    returned_why: asked === 'return' || asked === 'adjust' ? (reason ?? paper?.code ?? null) : null,
    ...(asked === 'approve' ? { decision_id: decisionId } : {}),
  }
  return { status, revision: await changePlan(tx, plan, change, said(reason, paper?.code, override)) }
}

/** What the log says of why. */
function said(reason: string | null, code: string | undefined, override: Overrides): string {
  return [reason, code, ...override.map((one) => `${one.code}: ${one.reason}`)].filter(Boolean).join(' · ')
}

async function wholePlan(db: Db, plan: PlanHead, { actor, today }: { actor: Actor; today: string }): Promise<PlanRead> {
  const lines = await linesOf(db, [plan.planId])
  const may = async (permission: string) => {
    const scope = await scopeOf(db, actor, permission, today, unitsBelow)
    return scope !== null && (await isUnitInScope(db, scope, plan.unit.id))
  }
  return {
    plan,
    lines,
    total: tallyOf(lines),
    byKind: tallyBy(lines, ({ kind }) => kind),
    byBudgetLine: tallyBy(lines, ({ budgetLine }) => budgetLine ?? ''),
    byItem: tallyByItem(lines),
    may: { write: await may('training.plan.write'), approve: await may('training.plan.approve') },
  }
}

/** The lines of the old plan a year or more later; seats of units that are no more are left, and said. */
async function copyLines({ tx, now }: { tx: Tx; now: Date }, from: PlanHead, to: { planId: string; year: number }) {
  const left = new Map<string, { vi: string; en: string }>()
  const later = (day: string | null) => day && addYears(day, to.year - from.year)
  for (const line of await linesOf(tx, [from.planId])) {
    const copied = { ...inputOfLine(line), startsOn: later(line.startsOn), endsOn: later(line.endsOn) }
    const gone = await unitsGone(tx, copied, to.year, now)
    for (const { id, vi, en } of gone) left.set(id, { vi, en })
    await writeLine(
      tx,
      to.planId,
      { ...copied, unitSeats: copied.unitSeats.filter(({ unitId }) => !gone.some(({ id }) => id === unitId)) },
      null,
    )
  }
  return [...left.values()]
}
