import { sql, type RawBuilder } from 'kysely'
import type { SendingFigure } from '../figure.ts'
import { known, type Question } from './question.sql.ts'

/** Decisions that sent a person to study within the period; a cancelled one sent nobody. */
export function foundSendings(figure: SendingFigure, question: Question): RawBuilder<unknown> {
  return sql`
  select 1 as part, s.id as fact_id, s.person_id, null::uuid as class_id, s.kind, s.sent_on as at_day, s.sent_on as from_day, null::date as to_day,
    s.unit_id, null::uuid as host_id, s.title_text, s.decision_id, 1 as times, null::boolean as meets,
    jsonb_build_object('institution', s.institution, 'outcome', s.outcome, 'purpose', s.purpose) as detail
  from training.sending s
  where ${isSent(question)}
    and ${figure.where.units === 'left' ? isOfUnitThatLeft(question) : sql`s.unit_id = any(${question.units}::uuid[])`}
    and ${isOfKinds(figure)}`
}

export function isSent(question: Question): RawBuilder<boolean> {
  return sql<boolean>`${known(question, 's')} and s.status = 'sent' and s.sent_on between ${question.from}::date and ${question.until}::date`
}

export function isOfKinds({ where }: SendingFigure): RawBuilder<boolean> {
  const isOne = sql<boolean>`s.kind = any(${where.kinds}::text[])`
  return where.otherKinds ? sql<boolean>`not ${isOne}` : isOne
}

/** Under the unit on the day of the decision, no longer on the day of the report. */
function isOfUnitThatLeft(question: Question): RawBuilder<unknown> {
  return sql`s.unit_id <> all(${question.units}::uuid[]) and exists (
      select from organisation.closure c
      where c.ancestor_id = ${question.root}::uuid and c.descendant_id = s.unit_id and c.held @> s.sent_on and ${known(question, 'c')})`
}
