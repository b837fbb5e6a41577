import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { unitsUnder } from '#modules/organisation/subtree.sql.ts'
import type { Candidate } from './candidate.ts'
import { conditionsOf } from './conditions.ts'
import { candidatesFor } from './conditions.sql.ts'
import { isPartTime } from './course.ts'
import { needsOf } from './need.sql.ts'
import type { Need } from './need.ts'
import type { PlanLine } from './plan-line.contract.ts'
import { linesOf } from './plan-line.sql.ts'
import type { PlanHead } from './plan.contract.ts'
import type { Instance, OfferedLine, ServingUnit } from './proposal/instance.ts'
import type { Asked, SeatWhy } from './proposal.sql.ts'

/** What is kept of each need besides where it stands in the proposal. */
export type Known = Pick<SeatWhy, 'weight' | 'urgency' | 'title' | 'order' | 'within' | 'busy' | 'barred' | 'conditions'> & {
  unitId: string
}

export type Gathered = { instance: Instance; known: Map<string, Known>; titles: Map<string, string> }

const perChunk = 2_000

/** Everything a proposal is worked out from, as it is on the day; of a need that is struck or comes too late there is nothing. */
export async function gatherInstance(db: Db, plan: PlanHead, asked: Asked, { on, now }: { on: string; now: Date }): Promise<Gathered> {
  const unitIds = await unitsUnder(db, plan.unit.id, on, now)
  const lines = await linesOf(db, [plan.planId])
  const needs = (await needsOf(db, { year: plan.year, on, unitIds })).filter(({ struck, excluded }) => struck === null && excluded === null)
  const offered = lines.map(offeredOf)
  const shared = new Set(offered.flatMap(({ shares }) => shares.map(({ unitId }) => unitId)))
  const within = await unitsAbove(db, unitIds, shared, on)
  const known = new Map<string, Known>()
  const instance: Instance = {
    people: [],
    needs: [],
    lines: offered,
    units: await servingUnits(db, unitIds, on),
    budget: asked.budget,
    awayPercent: asked.awayPercent,
  }
  const ofPerson = Map.groupBy(needs, ({ personId }) => personId)
  const ids = [...ofPerson.keys()].toSorted()
  for (let at = 0; at < ids.length; at += perChunk) {
    for (const candidate of await candidatesFor(db, { personIds: ids.slice(at, at + perChunk), on })) {
      const own = ofPerson.get(candidate.personId) ?? []
      const [first] = own
      if (!first) continue
      const order = `${candidate.service?.from ?? '9999-12-31'} ${candidate.personId}`
      const above = within.get(first.unitId) ?? []
      instance.people.push({ id: candidate.personId, unitId: first.unitId, within: above, order, busy: [] })
      for (const need of own) {
        const barring = barringOf(need, candidate, lines, on)
        const barred = barring.barred.map(({ lineId }) => lineId)
        instance.needs.push({ personId: need.personId, kind: need.kind, worth: need.weight * need.urgency, barred })
        known.set(`${need.personId}~${need.kind}`, { ...knownOf(need), order, within: above, busy: [], ...barring })
      }
    }
  }
  return { instance, known, titles: new Map(lines.map(({ lineId, title }) => [lineId, title])) }
}

function knownOf({ unitId, weight, urgency, titleText }: Need): Pick<Known, 'unitId' | 'weight' | 'urgency' | 'title'> {
  return { unitId, weight, urgency, title: titleText }
}

/** A course beside the work takes nobody away and leaves days for another. */
function offeredOf({ lineId, kind, seats, costs, unitSeats, startsOn, endsOn, mode }: PlanLine): OfferedLine {
  const beside = isPartTime(mode)
  const costPer = (per: 'seat' | 'line') => costs.filter((cost) => cost.per === per).reduce((sum, { amount }) => sum + amount, 0)
  return {
    ...{ id: lineId, kind, seats, seatCost: costPer('seat'), lineCost: costPer('line') },
    shares: unitSeats.map(({ unit, seats: share }) => ({ unitId: unit.id, seats: share })),
    startsOn: beside ? null : startsOn,
    endsOn: beside ? null : endsOn,
  }
}

/** The conditions not met on the first day of each line, by the law of that day. */
function barringOf(need: Need, candidate: Candidate, lines: readonly PlanLine[], on: string): Pick<Known, 'barred' | 'conditions'> {
  const conditions: Known['conditions'] = []
  const barred: Known['barred'] = []
  const seen = new Map<string, number[]>()
  for (const line of lines) {
    if (line.kind !== need.kind) continue
    const { kind, mode, startsOn, endsOn, fieldText, lineId } = line
    const course = JSON.stringify([mode, startsOn, endsOn, fieldText])
    const known = seen.get(course) ?? placesOf(conditions, unmet({ kind, mode, startsOn, endsOn, fieldText }, candidate, startsOn ?? on))
    seen.set(course, known)
    if (known.length > 0) barred.push({ lineId, conditions: known })
  }
  return { barred, conditions }
}

function unmet(course: Parameters<typeof conditionsOf>[0], candidate: Candidate, sentOn: string): Known['conditions'] {
  return conditionsOf(course, candidate, sentOn)
    .filter(({ state }) => state === 'unmet')
    .map(({ code, rule: { document, article, verified } }) => ({ code, document, article, verified }))
}

function placesOf(all: Known['conditions'], found: Known['conditions']): number[] {
  return found.map((one) => {
    const at = all.findIndex(({ code, document, article }) => code === one.code && document === one.document && article === one.article)
    return at === -1 ? all.push(one) - 1 : at
  })
}

/** For each unit those of it and above it that have seats of their own in a line, nearest first. */
async function unitsAbove(db: Db, unitIds: string[], shared: ReadonlySet<string>, on: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ unitId: string; above: string[] }>`
    select c.descendant_id as "unitId", array_agg(c.ancestor_id order by c.depth) as above
    from organisation.closure c
    where c.descendant_id = any(${unitIds}::uuid[]) and c.ancestor_id = any(${[...shared]}::uuid[]) and upper_inf(c.recorded) and c.held @> ${on}::date
    group by 1`.execute(db)
  return new Map(rows.map(({ unitId, above }) => [unitId, [...new Set(above)]]))
}

/** How many hold their post in each unit, and who of them studies away from it; a study without an end counts until it has one. */
async function servingUnits(db: Db, unitIds: string[], on: string): Promise<ServingUnit[]> {
  const { rows } = await sql<{ id: string; headcount: number; away: { from: string; to: string; mode: string | null }[] }>`
    with serving as (
      select distinct on (a.person_id) a.person_id, a.unit_id from people.assignment a
      where upper_inf(a.recorded) and a.held @> ${on}::date and a.unit_id = any(${unitIds}::uuid[])
      order by a.person_id, (a.kind = 'main') desc, lower(a.held)
    ), away as (
      select s.unit_id, coalesce(lower(n.study), n.sent_on) as "from", coalesce(upper(n.study), 'infinity'::date) as "to", n.mode
      from serving s join training.sending n using (person_id)
      where upper_inf(n.recorded) and n.status = 'sent' and n.outcome is null and (upper(n.study) is null or upper(n.study) > ${on}::date)
        and not exists (select from training.enrolment e where e.person_id = n.person_id and e.class_id = n.class_id and upper_inf(e.recorded))
      union all
      select s.unit_id, lower(c.held), upper(c.held), c.mode
      from serving s join training.enrolment e using (person_id) join training.class_version c on c.class_id = e.class_id and upper_inf(c.recorded)
      where upper_inf(e.recorded) and e.state = 'enrolled' and upper(c.held) > ${on}::date
    )
    select s.unit_id as id, count(*)::int as headcount,
      coalesce((select jsonb_agg(jsonb_build_object('from', a."from", 'to', a."to", 'mode', a.mode)) from away a where a.unit_id = s.unit_id), '[]') as away
    from serving s group by s.unit_id`.execute(db)
  return rows.map(({ id, headcount, away }) => ({
    id,
    headcount,
    away: away.filter(({ mode }) => !isPartTime(mode)).map(({ from, to }) => ({ from, to: to === 'infinity' ? '9999-12-31' : to })),
  }))
}
