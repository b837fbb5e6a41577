import { sql, type RawBuilder } from 'kysely'
import { ethnicGroups, isEthnicMinority } from '#law/ethnic-groups.ts'
import { kindOfUnit, unitKinds } from '#modules/organisation/unit-kind.ts'
import { known, type Question } from './question.sql.ts'

/** Which times count: those begun in the period (sent, or sat in a class that opened in it), or those completed in it. */
export type Basis = 'begun' | 'completed'

const minorities = ethnicGroups.map(({ code }) => code).filter(isEthnicMinority)
const kindsOf = (level: string) => unitKinds.filter((kind) => kindOfUnit(kind).level === level)

/**
 * Each time somebody of the units took part in training, once: by the decision that sent them, or by the list of a class where
 * no decision did. Whoever withdrew, or whose sending was cancelled, took no part.
 */
export function foundTimes(question: Question, basis: Basis): RawBuilder<unknown> {
  return sql`
  select s.id as fact_id, s.person_id, s.class_id, s.kind, s.sent_on as at_day, s.unit_id, s.title_text, s.decision_id,
    lower(s.study) as from_day, upper(s.study) - 1 as to_day, s.mode, ${placeOf(['s.institution', 's.study_text'])} as place, true as by_decision
  from training.sending s
  where ${isCounted(question, basis)} and s.unit_id = any(${question.units}::uuid[])
    and ${basis === 'begun' ? sql`s.sent_on` : sql`s.outcome_on`} between ${question.from}::date and ${question.until}::date
  union all
  select e.id, e.person_id, e.class_id, c.kind, lower(c.held), e.unit_id, e.title_text, coalesce(e.decision_id, c.decision_id),
    lower(c.held), upper(c.held) - 1, c.mode, ${placeOf(['c.institution', 'c.place', 'c.title'])}, false
  from training.enrolment e join training.class_version c on c.class_id = e.class_id and ${known(question, 'c')}
  where ${known(question, 'e')} and ${basis === 'begun' ? sql`e.state <> 'withdrawn'` : sql`e.state = 'completed'`}
    and ${basis === 'begun' ? sql`lower(c.held)` : sql`coalesce(e.state_on, upper(c.held) - 1, lower(c.held))`} between ${question.from}::date and ${question.until}::date
    and (e.unit_id = any(${question.units}::uuid[]) or (e.unit_id is null and c.opener_unit_id = any(${question.units}::uuid[])))
    and not exists (
      select from training.sending s
      where s.person_id = e.person_id and (s.id = e.sending_id or s.class_id = e.class_id) and ${isCounted(question, basis)})`
}

function isCounted(question: Question, basis: Basis): RawBuilder<boolean> {
  return sql<boolean>`${known(question, 's')} and s.status = 'sent'${basis === 'completed' ? sql` and s.outcome = 'completed'` : sql``}`
}

/** Classes of the units opened (or ended) in the period, and those of others in which one of those counted sat. */
export function foundOpened(question: Question, basis: Basis): RawBuilder<unknown> {
  return sql`
  select c.class_id, c.kind, lower(c.held) as at_day, upper(c.held) - 1 as to_day, c.opener_unit_id as unit_id, c.decision_id, c.mode, c.head_count,
    ${placeOf(['c.institution', 'c.place', 'c.title'])} as place, c.opener_unit_id = any(${question.units}::uuid[]) as is_own
  from training.class_version c
  where ${known(question, 'c')} and (
    (c.opener_unit_id = any(${question.units}::uuid[])
      and ${basis === 'begun' ? sql`lower(c.held)` : sql`coalesce(upper(c.held) - 1, lower(c.held))`} between ${question.from}::date and ${question.until}::date)
    or c.class_id in (select class_id from times))`
}

/** 'Liên kết với nước ngoài' is joint; whatever names neither is taught in the country. */
function placeOf(columns: readonly string[]): RawBuilder<string> {
  const text = sql`lower(concat_ws(' ', ${sql.join(columns.map((column) => sql.ref(column)))}))`
  return sql<string>`case when ${text} like '%liên kết%' then 'joint' when ${text} ~ '(nước ngoài|ngoài nước)' then 'abroad' else 'home' end`
}

/**
 * The level of each unit on each day: of the lowest territory that it is or stands under. All in one value, to be looked up by
 * `levelAt`: a join is planned for a handful of rows and takes seconds for thousands.
 */
export function levelsOf(pairs: RawBuilder<unknown>, question: Question): RawBuilder<unknown> {
  return sql`
  select coalesce(jsonb_object_agg(unit_id::text || at_day::text, level), '{}') as levels from (
  select p.unit_id, p.at_day, case
    when bool_or(v.kind = any(${kindsOf('commune')}::text[])) then 'commune'
    when bool_or(v.kind = any(${kindsOf('district')}::text[])) then 'district'
    when bool_or(v.kind = any(${kindsOf('province')}::text[])) then 'province' end as level
  from (${pairs}) p
  join organisation.closure l on l.descendant_id = p.unit_id and l.held @> p.at_day and ${known(question, 'l')}
  join organisation.unit_version v on v.unit_id = l.ancestor_id and v.held @> p.at_day and ${known(question, 'v')}
  group by p.unit_id, p.at_day) each`
}

/** To be read beside `levels`, under the name that it has as a part of a statement. */
export function levelAt(row: string): RawBuilder<string | null> {
  return sql<string | null>`levels.levels ->> (${sql.ref(`${row}.unit_id`)}::text || ${sql.ref(`${row}.at_day`)}::text)`
}

/** What each time is judged by: the person's posts on the day, sex and people. */
export function judgedTimes(question: Question): RawBuilder<unknown> {
  return sql`
  select t.*, ${levelAt('t')} as level, coalesce(post.leader, false) as leader, post.official_kind, t.by_decision or post.serves is not null as official,
    exists (select from people.membership m where m.person_id = t.person_id and m.kind = 'deputy' and m.held @> t.at_day and ${known(question, 'm')}) as deputy,
    coalesce(p.sex = 'female', false) as women, coalesce(p.ethnicity = any(${minorities}::text[]), false) as minority
  from times t cross join levels
  left join people.profile p on p.person_id = t.person_id and ${known(question, 'p')}
  left join lateral (
    select true as serves, bool_or(coalesce(h.is_leader, false)) as leader,
      (array_agg(coalesce(a.official_kind, h.official_kind) order by a.kind = 'main' desc, a.id))[1] as official_kind
    from people.assignment a left join organisation.title h on h.code = a.title_code
    where a.person_id = t.person_id and a.held @> t.at_day and ${known(question, 'a')}
    group by a.person_id
  ) post on true`
}
