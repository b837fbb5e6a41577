import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { unitNames } from '#modules/organisation/authority.sql.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import type { Scope } from '#server/operations.ts'
import { gapOf } from './proposal/gap.ts'
import { awayLimit, type Period } from './proposal/instance.ts'
import type { ProposalResult, ProposedPerson } from './proposal.contract.ts'
import type { WhyNot } from './proposal.ts'
import type { Proposal, SeatWhy, StoredResult } from './proposal.sql.ts'
import { isWithheld, type Sees } from './told-conditions.ts'

type Seen = { scope: Scope; today: string }
type Seat = { personId: string; kind: string; unitId: string; lineId: string | null; worth: number; byHand: boolean; why: WhyNot | null }

/** The proposal as it stands: what the solver found and what hands have moved since. */
export async function resultOf(db: Db, { proposalId, asked }: Proposal, result: StoredResult, seen: Seen): Promise<ProposalResult> {
  const seats = await seatsOf(db, proposalId)
  const taken = Map.groupBy(seats, ({ lineId }) => lineId)
  const met = seats.filter(({ lineId }) => lineId !== null)
  const objective = met.reduce((sum, { worth }) => sum + worth, 0)
  const withClass = await linesWithClass(
    db,
    result.lines.map(({ id }) => id),
  )
  const names = await namesOf(
    db,
    result.next.map(({ personId }) => personId),
    seen,
  )
  const next = new Map(
    result.next.map((one) => [one.lineId, { personId: one.personId, name: names.get(one.personId) ?? null, worth: one.worth }]),
  )
  const gains = new Map(result.gains.lines.map(({ lineId, gain }) => [lineId, gain]))
  const lines = result.lines.map((line) => ({
    ...{ lineId: line.id, title: line.title, kind: line.kind, seats: line.seats, startsOn: line.startsOn, endsOn: line.endsOn },
    taken: taken.get(line.id)?.length ?? 0,
    needs: seats.filter(({ kind }) => kind === line.kind).length,
    spent: spentOn(line, taken.get(line.id)?.length ?? 0),
    hasClass: withClass.has(line.id),
    gain: gains.get(line.id) ?? 0,
    next: next.get(line.id) ?? null,
  }))
  const left = Map.groupBy(
    seats.filter(({ lineId }) => lineId === null),
    ({ why }) => why ?? 'hand',
  )
  return {
    ...{ objective, bound: result.bound, gap: gapOf(objective, result.bound), solved: result.objective, greedy: result.greedy },
    ...{ seconds: result.seconds, needs: seats.length, met: met.length, people: new Set(met.map(({ personId }) => personId)).size },
    spent: lines.reduce((sum, { spent }) => sum + spent, 0),
    byHand: seats.filter(({ byHand }) => byHand).length,
    lines,
    units: await unitsOf(db, seats, result, asked.awayPercent),
    whyNot: Array.from(left, ([why, of]) => ({ why, count: of.length })).toSorted((a, b) => b.count - a.count),
    million: result.gains.million,
    gainsAre: result.gains.how,
  }
}

function spentOn({ seatCost, lineCost }: { seatCost: number; lineCost: number }, people: number): number {
  return people === 0 ? 0 : seatCost * people + lineCost
}

async function unitsOf(db: Db, seats: readonly Seat[], result: StoredResult, awayPercent: number | null): Promise<ProposalResult['units']> {
  const lines = new Map(result.lines.map((line) => [line.id, line]))
  const byUnit = Map.groupBy(seats, ({ unitId }) => unitId)
  const names = await unitNames(db, [...byUnit.keys()])
  const serving = new Map(result.units.map((unit) => [unit.id, unit]))
  return Array.from(byUnit, ([unitId, own]) => {
    const { headcount = 0, away = [] } = serving.get(unitId) ?? {}
    const studying = own.flatMap(({ lineId }): Period[] => {
      const { startsOn = null, endsOn = null } = lines.get(lineId ?? '') ?? {}
      return startsOn && endsOn ? [{ from: startsOn, to: endsOn }] : []
    })
    return {
      unit: { id: unitId, ...(names.get(unitId) ?? { vi: '', en: '' }) },
      ...{ headcount, needs: own.length, met: own.filter(({ lineId }) => lineId !== null).length },
      away: mostAway([...studying, ...away], studying),
      limit: awayPercent === null ? null : awayLimit(headcount, awayPercent),
    }
  }).toSorted((a, b) => b.needs - a.needs || (a.unit.vi < b.unit.vi ? -1 : 1))
}

/** On the fullest of the days on which somebody goes. */
function mostAway(all: readonly Period[], studying: readonly Period[]): number {
  const isHeldOn = (day: string) => studying.some((one) => one.from <= day && day < one.to)
  const days = [...new Set(all.map(({ from }) => from))].filter(isHeldOn)
  return Math.max(0, ...days.map((day) => all.filter(({ from, to }) => from <= day && day < to).length))
}

async function seatsOf(db: Db, proposalId: string): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select s.person_id as "personId", s.kind, s.unit_id as "unitId", s.line_id as "lineId", s.worth, s.by_hand as "byHand", s.why ->> 'why' as why
    from training.proposal_seat s where s.proposal_id = ${proposalId}::uuid`.execute(db)
  return rows
}

async function linesWithClass(db: Db, lineIds: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct c.plan_line_id as id from training.class_version c where upper_inf(c.recorded) and c.plan_line_id = any(${lineIds}::uuid[])`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

/** The names of those whom the caller may see. */
export async function namesOf(db: Db, personIds: string[], { scope, today }: Seen): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.person_id as id, p.full_name as name from people.profile p
    where p.person_id = any(${[...new Set(personIds)]}::uuid[]) and upper_inf(p.recorded) and ${personInScope(scope, today, 'p.person_id')}`.execute(
    db,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type PeopleAsked = {
  which: 'in' | 'out'
  lineId?: string | undefined
  kind?: string | undefined
  unitId?: string | undefined
  why?: string | undefined
  after?: string | undefined
  limit: number
  /** Whether the caller may know of the Party and of ratings: a condition that is not met tells of them. */
  sees: Sees
}

type Row = Omit<ProposedPerson, 'unit' | 'why' | 'conditions' | 'before' | 'weight' | 'urgency' | 'title' | 'place' | 'of' | 'nearest'> & {
  unitId: string
  why: SeatWhy
  beforeName: string | null
}

/** Who is in or out: the greatest worth first, and among equals in the neutral order. */
export async function peopleOf(
  db: Db,
  proposalId: string,
  { after, limit, sees, ...asked }: PeopleAsked,
): Promise<{ total: number; people: ProposedPerson[]; next: string | null }> {
  const where = chosen(proposalId, asked)
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::int as total from training.proposal_seat s where ${where}`.execute(db)
  const [worth, order = '', kind = ''] = after?.split('~') ?? []
  const { rows } = await sql<Row>`
    select s.person_id || '~' || s.kind as key, s.person_id as "personId", p.full_name as name, s.unit_id as "unitId", s.kind, s.worth, s.line_id as "lineId",
      s.by_hand as "byHand", s.why, b.full_name as "beforeName"
    from training.proposal_seat s
    join people.profile p on p.person_id = s.person_id and upper_inf(p.recorded)
    left join people.profile b on b.person_id = (s.why #>> '{before,personId}')::uuid and upper_inf(b.recorded)
    where ${where} and ${worth === undefined ? sql`true` : sql`(-s.worth, s.why ->> 'order', s.kind) > (${-Number(worth)}::int, ${order}, ${kind})`}
    order by s.worth desc, s.why ->> 'order', s.kind limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const units = await unitNames(db, [...new Set(shown.map(({ unitId }) => unitId))])
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    total: counted[0]?.total ?? 0,
    people: shown.map((row) => personOf(row, units.get(row.unitId) ?? { vi: '', en: '' }, sees)),
    next: last ? `${last.worth}~${last.why.order}~${last.kind}` : null,
  }
}

function chosen(
  proposalId: string,
  { which, lineId, kind, unitId, why }: Omit<PeopleAsked, 'after' | 'limit' | 'sees'>,
): RawBuilder<boolean> {
  const conditions = [
    sql`s.proposal_id = ${proposalId}::uuid`,
    which === 'in' ? sql`s.line_id is not null` : sql`s.line_id is null`,
    ...(lineId ? [sql`s.line_id = ${lineId}::uuid`] : []),
    ...(kind ? [sql`s.kind = ${kind}`] : []),
    ...(unitId ? [sql`s.unit_id = ${unitId}::uuid`] : []),
    ...(why ? [sql`coalesce(s.why ->> 'why', 'hand') = ${why}`] : []),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

function personOf({ unitId, why, beforeName, ...row }: Row, unit: { vi: string; en: string }, sees: Sees): ProposedPerson {
  const nearest = why.barred.find(({ lineId }) => lineId === why.nearest) ?? why.barred[0]
  const isOut = row.lineId === null
  return {
    ...row,
    unit: { id: unitId, ...unit },
    ...{ title: why.title, weight: why.weight, urgency: why.urgency, place: why.place, of: why.of },
    why: isOut ? (why.why ?? 'hand') : null,
    nearest: isOut ? why.nearest : null,
    before: isOut && why.before ? { name: beforeName, worth: why.before.worth } : null,
    conditions:
      isOut && why.why === 'condition'
        ? (nearest?.conditions ?? []).flatMap((place) => why.conditions[place] ?? []).filter(({ code }) => !isWithheld(code, sees))
        : [],
  }
}
