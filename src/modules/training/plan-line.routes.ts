import type { CommandContext, Route } from '#server/operations.ts'
import { command, wideQuery } from '#server/operations.ts'
import { refuse } from '#server/refusal.ts'
import { standing, type Overrides } from '#lib/override.ts'
import { trainingKinds } from '#law/training-kinds.ts'
import { courseLengthOn } from '#law/training-courses.ts'
import { unitsUnder } from '#modules/organisation/subtree.sql.ts'
import { sensitiveScope } from '#modules/people/sensitive.sql.ts'
import { needsOf } from './need.sql.ts'
import { addLine, addLineFromNeeds, changeLine, linePeople, removeLine, type LineInput, type PlanLine } from './plan-line.contract.ts'
import { lineOf, removeLineOf, unitsGone, useOf, writeLine } from './plan-line.sql.ts'
import { lineObjections, removalObjections, shareSeats } from './plan-line.ts'
import { peopleOfPlan, seatUnits } from './plan-people.sql.ts'
import type { PlanHead } from './plan.contract.ts'
import { changePlan, lockPlan, planOf } from './plan.sql.ts'
import { editObjections } from './plan.ts'

export function planLineRoutes(): Route[] {
  return [
    command(addLine, async ({ planId, revision, override, ...line }, context) => {
      const plan = await editablePlan(context, planId, revision)
      const lineId = await settleLine(context, plan, line, { override, before: null })
      return { lineId, revision: await changePlan(context.tx, plan, {}, whyOf(override)) }
    }),

    command(changeLine, async ({ planId, revision, lineId, override, ...line }, context) => {
      const plan = await editablePlan(context, planId, revision)
      await settleLine(context, plan, line, { override, before: await lineOf(context.tx, planId, lineId) })
      return { revision: await changePlan(context.tx, plan, {}, whyOf(override)) }
    }),

    command(removeLine, async ({ planId, revision, lineId, reason }, context) => {
      const plan = await editablePlan(context, planId, revision)
      const line = await lineOf(context.tx, planId, lineId)
      refuse(removalObjections(useOf(line)))
      await removeLineOf(context.tx, line)
      return { revision: await changePlan(context.tx, plan, {}, reason) }
    }),

    command(addLineFromNeeds, async ({ planId, revision, kind, seats }, context) => {
      const { tx, today, now } = context
      const plan = await editablePlan(context, planId, revision)
      const on = today > `${plan.year}-12-31` ? `${plan.year}-12-31` : today
      const under = await unitsUnder(tx, plan.unit.id, on, now)
      const needs = (await needsOf(tx, { year: plan.year, on, unitIds: under })).filter(
        (need) => need.kind === kind && !need.struck && !need.excluded,
      )
      refuse(needs.length === 0 ? [{ code: 'no-needs-of-kind', kind }] : [])
      const shared = shareSeats(
        seats ?? needs.length,
        await seatUnits(
          tx,
          plan.unit.id,
          needs.map(({ unitId }) => unitId),
          on,
        ),
      )
      const line = lineOfNeeds(kind, seats ?? needs.length, on)
      const lineId = await settleLine(
        context,
        plan,
        { ...line, unitSeats: await lastingSeats(context, plan, shared) },
        { override: [], before: null },
      )
      return { lineId, seats: line.seats, revision: await changePlan(tx, plan, {}) }
    }),

    wideQuery(linePeople, async ({ planId, lineId, which }, { db, scope, actor, today }) => {
      await planOf(db, scope, planId)
      return peopleOfPlan(
        db,
        { planId, lineId: lineId ?? null, which },
        { scope, sensitive: await sensitiveScope(db, { actor, today }), today },
      )
    }),
  ]
}

async function editablePlan({ tx, scope }: CommandContext, planId: string, revision: number): Promise<PlanHead> {
  const plan = await lockPlan(tx, scope, planId, revision)
  refuse(editObjections(plan))
  return plan
}

async function settleLine(
  { tx, now }: CommandContext,
  plan: PlanHead,
  line: LineInput,
  { override, before }: { override: Overrides; before: PlanLine | null },
): Promise<string> {
  const gone = await unitsGone(tx, line, plan.year, now)
  refuse(standing(lineObjections(line, { year: plan.year, gone }), override))
  return writeLine(tx, plan.planId, line, before)
}

function lineOfNeeds(kind: LineInput['kind'], seats: number, on: string): LineInput {
  return {
    ...{ kind, seats, title: trainingKinds[kind].name.vi, periods: courseLengthOn(kind, on).periods ?? null },
    ...{ whom: null, fieldText: null, mode: null, institution: null, startsOn: null, endsOn: null, place: null, budgetLine: null },
    ...{ costs: [], unitSeats: [] },
  }
}

/** Seats of the units that still stand when the plan's year begins. */
async function lastingSeats({ tx, now }: CommandContext, plan: PlanHead, shared: LineInput['unitSeats']): Promise<LineInput['unitSeats']> {
  const gone = await unitsGone(tx, { startsOn: null, unitSeats: shared }, plan.year, now)
  return shared.filter(({ unitId }) => !gone.some(({ id }) => id === unitId))
}

function whyOf(override: Overrides): string {
  return override.map(({ code, reason }) => `${code}: ${reason}`).join(' · ')
}
