import { sql, type RawBuilder } from 'kysely'
import type { ServingFigure, StandingTest } from '../figure.ts'
import { known, type Question } from './question.sql.ts'

/** Who has a full-time main post in the commune on the day, and whether each meets the test; null where it cannot be said. */
export function foundServing({ where, count }: ServingFigure, question: Question): RawBuilder<unknown> {
  const test = 'field' in count.share ? fieldTest(question) : heldTest(count.share, question)
  return sql`
  select 1 as part, a.id as fact_id, a.person_id, null::uuid as class_id, 'serving' as kind, ${question.on}::date as at_day,
    case when a.from_known then lower(a.held) end as from_day, null::date as to_day,
    a.unit_id, null::uuid as host_id, a.title_text, a.decision_id, 1 as times, test.meets, test.detail
  from people.assignment a
  left join organisation.title t on t.code = a.title_code
  cross join lateral (${test}) test
  where ${known(question, 'a')} and a.kind = 'main' and a.held @> ${question.on}::date and a.unit_id = any(${question.commune}::uuid[])
    and coalesce(a.official_kind, t.official_kind) = any(${where.kinds}::text[]) and coalesce(t.is_full_time, true)`
}

/** The best of what is held on the day; what is finished goes before what is being studied. */
function heldTest({ held, atLeast, states }: Extract<StandingTest, { held: string }>, question: Question): RawBuilder<unknown> {
  return sql`
    select coalesce(best.rank >= ${atLeast}, false) as meets, to_jsonb(best) as detail
    from (select) one left join lateral (
      select q.level, q.state, q.rank, q.field_text as field
      from qualifications.qualification q
      where q.person_id = a.person_id and ${known(question, 'q')} and q.held @> ${question.on}::date
        and q.kind = ${held} and q.state = any(${states}::text[])
      order by q.rank >= ${atLeast} desc, q.state = 'finished' desc, q.rank desc, q.id
      limit 1
    ) best on true`
}

/** Whether a finished degree is in a field that fits the title; where no field is named for the title, it cannot be said. */
function fieldTest(question: Question): RawBuilder<unknown> {
  return sql`
    select case when exists (select from qualifications.accepted_field f where ${isAccepted(question)})
      then coalesce(best.fits, false) end as meets, to_jsonb(best) as detail
    from (select) one left join lateral (
      select q.level, q.state, q.field_text as field,
        exists (select from qualifications.accepted_field f where ${isAccepted(question)} and f.field_code = q.field_code) as fits
      from qualifications.qualification q
      where q.person_id = a.person_id and ${known(question, 'q')} and q.held @> ${question.on}::date and q.kind = 'degree' and q.state = 'finished'
      order by fits desc, q.rank desc, q.id
      limit 1
    ) best on true`
}

function isAccepted(question: Question): RawBuilder<boolean> {
  return sql<boolean>`f.title_code = a.title_code and f.held @> ${question.on}::date and ${known(question, 'f')}`
}
