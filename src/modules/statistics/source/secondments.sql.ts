import { sql, type RawBuilder } from 'kysely'
import type { SecondmentFigure } from '../figure.ts'
import { known, type Question } from './question.sql.ts'

/** Secondments from the units that lasted on some day of the period; counted for the sender. */
export function foundSecondments(figure: SecondmentFigure, question: Question): RawBuilder<unknown> {
  return sql`
  select 1 as part, m.id as fact_id, m.person_id, null::uuid as class_id, 'seconded' as kind, lower(m.held) as at_day, lower(m.held) as from_day, upper(m.held) - 1 as to_day,
    m.from_unit_id as unit_id, m.host_unit_id as host_id, m.title_text, m.decision_id, 1 as times, null::boolean as meets,
    jsonb_build_object('task', m.task, 'plannedEnd', m.planned_end) as detail
  from movements.secondment m
  where ${isWithin(question)}
    and ${isOfHosts(figure, question)}`
}

export function isWithin(question: Question): RawBuilder<boolean> {
  return sql<boolean>`${known(question, 'm')} and m.from_unit_id = any(${question.units}::uuid[])
    and m.held && daterange(${question.from}::date, ${question.until}::date, '[]')`
}

export function isOfHosts({ where }: SecondmentFigure, question: Question): RawBuilder<boolean> {
  return sql<boolean>`${where.otherHosts ? sql`not ` : sql``}exists (
      select from organisation.unit_version v
      where v.unit_id = m.host_unit_id and v.held @> lower(m.held) and v.kind = any(${where.hostKinds}::text[]) and ${known(question, 'v')})`
}
