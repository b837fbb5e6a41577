import { sql, type RawBuilder } from 'kysely'
import type { Scope } from '#server/operations.ts'
import { rowInScope } from '#modules/people/scope.sql.ts'
import { bitsOf, type Layout } from './gap.ts'
import { known, type Moment } from './standard.sql.ts'

/** Whose posts are asked for: in these units, by these persons, as far as the reader sees; null is any. */
export type Asking = Moment & { unitIds: string[] | null; personIds?: readonly string[] | undefined; scope: Scope; today: string }

/** The posts held on the day, each once: who only helps out elsewhere (seconded, rotated) is measured by the own post. */
export function postsHeld(asking: Asking): RawBuilder<unknown> {
  const { on, unitIds, personIds, scope, today } = asking
  return sql`
    select distinct a.person_id, a.unit_id, a.title_code from people.assignment a
    where a.held @> ${on}::date and ${known(asking, 'a')} and a.kind in ('main', 'concurrent', 'acting') and a.title_code is not null
      and ${unitIds ? sql`a.unit_id = any(${unitIds}::uuid[])` : sql`true`} and ${personIds ? sql`a.person_id = any(${personIds}::uuid[])` : sql`true`}
      and ${rowInScope(scope, today, 'a')}`
}

/**
 * What each person holds (`done`) and is studying (`doing`) on the day, in the bits of the layout. A certificate holds until the day on which it expires.
 * `persons` limits it to the persons of that relation; null asks for everybody.
 */
export function heldBits(moment: Moment, layout: Layout, persons: string | null): RawBuilder<unknown> {
  const { credits, fields, size } = layout
  const bit = sql.raw(`bit(${size})`)
  const none = sql`${bitsOf(size, [])}::${bit}`
  const places = [...fields]
  const bits = sql`coalesce(c.bits, ${none}) | coalesce(f.bits, ${none})`
  return sql`
    select q.person_id, coalesce(bit_or(${bits}) filter (where q.state = 'finished'), ${none}) as done,
      coalesce(bit_or(${bits}) filter (where q.state = 'studying'), ${none}) as doing
    from qualifications.qualification q
    left join (
      select kind, level, language, bits::${bit} as bits from unnest(${credits.map(({ kind }) => kind)}::text[], ${credits.map(({ level }) => level)}::text[],
        ${credits.map(({ language }) => language)}::text[], ${credits.map((credit) => credit.bits)}::text[]) c (kind, level, language, bits)
    ) c on c.kind = q.kind and c.level = q.level and c.language in ('', q.language)
    left join (
      select code, bits::${bit} as bits from unnest(${places.map(([code]) => code)}::text[], ${places.map(([, place]) => bitsOf(size, [place]))}::text[]) f (code, bits)
    ) f on q.kind = 'degree' and f.code = q.field_code
    where q.held @> ${moment.on}::date and ${known(moment, 'q')} and q.state <> 'abandoned'
      and (q.expires_on is null or q.expires_on > ${moment.on}::date)
      and ${persons ? sql`q.person_id in (select person_id from ${sql.table(persons)})` : sql`true`}
    group by q.person_id`
}

/** Periods of the classes that end in the calendar year of the day: of those completed by then, and of those still attended or to come. */
export function periodsHeld(moment: Moment, persons: string | null): RawBuilder<unknown> {
  const endsOn = sql`coalesce(upper(v.held) - 1, lower(v.held))`
  const isDone = sql`(e.state = 'completed' and coalesce(e.state_on, ${endsOn}) <= ${moment.on}::date)`
  return sql`
    select e.person_id, coalesce(sum(v.periods) filter (where ${isDone}), 0)::int as attended,
      coalesce(sum(v.periods) filter (where not ${isDone}), 0)::int as attending
    from training.class_version v
    join training.enrolment e on e.class_id = v.class_id and ${known(moment, 'e')}
      and (e.state in ('enrolled', 'completed') or e.state_on > ${moment.on}::date)
    where ${known(moment, 'v')} and v.periods is not null
      and ${endsOn} between date_trunc('year', ${moment.on}::date) and date_trunc('year', ${moment.on}::date) + interval '1 year' - interval '1 day'
      and ${persons ? sql`e.person_id in (select person_id from ${sql.table(persons)})` : sql`true`}
    group by e.person_id`
}
