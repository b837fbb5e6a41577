import { sql, type RawBuilder } from 'kysely'
import type { Scope } from '#server/operations.ts'
import { rowInScope } from '#modules/people/scope.sql.ts'
import { half, markBits, rankOffset, wordsIn, type Holding, type Layout } from './gap.ts'
import { known, type Moment } from './standard.sql.ts'

/** Whose posts are asked for: in these units, by these persons, as far as the reader sees; null is any. */
export type Asking = Moment & { unitIds: string[] | null; personIds?: readonly string[] | undefined; scope: Scope; today: string }

/** Whether the assignment `a` is a post held on the day: who only helps out elsewhere (seconded, rotated) is measured by the own post. */
export function isPostHeld(asking: Asking): RawBuilder<boolean> {
  const { on, unitIds, personIds, scope, today } = asking
  return sql<boolean>`(
    a.held @> ${on}::date and ${known(asking, 'a')} and a.kind in ('main', 'concurrent', 'acting')
    and ${unitIds ? sql`a.unit_id = any(${unitIds}::uuid[])` : sql`true`} and ${personIds ? sql`a.person_id = any(${personIds}::uuid[])` : sql`true`}
    and ${rowInScope(scope, today, 'a')})`
}

/** The posts that have a title, each once. */
export function postsHeld(asking: Asking): RawBuilder<unknown> {
  return sql`select distinct a.person_id, a.unit_id, a.title_code from people.assignment a where ${isPostHeld(asking)} and a.title_code is not null`
}

/** Whether the qualification `q` is held or studied on the day; a certificate holds until the day on which it expires. */
export function isValidOn(moment: Moment): RawBuilder<boolean> {
  const { on } = moment
  return sql<boolean>`(q.held @> ${on}::date and ${known(moment, 'q')} and (q.expires_on is null or q.expires_on > ${on}::date))`
}

/** Classes (`v`) that end in the calendar year of the day and who is in them (`e`): whether that part is done by then, or still under way. */
export function periodsOf(moment: Moment): { isDone: RawBuilder<boolean>; from: RawBuilder<unknown> } {
  const year = moment.on.slice(0, 4)
  const endsOn = sql`coalesce(upper(v.held) - 1, lower(v.held))`
  return {
    isDone: sql<boolean>`(e.state = 'completed' and coalesce(e.state_on, ${endsOn}) <= ${moment.on}::date)`,
    from: sql`
      from training.class_version v
      join training.enrolment e on e.class_id = v.class_id and ${known(moment, 'e')}
        and (e.state in ('enrolled', 'completed') or e.state_on > ${moment.on}::date)
      where ${known(moment, 'v')} and v.periods is not null and ${endsOn} between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`,
  }
}

/** Periods attended in the calendar year, and those of classes still attended or to come. */
export function periodsHeld(moment: Moment, persons: string | null): RawBuilder<unknown> {
  const { isDone, from } = periodsOf(moment)
  return sql`
    select e.person_id, coalesce(sum(v.periods) filter (where ${isDone}), 0)::int as attended,
      coalesce(sum(v.periods) filter (where not ${isDone}), 0)::int as attending
    ${from} and ${persons ? sql`e.person_id in (select person_id from ${sql.table(persons)})` : sql`true`}
    group by e.person_id`
}

/** The words of a holding: w0 of levels, then those of marks. */
export function wordColumns(layout: Layout): string[] {
  return Array.from({ length: wordsIn(layout) }, (_, word) => `w${word}`)
}

type Gathering = {
  /** Rows of `person_id` and `seat`: then only who has one is gathered, with the least, the greatest, and whether there are more. */
  seats?: RawBuilder<unknown>
  /** A relation of persons beyond whom nothing is looked at; null looks at everybody. */
  persons: string | null
}

/**
 * What each person holds and is studying on the day, as the layout has it, and the periods of the year: all facts in one pass, one group a
 * person. It is this that makes a province fast; two relations joined cost half as much again.
 */
export function holdings(moment: Moment, layout: Layout, { seats, persons }: Gathering): RawBuilder<unknown> {
  const words = wordColumns(layout)
  const isAmong = (alias: string) =>
    persons ? sql`${sql.ref(`${alias}.person_id`)} in (select person_id from ${sql.table(persons)})` : sql`true`
  const { isDone, from } = periodsOf(moment)
  const nulls = (count: number) => sql.join(Array.from({ length: count }, () => sql`null::bigint`))
  const seat = seats ? sql`min(seat) as one, max(seat) as other, count(seat) > 2 and min(seat) < max(seat) as is_many,` : sql``
  return sql`
    select person_id, ${seat} ${sql.join(words.map((word) => sql`bit_or(${sql.ref(word)}) as ${sql.ref(word)}`))},
      coalesce(sum(attended), 0)::int as attended, coalesce(sum(attending), 0)::int as attending
    from (
      ${wordsOfQualifications(layout)} where ${isValidOn(moment)} and ${isAmong('q')}
      union all
      select e.person_id, null, ${nulls(words.length)}, case when ${isDone} then v.periods end, case when not ${isDone} then v.periods end ${from} and ${isAmong('e')}
      ${seats ? sql`union all select person_id, seat, ${nulls(words.length)}, null, null from (${seats}) held` : sql``}
    ) fact
    group by person_id ${seats ? sql`having count(seat) > 0` : sql``}`
}

function wordsOfQualifications(layout: Layout): RawBuilder<unknown> {
  const [, ...columns] = wordColumns(layout)
  const marks = markBits(layout)
  const place = sql.join(
    Object.entries(rankOffset).map(([kind, offset]) => sql`when ${sql.lit(kind)} then ${sql.lit(offset)}`),
    sql` `,
  )
  const shift = sql`case q.state when 'finished' then 0 when 'studying' then ${sql.lit(half)} end`
  const shifted = columns.map((column) => sql`${sql.ref(`m.${column}`)} << ${shift} as ${sql.ref(column)}`)
  const bits = columns.map((_, word) => sql`${marks.map((mark) => mark.bits[word])}::bigint[]`)
  const key = marks.some((mark) => mark.key.includes(' ')) ? sql`coalesce(q.field_code, q.language || ' ' || q.level)` : sql`q.field_code`
  const joined = sql`left join unnest(${marks.map((mark) => mark.key)}::text[], ${sql.join(bits)}) m (key, ${sql.join(columns.map((column) => sql.ref(column)))}) on m.key = ${key}`
  return sql`
    select q.person_id, null::int as seat, ${sql.join([
      sql`case when q.rank > 0 then 1::bigint << (case q.kind ${place} end + q.rank + ${shift}) end as w0`,
      ...shifted,
    ])}, null::int as attended, null::int as attending
    from qualifications.qualification q ${columns.length > 0 ? joined : sql``}`
}

export function holdingOf(row: Record<string, unknown>, words: readonly string[]): Holding {
  return {
    words: words.map((word) => Number(row[word] ?? 0)),
    attended: Number(row['attended'] ?? 0),
    attending: Number(row['attending'] ?? 0),
  }
}
