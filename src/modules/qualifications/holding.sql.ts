import { sql, type RawBuilder } from 'kysely'
import type { Scope } from '#server/operations.ts'
import { rowInScope } from '#modules/people/scope.sql.ts'
import { half, markBits, rankOffset, wordsIn, type Holding, type Layout } from './gap.ts'
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

/** The words of `heldWords`: w0 of levels, then those of marks. */
export function wordColumns(layout: Layout): string[] {
  return Array.from({ length: wordsIn(layout) }, (_, word) => `w${word}`)
}

/**
 * What each person holds and is studying on the day, as the layout has it. A certificate holds until the day on which it expires.
 * `persons` limits it to the persons of that relation; null asks for everybody.
 */
export function heldWords(moment: Moment, layout: Layout, persons: string | null): RawBuilder<unknown> {
  const place = sql.join(
    Object.entries(rankOffset).map(([kind, offset]) => sql`when ${sql.lit(kind)} then ${sql.lit(offset)}`),
    sql` `,
  )
  const marks = markBits(layout)
  const [, ...columns] = wordColumns(layout)
  const bits = sql.join([
    sql`bit_or(case when q.rank > 0 then 1::bigint << (case q.kind ${place} end + q.rank + s.shift) end) as w0`,
    ...columns.map((column) => sql`bit_or(${sql.ref(`m.${column}`)} << s.shift) as ${sql.ref(column)}`),
  ])
  return sql`
    select q.person_id, ${bits}
    from qualifications.qualification q
    cross join lateral (select case q.state when 'finished' then 0 when 'studying' then ${sql.lit(half)} end as shift) s
    ${columns.length > 0 ? sql`left join ${marksAs(marks, columns)} on m.key = case when q.kind = 'degree' then q.field_code when q.language is not null then q.language || ' ' || q.level end` : sql``}
    where q.held @> ${moment.on}::date and ${known(moment, 'q')} and (q.expires_on is null or q.expires_on > ${moment.on}::date)
      and ${persons ? sql`q.person_id in (select person_id from ${sql.table(persons)})` : sql`true`}
    group by q.person_id`
}

function marksAs(marks: ReturnType<typeof markBits>, columns: string[]): RawBuilder<unknown> {
  const words = columns.map((_, word) => sql`${marks.map(({ bits }) => bits[word])}::bigint[]`)
  return sql`(select * from unnest(${marks.map(({ key }) => key)}::text[], ${sql.join(words)}) m (key, ${sql.join(columns.map((column) => sql.ref(column)))})) m`
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

export function holdingOf(row: Record<string, unknown>, words: readonly string[]): Holding {
  return {
    words: words.map((word) => Number(row[word] ?? 0)),
    attended: Number(row['attended'] ?? 0),
    attending: Number(row['attending'] ?? 0),
  }
}
