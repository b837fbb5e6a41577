import type { Db } from '#db/connect.ts'
import { facesOf, nominatedFor, servingIn, type Sight, takenByLane, unitsBelowAll } from './board-people.sql.ts'
import type { Scope } from '#server/operations.ts'
import { decideObjections, openWarnings } from './board.ts'
import type { Board, Eligible, Nominee, OverrideKept, ToldCondition } from './board.contract.ts'
import { boardState, papersOfClass, seatsByUnit } from './board.sql.ts'
import type { Candidate, Condition, Course } from './candidate.ts'
import type { ClassRow } from './class.contract.ts'
import { conditionsOf, isEligible } from './conditions.ts'
import { candidatesFor } from './conditions.sql.ts'
import type { Need } from './need.ts'
import { needsOf } from './need.sql.ts'
import { isWithheld, toldConditions, toldOverrides } from './told-conditions.ts'

/** Beyond this many, the list is in order of need alone: each page is held against the law when it is looked at. */
const mostJudged = 5_000

type Asked = { of: ClassRow; on: string; today: string; sight: Sight }

export function courseOf({ classId, kind, mode, openedOn, closedOn, fieldText }: ClassRow): Course {
  return { classId, kind, mode, startsOn: openedOn, endsOn: closedOn, fieldText }
}

/** The board as the caller may see it. */
export async function boardOf(db: Db, { of, on, today, sight }: Asked): Promise<Omit<Board, 'may'>> {
  const { from, seats } = await seatsByUnit(db, of)
  const laneIds = seats.map(({ unit }) => unit.id)
  const taken = await takenByLane(db, of.classId, { on: of.openedOn, laneIds })
  const nominees = await nomineesOf(db, { of, on, today, sight }, laneIds)
  const lanes = seats.map((one) => ({ ...one, taken: taken.byLane.get(one.unit.id) ?? 0 }))
  const waiting = nominees.filter(({ state }) => state === 'nominated')
  return {
    class: { ...of },
    on,
    ...(await boardState(db, of.classId)),
    seatsFrom: from,
    lanes: lanes.filter(({ unit }) => sight.scope === 'everything' || sight.scope.unitIds.includes(unit.id)),
    totals: {
      shared: seats.reduce((sum, one) => sum + one.seats, 0),
      nominated: taken.total - taken.sent,
      sent: taken.sent,
      elsewhere: taken.total - nominees.length,
      warned: waiting.filter(({ open }) => open.length > 0).length,
    },
    nominees,
    papers: await papersOfClass(db, of.classId),
    stops: decideObjections(of, waiting, taken.total, today),
  }
}

async function nomineesOf(db: Db, { of, on, sight }: Asked, laneIds: string[]): Promise<Nominee[]> {
  const nominated = await nominatedFor(db, of.classId, { on, laneIds, sight })
  const conditions = await conditionsById(
    db,
    of,
    on,
    nominated.map(({ personId }) => personId),
  )
  return nominated.map(({ seesParty, seesRatings, decisionId: _, ...face }) => {
    const told = toldConditions(conditions.get(face.personId) ?? [], { seesParty, seesRatings })
    const overrides = toldOverrides(face.overrides, { seesParty, seesRatings })
    // Who is sent studies by that very decision: of them only what was answered for is still told.
    if (face.state === 'sent') return { ...face, conditions: answeredFor(overrides), overrides, open: [] }
    return { ...face, conditions: told, overrides, open: openWarnings(told, overrides) }
  })
}

function answeredFor(overrides: readonly OverrideKept[]): ToldCondition[] {
  return overrides.map(({ code, rule, document, verified = false, asked, found }) => ({
    ...{ code, asked, found, state: 'unmet', withheld: false },
    rule: { id: rule, document, article: null, verified },
  }))
}

/** What each condition comes to for these persons, were they sent to the class on the day. */
export async function conditionsById(db: Db, of: ClassRow, on: string, personIds: readonly string[]): Promise<Map<string, Condition[]>> {
  const candidates: Candidate[] = await candidatesFor(db, { personIds, on })
  return new Map(candidates.map((candidate) => [candidate.personId, conditionsOf(courseOf(of), candidate, on)]))
}

export type EligibleAsked = Asked & {
  unitId?: string | undefined
  q?: string | undefined
  who: 'needing' | 'everybody'
  after?: string | undefined
  limit: number
}
type EligiblePage = { rows: Eligible[]; next: string | null; total: number; ready: number | null }

/** Who could be sent: whom nothing stops first, then by how much the post presses. */
export async function eligibleFor(db: Db, asked: EligibleAsked): Promise<EligiblePage> {
  const { of, on, sight, who, after, limit } = asked
  const laneIds = (await seatsByUnit(db, of)).seats.map(({ unit }) => unit.id)
  const unitIds = await unitsAsked(db, asked, laneIds)
  const needs = await needsByPerson(db, { year: Number(of.openedOn.slice(0, 4)), on, unitIds, kind: of.kind })
  const serving = await servingIn(db, { classId: of.classId, unitIds, on, q: asked.q, sight })
  const ids = who === 'needing' ? serving.filter((id) => needs.has(id)) : serving
  const judged = ids.length <= mostJudged ? await conditionsById(db, of, on, ids) : null
  const isReady = (id: string) => isEligible(judgedFor(sight, judged?.get(id) ?? []))
  const rank = (id: string) => [isReady(id) ? 0 : 1, -(needs.get(id)?.urgency ?? 0), -(needs.get(id)?.weight ?? 0)]
  const ordered = inOrder(ids, rank)
  const start = after === undefined ? 0 : ordered.indexOf(after) + 1
  const shown = ordered.slice(start, start + limit)
  const conditions = judged ?? (await conditionsById(db, of, on, shown))
  const faces = await facesOf(db, shown, { on, laneIds, sight })
  return {
    total: ids.length,
    ready: judged && ids.filter(isReady).length,
    next: start + limit < ordered.length ? (shown.at(-1) ?? null) : null,
    rows: shown.flatMap((id) => {
      const face = faces.get(id)
      if (!face) return []
      const { seesParty, seesRatings, ...rest } = face
      return [{ ...rest, conditions: toldConditions(conditions.get(id) ?? [], { seesParty, seesRatings }), need: needOf(needs.get(id)) }]
    }),
  }
}

async function unitsAsked(db: Db, { on, unitId, sight: { scope } }: EligibleAsked, laneIds: string[]): Promise<string[] | null> {
  const named = unitId ? [unitId] : laneIds
  const under = named.length > 0 ? await unitsBelowAll(db, named, on) : null
  if (scope === 'everything') return under
  return under ? under.filter((id) => scope.unitIds.includes(id)) : scope.unitIds
}

async function needsByPerson(
  db: Db,
  { kind, ...asked }: { year: number; on: string; unitIds: string[] | null; kind: string },
): Promise<Map<string, Need>> {
  const needs = (await needsOf(db, asked)).filter((need) => need.kind === kind && need.struck === null && need.excluded === null)
  return new Map(needs.map((need) => [need.personId, need]))
}

/** Neither the order nor a number tells what the caller may not know of each. */
function judgedFor({ scope, sensitive, ratings }: Sight, conditions: readonly Condition[]): readonly Condition[] {
  const isSame = (other: Scope) => JSON.stringify(other) === JSON.stringify(scope)
  const sees = { seesParty: isSame(sensitive), seesRatings: isSame(ratings) }
  return conditions.filter(({ code }) => !isWithheld(code, sees))
}

function inOrder(ids: readonly string[], rank: (id: string) => number[]): string[] {
  const ranked = ids.map((id) => ({ id, rank: rank(id) }))
  const compared = (one: number[], other: number[]) => one.map((value, at) => value - (other[at] ?? 0)).find((by) => by !== 0) ?? 0
  return ranked.toSorted((one, other) => compared(one.rank, other.rank)).map(({ id }) => id)
}

function needOf(need: Need | undefined): Eligible['need'] {
  if (!need) return null
  const { origin, urgency, urgencyWhy, weight, requirement, level, rule, reason } = need
  return { origin, urgency, urgencyWhy, weight, requirement, level, rule, reason }
}
