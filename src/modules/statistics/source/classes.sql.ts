import { sql, type RawBuilder } from 'kysely'
import type { ClassFigure } from '../figure.ts'
import { known, type Question } from './question.sql.ts'

/** Classes that the units opened within the period, each with its trainees. */
export function foundClasses(figure: ClassFigure, question: Question): RawBuilder<unknown> {
  return sql`
  select 0 as part, c.class_id as fact_id, null::uuid as person_id, c.class_id, c.kind, lower(c.held) as at_day, lower(c.held) as from_day, upper(c.held) - 1 as to_day,
    c.opener_unit_id as unit_id, null::uuid as host_id, null::text as title_text, c.decision_id,
    coalesce(nullif(${listed(question)}, 0), c.head_count, 0) as times, null::boolean as meets,
    jsonb_build_object('place', c.place, 'listed', ${listed(question)}) as detail
  from training.class_version c
  where ${isOpened(figure.where.kinds, question)}`
}

/** Trainees by name, and after them nobody twice: a head count is added only for a class without a list. */
export function foundLearners(figure: ClassFigure, question: Question): RawBuilder<unknown> {
  return sql`
  select 1 as part, e.id as fact_id, e.person_id, e.class_id, c.kind, lower(c.held) as at_day, lower(c.held) as from_day, upper(c.held) - 1 as to_day,
    e.unit_id, null::uuid as host_id, e.title_text, coalesce(e.decision_id, c.decision_id) as decision_id, 1 as times, null::boolean as meets,
    jsonb_build_object('result', e.result) as detail
  from training.enrolment e join training.class_version c on c.class_id = e.class_id
  where ${known(question, 'e')} and ${isOpened(figure.where.kinds, question)}
  union all
  select 0, c.class_id, null, c.class_id, c.kind, lower(c.held), lower(c.held), upper(c.held) - 1,
    c.opener_unit_id, null, null, c.decision_id, c.head_count, null, jsonb_build_object('place', c.place, 'listed', 0)
  from training.class_version c
  where ${isOpened(figure.where.kinds, question)} and c.head_count > 0
    and not exists (select from training.enrolment e where e.class_id = c.class_id and ${known(question, 'e')})`
}

export function isOpened(kinds: readonly string[], question: Question): RawBuilder<boolean> {
  return sql<boolean>`${known(question, 'c')} and c.opener_unit_id = any(${question.units}::uuid[]) and c.kind = any(${kinds}::text[])
    and lower(c.held) between ${question.from}::date and ${question.until}::date`
}

function listed(question: Question): RawBuilder<number> {
  return sql<number>`(select count(*)::int from training.enrolment e where e.class_id = c.class_id and ${known(question, 'e')})`
}
