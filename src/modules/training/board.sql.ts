import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import type { Scope } from '#server/operations.ts'
import { NotFound, Refused } from '#server/refusal.ts'
import { classInScope, classRows } from './class-list.sql.ts'
import type { ClassRow } from './class.contract.ts'

type Named = { id: string; vi: string; en: string }
export type SeatsOfUnit = { unit: Named; seats: number }
export type BoardState = { revision: number; changed: { by: string; at: string } | null }

/** The class, where its opener is in the caller's scope or a unit of theirs has seats in it. */
export async function findBoardClass(db: Db, scope: Scope, classId: string): Promise<ClassRow> {
  const hasSeats =
    scope === 'everything'
      ? sql<boolean>`true`
      : sql<boolean>`(exists (select from training.class_seat s where s.class_id = c.class_id and s.unit_id = any(${scope.unitIds}::uuid[]))
          or exists (select from training.plan_seat s where s.line_id = c.plan_line_id and s.seats > 0 and s.unit_id = any(${scope.unitIds}::uuid[])))`
  const [found] = await classRows(
    db,
    sql<boolean>`upper_inf(c.recorded) and c.class_id = ${classId}::uuid and (${classInScope(scope)} or ${hasSeats})`,
    1,
  )
  if (!found) throw new NotFound()
  return found
}

export async function boardState(db: Db, classId: string): Promise<BoardState> {
  const { rows } = await sql<{ revision: number; by: string | null; at: Date }>`
    select b.revision, h.actor as by, b.updated_at as at
    from training.board b left join lateral audit.head(b.entry_id) h on true where b.class_id = ${classId}::uuid`.execute(db)
  const [row] = rows
  return row ? { revision: row.revision, changed: { by: row.by ?? '', at: row.at.toISOString() } } : { revision: 0, changed: null }
}

/** Seats by unit as the board has them, or else as the plan that the class fulfils shares them. */
export async function seatsByUnit(
  db: Db,
  { classId, planLineId, openedOn }: ClassRow,
): Promise<{ from: 'board' | 'plan' | null; seats: SeatsOfUnit[] }> {
  const { rows } = await sql<{ from: 'board' | 'plan'; id: string; vi: string | null; en: string | null; seats: number }>`
    select s.source as "from", s.unit_id as id, u.name_vi as vi, u.name_en as en, s.seats
    from (
      select 'board' as source, unit_id, seats from training.class_seat where class_id = ${classId}::uuid
      union all
      select 'plan', unit_id, seats from training.plan_seat
      where line_id = ${planLineId}::uuid and not exists (select from training.class_seat where class_id = ${classId}::uuid)
    ) s
    left join lateral (
      select v.name_vi, v.name_en, v.place from organisation.unit_version v
      where v.unit_id = s.unit_id and upper_inf(v.recorded) order by v.held @> ${openedOn}::date desc, lower(v.held) desc limit 1
    ) u on true
    where s.seats > 0 or s.source = 'board'
    order by u.place, u.name_vi collate "vi-x-icu"`.execute(db)
  return {
    from: rows[0]?.from ?? null,
    seats: rows.map(({ id, vi, en, seats }) => ({ unit: { id, vi: vi ?? '', en: en ?? '' }, seats })),
  }
}

/** Holds the board still and refuses whoever saw another state of it. */
export async function lockBoard(tx: Tx, classId: string, seen: number): Promise<void> {
  const { entryId, now } = recordOf(tx)
  await sql`
    insert into training.board (class_id, revision, updated_at, entry_id) values (${classId}::uuid, 0, ${now}, ${entryId}::uuid)
    on conflict (class_id) do nothing`.execute(tx)
  await sql`select from training.board where class_id = ${classId}::uuid for update`.execute(tx)
  const { revision, changed } = await boardState(tx, classId)
  if (revision !== seen) throw new Refused([{ code: 'board-changed', by: changed?.by ?? '', at: changed?.at ?? '' }])
}

/** Says that the board is another one now. */
export async function touchBoard(tx: Tx, classId: string): Promise<number> {
  const { entryId, now } = recordOf(tx)
  const { rows } = await sql<{ revision: number }>`
    update training.board set revision = revision + 1, updated_at = ${now}, entry_id = ${entryId}::uuid
    where class_id = ${classId}::uuid returning revision`.execute(tx)
  return rows[0]?.revision ?? 0
}

export async function writeSeats(tx: Tx, classId: string, seats: readonly { unitId: string; seats: number }[]): Promise<void> {
  const { entryId } = recordOf(tx)
  const { rows: before } = await sql<{ unitId: string; seats: number }>`
    delete from training.class_seat where class_id = ${classId}::uuid returning unit_id as "unitId", seats`.execute(tx)
  await sql`
    insert into training.class_seat (class_id, unit_id, seats, entry_id)
    select ${classId}::uuid, s.unit_id, s.seats, ${entryId}::uuid
    from unnest(${seats.map(({ unitId }) => unitId)}::uuid[], ${seats.map((one) => one.seats)}::int[]) s(unit_id, seats)`.execute(tx)
  noteChange(tx, { table: 'training.class_seat', done: 'changed', count: seats.length, before, after: seats })
}

/** The decisions that sent people to the class, the latest first. */
export async function papersOfClass(db: Db, classId: string): Promise<{ id: string; code: string; issuedOn: string; people: number }[]> {
  const { rows } = await sql<{ id: string; code: string; issuedOn: string; people: number }>`
    select d.id, d.code, d.issued_on as "issuedOn", count(*)::int as people
    from training.nomination n join decisions.decision d on d.id = n.decision_id
    where n.class_id = ${classId}::uuid and n.state = 'sent' and upper_inf(n.recorded) group by d.id, d.code, d.issued_on order by 3 desc, 2`.execute(
    db,
  )
  return rows
}
