import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { insertAnchors, noteChange, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { daysOfUnits, holdsOn } from '#modules/organisation/subtree.sql.ts'
import { NotFound } from '#server/refusal.ts'
import type { LineInput, PlanLine } from './plan-line.contract.ts'
import { costOfLine, dayOfLine, plannedOf, type LineCost, type LineUse } from './plan-line.ts'

/** A line as it is written; its codes have been checked, or were copied from one that was. */
export type WrittenLine = Omit<LineInput, 'kind' | 'costs'> & { kind: string; costs: LineCost[] }

type Row = Omit<PlanLine, 'planned' | 'costs'> & {
  planId: string
  costs: { item: string; per: 'seat' | 'line'; amount: number; spent: number }[]
}

/** The lines of plans with what was planned and what came of it; a person sent twice by one line counts once. */
export async function linesOf(db: Db, planIds: string[]): Promise<(PlanLine & { planId: string })[]> {
  const { rows } = await sql<Row>`
    with line as (select * from training.plan_line where plan_id = any(${planIds}::uuid[]) and removed_at is null),
    class as (select c.class_id, c.plan_line_id as line_id, c.title, c.held from training.class_version c join line l on l.line_id = c.plan_line_id where upper_inf(c.recorded)),
    done as (
      select line_id, count(distinct person_id)::int as sent, (count(distinct person_id) filter (where is_done))::int as completed
      from (
        select c.line_id, s.person_id, s.outcome is not distinct from 'completed' as is_done from class c
        join training.sending s on s.class_id = c.class_id and upper_inf(s.recorded) and s.status = 'sent'
        union all
        select c.line_id, e.person_id, e.state = 'completed' from class c
        join training.enrolment e on e.class_id = c.class_id and upper_inf(e.recorded) and e.state <> 'withdrawn'
      ) d group by line_id
    ), paid as (
      select s.line_id, s.item, sum(s.amount)::float8 as amount from training.spending s join line l on l.line_id = s.line_id where upper_inf(s.recorded) group by 1, 2
    ), cost as (
      select coalesce(k.line_id, p.line_id) as line_id, coalesce(k.item, p.item) as item, coalesce(k.per, 'line') as per, coalesce(k.amount, 0)::float8 as amount,
        coalesce(p.amount, 0) as spent
      from (select k.* from training.plan_cost k join line l on l.line_id = k.line_id) k full join paid p on p.line_id = k.line_id and p.item = k.item
    )
    select l.plan_id as "planId", l.line_id as "lineId", l.place_no as "placeNo", l.kind, l.title, l.whom, l.field_text as "fieldText", l.mode, l.institution, l.seats,
      l.starts_on as "startsOn", l.ends_on as "endsOn", l.place, l.budget_line as "budgetLine", l.periods,
      coalesce(d.sent, 0) as sent, coalesce(d.completed, 0) as completed,
      coalesce((select sum(amount) from paid p where p.line_id = l.line_id), 0) as spent,
      coalesce((select jsonb_agg(jsonb_build_object('item', c.item, 'per', c.per, 'amount', c.amount, 'spent', c.spent) order by c.item) from cost c where c.line_id = l.line_id), '[]') as costs,
      coalesce((
        select jsonb_agg(jsonb_build_object('unit', jsonb_build_object('id', u.unit_id, 'vi', n.name_vi, 'en', n.name_en), 'seats', u.seats) order by u.seats desc, n.name_vi)
        from training.plan_seat u cross join lateral (
          select v.name_vi, v.name_en from organisation.unit_version v where v.unit_id = u.unit_id and upper_inf(v.recorded) order by lower(v.held) desc limit 1
        ) n where u.line_id = l.line_id
      ), '[]') as "unitSeats",
      coalesce((
        select jsonb_agg(jsonb_build_object('classId', c.class_id, 'title', c.title, 'openedOn', lower(c.held), 'closedOn', upper(c.held)) order by lower(c.held))
        from class c where c.line_id = l.line_id
      ), '[]') as classes
    from line l left join done d on d.line_id = l.line_id
    order by l.plan_id, l.place_no, l.line_id`.execute(db)
  return rows.map((row) => ({
    ...row,
    planned: plannedOf(row.costs, row.seats),
    costs: row.costs.map((cost) => ({ ...cost, planned: costOfLine(cost, row.seats) })),
  }))
}

export async function lineOf(db: Db, planId: string, lineId: string): Promise<PlanLine> {
  const found = (await linesOf(db, [planId])).find((line) => line.lineId === lineId)
  if (!found) throw new NotFound()
  return found
}

export function useOf({ classes, spent }: PlanLine): LineUse {
  return { classes: classes.length, spent }
}

/** The units of the line that do not exist on its day, by their latest names; an unknown one is not found. */
export async function unitsGone(
  db: Db,
  line: Pick<WrittenLine, 'startsOn' | 'unitSeats'>,
  year: number,
  knownAt: Date,
): Promise<{ id: string; vi: string; en: string }[]> {
  const ids = [...new Set(line.unitSeats.map(({ unitId }) => unitId))]
  const days = Map.groupBy(await daysOfUnits(db, ids, knownAt), ({ unitId }) => unitId)
  if (ids.some((id) => !days.has(id))) throw new NotFound()
  const on = dayOfLine(line, year)
  return ids.flatMap((id) => {
    const known = days.get(id) ?? []
    const last = known.at(-1)
    return last && !known.some((one) => holdsOn(one, on)) ? [{ id, vi: last.vi, en: last.en }] : []
  })
}

/** The line as one would write it again. */
export function inputOfLine(line: PlanLine): WrittenLine {
  const { lineId: _id, placeNo: _place, classes: _classes, sent: _sent, completed: _done, planned: _planned, spent: _spent, ...kept } = line
  return {
    ...kept,
    // What was paid without being planned is no cost of the plan.
    costs: line.costs.filter(({ amount }) => amount > 0).map(({ item, per, amount }) => ({ item, per, amount })),
    unitSeats: line.unitSeats.map(({ unit, seats }) => ({ unitId: unit.id, seats })),
  }
}

/** Adds a line at the end of the plan, or writes it over; its costs and seats with it. */
export async function writeLine(tx: Tx, planId: string, line: WrittenLine, before: PlanLine | null): Promise<string> {
  const { now } = recordOf(tx)
  const lineId = before?.lineId ?? newId(now.getTime())
  const columns = columnsOf(line)
  if (before) {
    await tx
      .updateTable('training.plan_line')
      .set({ ...columns, entry_id: recordOf(tx).entryId })
      .where('line_id', '=', lineId)
      .execute()
    await tx.deleteFrom('training.plan_cost').where('line_id', '=', lineId).execute()
    await tx.deleteFrom('training.plan_seat').where('line_id', '=', lineId).execute()
  } else {
    await insertAnchors(tx, 'training.plan_line', [{ line_id: lineId, plan_id: planId, place_no: await nextPlace(tx, planId), ...columns }])
  }
  await insertAnchors(
    tx,
    'training.plan_cost',
    line.costs.map((cost) => ({ line_id: lineId, ...cost })),
  )
  await insertAnchors(
    tx,
    'training.plan_seat',
    line.unitSeats.map(({ unitId, seats }) => ({ line_id: lineId, unit_id: unitId, seats })),
  )
  noteChange(tx, { table: 'training.plan_line', done: 'changed', count: 1, ...(before ? { before } : {}), after: { lineId, ...line } })
  return lineId
}

export async function removeLineOf(tx: Tx, line: PlanLine): Promise<void> {
  const { now, entryId } = recordOf(tx)
  await tx.updateTable('training.plan_line').set({ removed_at: now, entry_id: entryId }).where('line_id', '=', line.lineId).execute()
  noteChange(tx, { table: 'training.plan_line', done: 'closed', count: 1, why: 'removed', before: line })
}

function columnsOf(line: WrittenLine) {
  return {
    kind: line.kind,
    title: line.title,
    whom: line.whom,
    field_text: line.fieldText,
    mode: line.mode,
    institution: line.institution,
    seats: line.seats,
    starts_on: line.startsOn,
    ends_on: line.endsOn,
    place: line.place,
    budget_line: line.budgetLine,
    periods: line.periods,
  }
}

async function nextPlace(tx: Tx, planId: string): Promise<number> {
  const { rows } = await sql<{ place: number }>`
    select coalesce(max(place_no), 0)::int + 1 as place from training.plan_line where plan_id = ${planId}::uuid`.execute(tx)
  return rows[0]?.place ?? 1
}
