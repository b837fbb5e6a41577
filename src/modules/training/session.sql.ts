import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { closeFacts, insertAnchors, noteChange, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import type { Scope } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { classInScope } from './class-list.sql.ts'
import type { PartOfDay, Session } from './session.contract.ts'
import type { Other } from './session.ts'

const table = 'training.class_session'

/** The sessions of a class in their order, each with its marks. */
export async function sessionsOf(db: Db, classId: string): Promise<Session[]> {
  const { rows } = await sql<Session>`
    select s.session_id as "sessionId", s.on_day as "onDay", s.part, s.periods, s.topic, s.lecturer, s.place,
      coalesce(m.present, 0) as present, coalesce(m.absent, 0) as absent, coalesce(m.excused, 0) as excused
    from training.class_session s
    left join (
      select a.session_id, count(*) filter (where a.state = 'present')::int as present, count(*) filter (where a.state = 'absent')::int as absent,
        count(*) filter (where a.state = 'excused')::int as excused
      from training.attendance a where a.class_id = ${classId}::uuid and upper_inf(a.recorded) group by 1
    ) m on m.session_id = s.session_id
    where s.class_id = ${classId}::uuid and s.removed_at is null
    order by s.on_day, array_position(array['morning', 'afternoon', 'evening'], s.part)`.execute(db)
  return rows
}

type Taught = { part: PartOfDay; periods: number; topic: string | null; lecturer: string | null; place: string | null }
export type NewSession = Taught & { onDay: string }

/** Sessions of other classes in the same parts of the same days. */
export async function sessionsAtOnce(
  db: Db,
  given: { classId: string; openerUnitId: string; scope: Scope; sessions: readonly NewSession[] },
): Promise<Other[]> {
  const times = JSON.stringify(given.sessions.map(({ onDay, part }) => ({ on_day: onDay, part })))
  const { rows } = await sql<Other>`
    select s.on_day as "onDay", s.part, s.lecturer, s.place, case when ${classInScope(given.scope)} then c.title end as title,
      c.opener_unit_id = ${given.openerUnitId}::uuid as "isOfOpener"
    from jsonb_to_recordset(${times}::jsonb) as t(on_day date, part text)
    join training.class_session s on s.on_day = t.on_day and s.part = t.part and s.removed_at is null and s.class_id <> ${given.classId}::uuid
    join training.class_version c on c.class_id = s.class_id and upper_inf(c.recorded)
    order by s.on_day, s.part, c.title`.execute(db)
  return rows
}

export async function writeSessions(tx: Tx, classId: string, sessions: readonly NewSession[]): Promise<string[]> {
  const rows = sessions.map((one) => ({ session_id: newId(), class_id: classId, ...rowOf(one) }))
  await insertAnchors(tx, table, rows)
  noteChange(tx, { table, done: 'recorded', count: rows.length, after: rows.slice(0, 20) })
  return rows.map((row) => row.session_id)
}

export async function lockSession(tx: Tx, classId: string, sessionId: string): Promise<NewSession> {
  const { rows } = await sql<NewSession>`
    select on_day as "onDay", part, periods, topic, lecturer, place from training.class_session
    where session_id = ${sessionId}::uuid and class_id = ${classId}::uuid and removed_at is null for update`.execute(tx)
  if (!rows[0]) throw new NotFound()
  return rows[0]
}

export async function rewriteSession(tx: Tx, sessionId: string, before: NewSession, after: NewSession): Promise<void> {
  const { entryId } = recordOf(tx)
  await sql`
    update training.class_session set on_day = ${after.onDay}::date, part = ${after.part}, periods = ${after.periods}, topic = ${after.topic},
      lecturer = ${after.lecturer}, place = ${after.place}, entry_id = ${entryId}
    where session_id = ${sessionId}::uuid`.execute(tx)
  noteChange(tx, { table, done: 'changed', count: 1, before: [before], after: [after] })
}

/** Takes the session off the class, with whatever was marked in it. */
export async function takeOffSession(tx: Tx, sessionId: string, before: NewSession): Promise<void> {
  const { entryId, now } = recordOf(tx)
  await closeFacts(tx, 'training.attendance', await markIdsOf(tx, sessionId), 'withdrawn')
  await sql`update training.class_session set removed_at = ${now}, entry_id = ${entryId} where session_id = ${sessionId}::uuid`.execute(tx)
  noteChange(tx, { table, done: 'closed', count: 1, before: [before], why: 'removed' })
}

export async function markIdsOf(tx: Tx, sessionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from training.attendance where session_id = ${sessionId}::uuid and upper_inf(recorded)`.execute(tx)
  return rows.map(({ id }) => id)
}

function rowOf({ onDay, part, periods, topic, lecturer, place }: NewSession): Record<string, unknown> {
  return { on_day: onDay, part, periods, topic, lecturer, place }
}
