import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { closeFacts, period, recordFacts } from '#db/facts.ts'
import { addDays } from '#lib/days.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { AttendanceState, Mark } from './attendance.contract.ts'
import type { Judged, Standing } from './attendance.ts'

const table = 'training.attendance'
const byName = sql`p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", e.id`

export type RollLine = { personId: string; name: string; state: AttendanceState | null; markedAt: string | null }

/** Who is expected at the session, by given name, with what was marked; whoever had left by then is not. */
export async function rollOf(db: Db, classId: string, session: { sessionId: string; onDay: string } | null): Promise<RollLine[]> {
  const { rows } = await sql<RollLine>`
    select e.person_id as "personId", p.full_name as name, a.state, to_char(a.marked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "markedAt"
    from training.enrolment e
    join people.profile p on p.person_id = e.person_id and upper_inf(p.recorded)
    left join training.attendance a on a.person_id = e.person_id and a.session_id = ${session?.sessionId ?? null}::uuid and upper_inf(a.recorded)
    where e.class_id = ${classId}::uuid and upper_inf(e.recorded)
      and not (e.state in ('deferred', 'withdrawn') and e.state_on <= ${session?.onDay ?? null}::date)
    order by ${byName}`.execute(db)
  return rows
}

export type MatrixLine = { personId: string; name: string; canOpen: boolean; marks: { sessionId: string; state: AttendanceState }[] }

/** Everybody of the class with all marks. */
export async function matrixOf(db: Db, classId: string, seen: { scope: Scope; today: string }): Promise<MatrixLine[]> {
  const { rows } = await sql<MatrixLine>`
    select e.person_id as "personId", p.full_name as name, ${personInScope(seen.scope, seen.today, 'e.person_id')} as "canOpen",
      coalesce((
        select jsonb_agg(jsonb_build_object('sessionId', a.session_id, 'state', a.state)) from training.attendance a
        where a.person_id = e.person_id and a.class_id = ${classId}::uuid and upper_inf(a.recorded)
      ), '[]') as marks
    from training.enrolment e
    join people.profile p on p.person_id = e.person_id and upper_inf(p.recorded)
    where e.class_id = ${classId}::uuid and upper_inf(e.recorded)
    order by ${byName}`.execute(db)
  return rows
}

/** The sessions of these that the class still has; they are held still, so that two devices mark one after the other. */
export async function lockSessions(tx: Tx, classId: string, sessionIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ sessionId: string; onDay: string }>`
    select session_id as "sessionId", on_day as "onDay" from training.class_session
    where class_id = ${classId}::uuid and session_id = any(${sessionIds}::uuid[]) and removed_at is null order by session_id for update`.execute(
    tx,
  )
  return new Map(rows.map(({ sessionId, onDay }) => [sessionId, onDay]))
}

/** Of these persons, who once was in the class and whether they still are; of others not even the name is told. */
export async function learnersMeant(
  tx: Tx,
  classId: string,
  personIds: readonly string[],
): Promise<Map<string, { name: string; isIn: boolean }>> {
  const { rows } = await sql<{ personId: string; name: string; isIn: boolean }>`
    select e.person_id as "personId", p.full_name as name, bool_or(upper_inf(e.recorded)) as "isIn"
    from training.enrolment e
    join people.profile p on p.person_id = e.person_id and upper_inf(p.recorded)
    where e.class_id = ${classId}::uuid and e.person_id = any(${personIds}::uuid[]) group by 1, 2`.execute(tx)
  return new Map(rows.map(({ personId, ...one }) => [personId, one]))
}

export async function standingMarks(tx: Tx, sessionIds: readonly string[], personIds: readonly string[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select id, session_id as "sessionId", person_id as "personId", state,
      to_char(marked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "markedAt", marked_by as "markedBy"
    from training.attendance
    where person_id = any(${personIds}::uuid[]) and session_id = any(${sessionIds}::uuid[]) and upper_inf(recorded)`.execute(tx)
  return rows
}

/** Records the marks; what each replaces is closed and stays to be read. */
export async function recordMarks(
  tx: Tx,
  classId: string,
  { write }: Pick<Judged<Mark>, 'write'>,
  given: { dayOf: Map<string, string>; by: string },
): Promise<void> {
  const replaced = write.flatMap(({ replaces }) => replaces?.id ?? [])
  await closeFacts(tx, table, replaced, 'corrected')
  await recordFacts(
    tx,
    table,
    write.map(({ mark }) => {
      const day = given.dayOf.get(mark.sessionId) ?? mark.markedAt.slice(0, 10)
      return {
        person_id: mark.personId,
        class_id: classId,
        session_id: mark.sessionId,
        state: mark.state,
        marked_at: mark.markedAt,
        marked_by: given.by,
        held: period(day, addDays(day, 1)),
      }
    }),
  )
}
