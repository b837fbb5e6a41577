import type { Db, Tx } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { standing } from '#lib/override.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { isUnitInScope, unitsBelow } from '#modules/organisation/scope.sql.ts'
import { sensitiveScope } from '#modules/people/sensitive.sql.ts'
import { isPersonInScope } from '#modules/people/scope.sql.ts'
import { type Actor, command, query, type Route, type Scope, wideQuery } from '#server/operations.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { linesOf } from './plan-line.sql.ts'
import type { PlanHead } from './plan.contract.ts'
import { lockPlan, planOf } from './plan.sql.ts'
import { adoptSeats } from './proposal-adopt.sql.ts'
import { choicesOf, choiceTo, holdFor, writeMove } from './proposal-hand.sql.ts'
import { namesOf, peopleOf, resultOf } from './proposal-view.sql.ts'
import {
  adoptProposal,
  askProposal,
  cancelProposal,
  moveProposed,
  type ProposalRead,
  proposalChoices,
  proposedPeople,
  readProposal,
} from './proposal.contract.ts'
import { addProposal, endProposal, latestProposal, lockLatest, type Proposal, type StoredResult, touchProposal } from './proposal.sql.ts'
import { askObjections, cancelObjections, handObjections } from './proposal.ts'
import type { Sees } from './told-conditions.ts'

export type Around = { enqueue: (tx: Tx, proposalId: string) => Promise<void> }

export function proposalRoutes({ enqueue }: Around): Route[] {
  return [
    command(askProposal, async ({ planId, budget, awayPercent }, { tx, scope, actor }) => {
      const plan = await lockPlan(tx, scope, planId, null)
      const lines = await linesOf(tx, [planId])
      refuse(askObjections({ lines: lines.length }, (await lockLatest(tx, planId))?.state ?? null))
      const proposalId = await addProposal(tx, planId, { budget, awayPercent, planRevision: plan.revision, by: actor.name })
      await enqueue(tx, proposalId)
      return { proposalId }
    }),

    command(cancelProposal, async ({ planId }, { tx, scope }) => {
      await planOf(tx, scope, planId)
      const proposal = await lockLatest(tx, planId)
      refuse(cancelObjections(proposal?.state ?? null))
      if (proposal) await endProposal(tx, proposal.proposalId, 'cancelled', null)
      about(tx, { subjectId: planId })
      return {}
    }),

    // The numbers are of all whom the plan is for; names are told of those only whom the caller may see.
    wideQuery(readProposal, async ({ planId }, { db, scope, actor, today }) => {
      const plan = await planOf(db, scope, planId)
      const proposal = await latestProposal(db, planId)
      const result = proposal && storedIn(proposal)
      const writing = await scopeOf(db, actor, 'training.plan.write', today, unitsBelow)
      return {
        plan: { planId, title: plan.title, year: plan.year, unit: plan.unit, budget: plan.budget, awayPercent: plan.awayPercent },
        proposal: proposal && headOf(proposal, plan),
        result: proposal && result ? await resultOf(db, proposal, result, { scope, today }) : null,
        may: { write: writing !== null && (await isUnitInScope(db, writing, plan.unit.id)) },
      }
    }),

    query(proposedPeople, async ({ planId, ...asked }, { db, scope, actor, today }) => {
      const { unit } = await planOf(db, scope, planId)
      const proposal = await latestProposal(db, planId)
      return proposal
        ? peopleOf(db, proposal.proposalId, { ...asked, sees: await sightOf(db, { actor, today, unitId: unit.id }) })
        : { total: 0, people: [], next: null }
    }),

    // Everybody's seat counts for what is left, whoever may be seen; only the person asked for is named, and must be in scope.
    wideQuery(proposalChoices, async ({ planId, key }, { db, scope, today }) => {
      await planOf(db, scope, planId)
      const proposal = await latestProposal(db, planId)
      const result = proposal && storedIn(proposal)
      const [personId = ''] = key.split('~')
      if (!proposal || !result || !(await isPersonInScope(db, scope, personId, today))) throw new NotFound()
      const held = await holdFor(db, proposal, result, key)
      const name = (await namesOf(db, [personId], { scope, today })).get(personId) ?? ''
      return { person: { name, lineId: held.seat.lineId }, choices: choicesOf(held), revision: proposal.revision }
    }),

    command(moveProposed, async ({ planId, revision, key, lineId, override }, { tx, scope, today }) => {
      const { proposal, result } = await held(tx, scope, planId, revision)
      const [personId = ''] = key.split('~')
      if (!(await isPersonInScope(tx, scope, personId, today))) throw new NotFound()
      const whole = await holdFor(tx, proposal, result, key)
      const { effect, objections } = choiceTo(whole, lineId)
      refuse(standing(objections, override))
      await writeMove(tx, proposal, whole.seat, lineId, override.map((one) => `${one.code}: ${one.reason}`).join(' · '))
      return { revision: await touchProposal(tx, proposal.proposalId), effect }
    }),

    command(adoptProposal, async ({ planId, revision }, { tx, scope, today, actor }) => {
      const { proposal, result } = await held(tx, scope, planId, revision)
      const { waiting, ...adopted } = await adoptSeats(tx, proposal.proposalId, { today, by: actor.name })
      const titles = new Map(result.lines.map(({ id, title }) => [id, title]))
      about(tx, { subjectId: planId })
      return {
        ...adopted,
        waiting: waiting.map((one) => ({ ...one, title: titles.get(one.lineId) ?? '' })),
        revision: await touchProposal(tx, proposal.proposalId),
      }
    }),
  ]
}

async function held(tx: Tx, scope: Scope, planId: string, revision: number): Promise<{ proposal: Proposal; result: StoredResult }> {
  await planOf(tx, scope, planId)
  const proposal = await lockLatest(tx, planId)
  refuse(handObjections(proposal, revision))
  const result = proposal && storedIn(proposal)
  if (!proposal || !result) throw new NotFound()
  return { proposal, result }
}

/** Whoever sees the whole of the plan's unit closely. */
async function sightOf(db: Db, { actor, today, unitId }: { actor: Actor; today: string; unitId: string }): Promise<Sees> {
  const [sensitive, ratings] = [await sensitiveScope(db, { actor, today }), await scopeOf(db, actor, 'evaluation.read', today, unitsBelow)]
  const reaches = (scope: Scope | null) => scope !== null && (scope === 'everything' || scope.unitIds.includes(unitId))
  return { seesParty: reaches(sensitive), seesRatings: reaches(ratings) }
}

function storedIn({ state, result }: Proposal): StoredResult | null {
  return state === 'done' && result && !('failure' in result) ? result : null
}

function headOf(
  { proposalId, state, askedAt, askedBy, endedAt, revision, progress, asked, result }: Proposal,
  plan: PlanHead,
): ProposalRead['proposal'] {
  return {
    ...{ proposalId, state, askedBy, revision, progress, budget: asked.budget, awayPercent: asked.awayPercent },
    askedAt: askedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    failure: result && 'failure' in result ? result.failure : null,
    isOutdated: asked.planRevision !== plan.revision,
  }
}
