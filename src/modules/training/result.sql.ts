import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import type { FactColumns } from '#modules/people/fact.sql.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import { placeIsTold } from '#modules/people/told-tie.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { ResultRow } from './result.contract.ts'
import type { EnrolmentState } from './result.ts'

type Seen = { scope: Scope; sensitive: Scope; today: string }
type Row = Omit<ResultRow, 'unit'> & { unitId: string | null; unitVi: string | null; unitEn: string | null }

/** Trainees of one class are some dozens, seldom hundreds: they come together. */
const most = 2000

/** What became of each trainee of the class, by name. */
export async function resultsOf(db: Db, classId: string, seen: Seen): Promise<ResultRow[]> {
  const { rows } = await sql<Row>`
    with session as (
      select session_id from training.class_session where class_id = ${classId}::uuid and on_day <= ${seen.today}::date
    ), present as (
      select a.person_id, count(*)::int as count from training.attendance a
      where a.class_id = ${classId}::uuid and upper_inf(a.recorded) and a.state = 'present' and a.session_id in (select session_id from session)
      group by 1
    )
    select e.person_id as "personId", p.full_name as name, p.birth, case when told.is_placed then e.title_text end as title,
      case when told.is_placed then e.unit_id end as "unitId", u.name_vi as "unitVi", u.name_en as "unitEn",
      e.state, e.state_on as "stateOn", e.state_why as "stateWhy", e.result as grade,
      case when d.id is not null then jsonb_build_object('id', d.id, 'code', d.code, 'issuedOn', d.issued_on) end as paper,
      (select count(*)::int from session) as sessions, coalesce(at.count, 0) as present,
      case when c.id is not null then jsonb_build_object('id', c.id, 'number', c.number, 'registerNo', c.register_no, 'issuedOn', c.issued_on, 'code', c.check_code) end as certificate,
      ${personInScope(seen.scope, seen.today, 'e.person_id')} as "canOpen"
    from training.enrolment e
    join people.profile p on p.person_id = e.person_id and upper_inf(p.recorded)
    left join present at on at.person_id = e.person_id
    left join training.certificate c on c.person_id = e.person_id and c.class_id = e.class_id and upper_inf(c.recorded)
    -- The paper of the result, not the one that the class or the sending stands on.
    left join decisions.decision d on d.id = e.decision_id and e.state <> 'enrolled' and not exists (
      select from training.enrolment b
      where b.person_id = e.person_id and b.class_id = e.class_id and b.closed_entry_id = e.entry_id and b.decision_id = e.decision_id)
    left join lateral (
      select v.name_vi, v.name_en from organisation.unit_version v
      where v.unit_id = e.unit_id and upper_inf(v.recorded) order by v.held @> lower(e.held) desc, lower(v.held) desc limit 1
    ) u on true
    cross join lateral (select ${placeIsTold(seen.sensitive, seen.today, 'e.person_id', sql`lower(e.held)`)} as is_placed) told
    where e.class_id = ${classId}::uuid and upper_inf(e.recorded)
    order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", e.id limit ${most}`.execute(db)
  return rows.map(({ unitId, unitVi, unitEn, ...row }) => ({
    ...row,
    unit: unitId ? { id: unitId, vi: unitVi ?? '', en: unitEn ?? '' } : null,
  }))
}

export type Marking = {
  enrolment: FactColumns
  personId: string
  name: string
  state: EnrolmentState
  sessions: number
  present: number
  hasCertificate: boolean
}

/** The trainees to mark, their files held still; whoever is not of the class is not among them. */
export async function lockTrainees(tx: Tx, classId: string, personIds: readonly string[], today: string): Promise<Marking[]> {
  await sql`select from people.person where person_id = any(${personIds}::uuid[]) order by person_id for update`.execute(tx)
  const { rows } = await sql<Marking>`
    with session as (
      select session_id from training.class_session where class_id = ${classId}::uuid and on_day <= ${today}::date
    )
    select to_jsonb(e) - 'scope' as enrolment, e.person_id as "personId", p.full_name as name, e.state,
      (select count(*)::int from session) as sessions,
      (select count(*)::int from training.attendance a where a.person_id = e.person_id and upper_inf(a.recorded) and a.state = 'present'
        and a.session_id in (select session_id from session)) as present,
      exists (select from training.certificate c where c.person_id = e.person_id and c.class_id = e.class_id and upper_inf(c.recorded)) as "hasCertificate"
    from training.enrolment e
    join people.profile p on p.person_id = e.person_id and upper_inf(p.recorded)
    where e.class_id = ${classId}::uuid and e.person_id = any(${personIds}::uuid[]) and upper_inf(e.recorded)
    order by e.person_id
    for update of e`.execute(tx)
  return rows
}

/** The sendings, as known now, that brought these trainees into the class. */
export async function lockSendings(tx: Tx, classId: string, personIds: readonly string[]): Promise<FactColumns[]> {
  const { rows } = await sql<{ fact: FactColumns }>`
    select to_jsonb(s) - 'scope' as fact from training.sending s
    where s.person_id = any(${personIds}::uuid[]) and upper_inf(s.recorded) and s.status = 'sent'
      and (s.class_id = ${classId}::uuid or exists (
        -- A sending that was recorded anew since has another id.
        select from training.enrolment e join training.sending v on v.person_id = e.person_id and v.id = e.sending_id
        where e.person_id = s.person_id and e.class_id = ${classId}::uuid and upper_inf(e.recorded) and v.kind = s.kind and v.sent_on = s.sent_on)
        -- Whoever deferred goes on in a later class on the same sending.
        or s.outcome is null and s.kind = (select c.kind from training.class_version c where c.class_id = ${classId}::uuid and upper_inf(c.recorded))
          and exists (
            select from training.enrolment d
            where d.person_id = s.person_id and d.class_id = s.class_id and upper_inf(d.recorded) and d.state = 'deferred'))
    for update`.execute(tx)
  return rows.map(({ fact }) => fact)
}
