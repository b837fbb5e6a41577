import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { trainingPacksOn } from '#law/training-packs.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { unitNames } from '#modules/organisation/authority.sql.ts'
import { isUnitInScope, unitsBelow } from '#modules/organisation/scope.sql.ts'
import { unitsUnder } from '#modules/organisation/subtree.sql.ts'
import { lockPerson } from '#modules/people/fact.sql.ts'
import { periodsHeld } from '#modules/qualifications/holding.sql.ts'
import { command, query, type CommandContext, type QueryContext, type Route } from '#server/operations.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { claimsOfPerson, lockClaim, lockClaimById, sayOfNeed, servingUnit, takeBackClaim, type Stance } from './need-claim.sql.ts'
import { claimObjections, type NeedAct } from './need-claim.ts'
import { dayInYear } from './need-facts.sql.ts'
import { countOf, countsOf, filtered, inOrder, keyOfNeed, rowsOf, stateOf, type NeedFilters } from './need-list.sql.ts'
import { addNeed, applyForCourse, exportNeeds, listNeeds, myNeeds, restoreNeed, strikeNeed, withdrawApplication } from './need.contract.ts'
import { needsOf } from './need.sql.ts'
import type { Need } from './need.ts'
import { needsWorkbook } from './need-workbook.node.ts'

const perWindow = 200

export function needRoutes(): Route[] {
  return [
    query(listNeeds, async ({ after, limit, ...asked }, { db, ...context }) => {
      const all = await needsAsked(db, context, asked)
      const needs = filtered(all, asked)
      const rows = await inOrder(db, needs, context)
      const begin = after ? rows.findIndex((need) => keyOfNeed(need) === after) + 1 : 0
      const unit = asked.unitId
        ? { id: asked.unitId, ...((await unitNames(db, [asked.unitId])).get(asked.unitId) ?? { vi: '', en: '' }) }
        : null
      return {
        ...countOf(needs.filter((need) => stateOf(need) === 'open')),
        total: rows.length,
        rows: await rowsOf(db, rows.slice(begin, begin + limit)),
        anchors: rows.flatMap((need, index) => ((index + 1) % perWindow === 0 && index + 1 < rows.length ? [keyOfNeed(need)] : [])),
        ...countsOf(all, asked),
        unit,
        may: { write: await mayWrite(db, context, asked.unitId) },
      }
    }),

    // A command although it reads: a list that leaves the house leaves a trace.
    command(exportNeeds, async ({ language, ...asked }, { tx, ...context }) => {
      const rows = await inOrder(tx, filtered(await needsAsked(tx, context, asked), asked), context)
      about(tx, asked.unitId ? { subjectId: asked.unitId } : {})
      return needsWorkbook(
        tx,
        await rowsOf(tx, rows),
        { ...asked, day: asked.day ?? context.today },
        { language, by: context.actor.name, at: context.now },
      )
    }),

    command(addNeed, async ({ personId, ...said }, context) => ({ id: await say(context, 'add', 'added', { personId, ...said }) })),
    command(strikeNeed, async ({ personId, ...said }, context) => ({ id: await say(context, 'strike', 'struck', { personId, ...said }) })),

    command(restoreNeed, async ({ personId, claimId }, { tx }) => {
      await lockPerson(tx, personId)
      const claim = await lockClaimById(tx, personId, claimId)
      refuse(claim['stance'] === 'applied' ? [{ code: 'need-own-application' }] : [])
      await takeBackClaim(tx, claim)
      about(tx, { personId })
      return {}
    }),

    command(applyForCourse, async (said, context) => ({
      id: await say(context, 'apply', 'applied', { personId: ownFile(context), ...said }),
    })),

    command(withdrawApplication, async ({ claimId }, context) => {
      const personId = ownFile(context)
      await lockPerson(context.tx, personId)
      const claim = await lockClaimById(context.tx, personId, claimId)
      refuse(claim['stance'] === 'applied' ? [] : [{ code: 'application-answered', by: claim['said_by'] }])
      await takeBackClaim(context.tx, claim)
      about(context.tx, { personId })
      return {}
    }),

    query(myNeeds, async ({ year }, { db, ...context }) => {
      const { today, actor } = context
      const { personId } = actor
      const annual = trainingPacksOn(dayInYear({ year, on: today })).annual
      const asked = { asked: annual?.periods ?? null, document: annual?.document ?? null, verified: annual?.verified ?? false }
      if (personId === null) return { person: null, needs: [], claims: [], hours: { done: 0, ...asked } }
      const needs = await needsOf(db, { year, on: today, unitIds: null, personIds: [personId] })
      const claims = await claimsOfPerson(db, personId, year)
      return {
        person: await whoIs(db, personId, today),
        needs: await rowsOf(db, await inOrder(db, needs, context)),
        claims: claims.map((claim) => ({ ...claim, isOwn: claim.stance === 'applied' })),
        hours: { done: await periodsDone(db, personId, dayInYear({ year, on: today })), ...asked },
      }
    }),
  ]
}

type Around = Pick<QueryContext, 'scope' | 'today' | 'now' | 'actor'>

/** The needs of the units that are asked for, or of all in the caller's scope. */
async function needsAsked(
  db: Db,
  { scope, today, now }: Around,
  asked: { year: number; day?: string | undefined; unitId?: string | undefined } & NeedFilters,
): Promise<Need[]> {
  const on = asked.day ?? today
  const own = scope === 'everything' ? null : scope.unitIds
  return needsOf(db, { year: asked.year, on, unitIds: asked.unitId ? await unitsUnder(db, asked.unitId, on, now) : own })
}

async function mayWrite(db: Db, { actor, today }: Around, unitId: string | undefined): Promise<boolean> {
  const scope = await scopeOf(db, actor, 'training.needs.write', today, unitsBelow)
  return scope !== null && (unitId === undefined || (await isUnitInScope(db, scope, unitId)))
}

type Said = { personId: string; kind: Need['kind']; year: number; reason: string }

/** One thing is said of a need at a time; what was said before is closed by it. */
async function say({ tx, today, actor }: CommandContext, act: NeedAct, stance: Stance, said: Said): Promise<string> {
  await lockPerson(tx, said.personId)
  const before = await lockClaim(tx, said)
  const serving = await servingUnit(tx, said.personId, today)
  refuse(
    claimObjections(act, { year: said.year, serves: serving !== null, claim: before, isDerived: await isDerived(tx, said, today) }, today),
  )
  about(tx, { personId: said.personId, reason: said.reason })
  return sayOfNeed(tx, { ...said, stance, unitId: serving?.unitId ?? '', by: actor.name, today }, before)
}

async function isDerived(tx: Tx, { personId, kind, year }: Said, today: string): Promise<boolean> {
  const needs = await needsOf(tx, { year, on: today, unitIds: null, personIds: [personId] })
  return needs.some((need) => need.kind === kind && (need.origin === 'standard' || need.origin === 'expiry' || need.origin === 'hours'))
}

/** An official speaks of the own file only. */
function ownFile({ actor }: CommandContext): string {
  if (actor.personId === null) throw new NotFound()
  return actor.personId
}

async function whoIs(db: Db, personId: string, today: string) {
  const name = await nameOf(db, personId)
  const serving = await servingUnit(db, personId, today)
  const names = serving && (await unitNames(db, [serving.unitId])).get(serving.unitId)
  return { personId, name, title: serving?.title ?? null, unit: serving && names ? { id: serving.unitId, ...names } : null }
}

async function nameOf(db: Db, personId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select full_name as name from people.profile where person_id = ${personId}::uuid and upper_inf(recorded)`.execute(db)
  return rows[0]?.name ?? ''
}

async function periodsDone(db: Db, personId: string, on: string): Promise<number> {
  const { rows } = await sql<{ attended: number }>`
    with own as (select ${personId}::uuid as person_id), held as (${periodsHeld({ on, knownAt: null }, 'own')}) select attended from held`.execute(
    db,
  )
  return rows[0]?.attended ?? 0
}
