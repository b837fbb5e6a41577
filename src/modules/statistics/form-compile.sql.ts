import { sql, type RawBuilder } from 'kysely'
import { audiencesOf, programmesOf, type Audience, type FormDefinition, type Programme, type Slice } from './form.ts'
import { foundOpened, foundTimes, judgedTimes, levelAt, levelsOf, type Basis } from './source/participations.sql.ts'
import { known, type Question } from './source/question.sql.ts'

/** How many of a programme and an audience there are, in people and in times; of them leaders, women, members of minorities. */
export type Tally = {
  programme: string
  audience: string
  people: number
  times: number
  leaderPeople: number
  leaderTimes: number
  womenPeople: number
  womenTimes: number
  minorityPeople: number
  minorityTimes: number
}

export type ClassTally = { programme: string; level: string; classes: number; counted: number; learners: number }

export const noAudience = 'none'

export function compileTallies(form: FormDefinition, question: Question, basis: Basis): RawBuilder<Tally> {
  return sql<Tally>`${placedTimes(form, question, basis)}
select programme, audience,
  ${counts('', sql`true`)},
  ${counts('leader', sql`leader`)},
  ${counts('women', sql`women`)},
  ${counts('minority', sql`minority`)}
from placed
group by programme, audience`
}

function counts(name: string, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const named = (of: string) => sql.id(name === '' ? of : `${name}${of.charAt(0).toUpperCase()}${of.slice(1)}`)
  return sql`(count(*) filter (where is_latest and ${condition}))::int as ${named('people')}, (count(*) filter (where ${condition}))::int as ${named('times')}`
}

/** Counted apart from the lines of the form, so that they can be held against it. */
export function compileWhole(question: Question, basis: Basis): RawBuilder<{ times: number; people: number }> {
  return sql<{ times: number; people: number }>`
with times as (${foundTimes(question, basis)}
)
select count(*)::int as times, count(distinct person_id)::int as people from times`
}

export function compileClassTallies(form: FormDefinition, question: Question, basis: Basis): RawBuilder<ClassTally> {
  return sql<ClassTally>`${placedClasses(form, question, basis)}
select programme, level, count(*)::int as classes, (count(*) filter (where is_counted))::int as counted,
  coalesce(sum(head_count) filter (where is_counted), 0)::int as learners
from opened
group by programme, level`
}

export type ClassRow = {
  class_id: string
  kind: string
  programme: string
  level: string
  at_day: string
  to_day: string | null
  unit_id: string
  decision_id: string | null
  listed: number
  times: number
}

/** The classes one by one, with the line that each stands under. */
export function compileClassRows(form: FormDefinition, question: Question, basis: Basis): RawBuilder<ClassRow> {
  return sql<ClassRow>`${placedClasses(form, question, basis)}
select class_id, kind, programme, level, at_day, to_day, unit_id, decision_id, listed, listed + case when is_counted then head_count else 0 end as times
from opened
order by at_day, class_id`
}

/** The times (or people) or the classes of one cell, in the shape that every list has. */
export function foundInCell(
  form: FormDefinition,
  question: Question,
  basis: Basis,
  cell: Slice,
  of: 'people' | 'times',
): RawBuilder<unknown> {
  if (cell.openedBy) {
    return sql`${placedClasses(form, question, basis)}
  select 0 as part, class_id as fact_id, null::uuid as person_id, class_id, kind, at_day, at_day as from_day, to_day, unit_id, null::uuid as host_id,
    null::text as title_text, decision_id, listed + case when is_counted then head_count else 0 end as times, null::boolean as meets,
    jsonb_build_object('listed', listed, 'programme', programme, 'level', level) as detail
  from opened
  where level = any(${cell.openedBy}::text[])${cell.programmes ? sql` and programme = any(${cell.programmes}::text[])` : sql``}`
  }
  return sql`${placedTimes(form, question, basis)}
  select 1 as part, fact_id, person_id, class_id, kind, at_day, from_day, to_day, unit_id, null::uuid as host_id, title_text, decision_id,
    ${of === 'people' ? sql`times_of_person` : sql`1`} as times, null::boolean as meets, jsonb_build_object('programme', programme, 'audience', audience, 'level', level, 'leader', leader) as detail
  from placed
  where ${isIn(cell)}${of === 'people' ? sql` and is_latest` : sql``}`
}

export function isIn({ programmes, audiences, trait }: Slice): RawBuilder<boolean> {
  const conditions = [
    ...(programmes ? [sql`programme = any(${programmes}::text[])`] : []),
    ...(audiences ? [sql`audience = any(${audiences}::text[])`] : []),
    ...(trait ? [sql.ref(trait)] : []),
  ]
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/** All times with the line of the form that each stands under; the last time of a person in a programme is where the person counts. */
export function placedTimes(form: FormDefinition, question: Question, basis: Basis): RawBuilder<unknown> {
  return sql`with times as materialized (${foundTimes(question, basis)}
), levels as materialized (${levelsOf(sql`select distinct unit_id, at_day from times where unit_id is not null`, question)}
), judged as materialized (${judgedTimes(question)}
), sorted as materialized (
  select judged.*, ${programmeCase(form)} as programme, ${audienceCase(form)} as audience from judged
), placed as (
  select sorted.*, row_number() over (partition by programme, person_id order by at_day desc, fact_id) = 1 as is_latest,
    (count(*) over (partition by programme, person_id))::int as times_of_person
  from sorted
)`
}

function placedClasses(form: FormDefinition, question: Question, basis: Basis): RawBuilder<unknown> {
  return sql`with times as materialized (${foundTimes(question, basis)}
), found as materialized (${foundOpened(question, basis)}
), levels as materialized (${levelsOf(sql`select distinct unit_id, at_day from found`, question)}
), opened as (
  select found.*, ${programmeCase(form)} as programme, coalesce(${levelAt('found')}, 'none') as level, learners.listed,
    found.is_own and coalesce(found.head_count, 0) > 0 and learners.listed = 0 as is_counted
  from found cross join levels
  cross join lateral (
    select count(*)::int as listed from training.enrolment e where e.class_id = found.class_id and ${known(question, 'e')}) learners
)`
}

function programmeCase(form: FormDefinition): RawBuilder<string> {
  const arms = programmesOf(form).map(({ key, programme }) => sql`when ${ofProgramme(programme)} then ${key}`)
  return sql<string>`case
    ${sql.join(
      arms,
      sql`
    `,
    )}
    else 'rest:' || kind end`
}

function ofProgramme({ kinds, place, mode }: Programme): RawBuilder<boolean> {
  return sql<boolean>`kind = any(${kinds}::text[])${place ? sql` and place = ${place}` : sql``}${
    mode === undefined ? sql`` : mode === null ? sql` and coalesce(mode not in ('TT', 'KTT'), true)` : sql` and mode = ${mode}`
  }`
}

function audienceCase(form: FormDefinition): RawBuilder<string> {
  const arms = audiencesOf(form).map(({ key, audience }) => sql`when ${ofAudience(audience)} then ${key}`)
  return sql<string>`case
    ${sql.join(
      arms,
      sql`
    `,
    )}
    else ${noAudience}::text end`
}

function ofAudience({ level, isLeader, kinds, isDeputy, isOfficial }: Audience): RawBuilder<boolean> {
  const conditions = [
    ...(level ? [sql`level = ${level}`] : []),
    ...(isLeader ? [sql`leader`] : []),
    ...(kinds ? [sql`official_kind = any(${kinds}::text[])`] : []),
    ...(isDeputy ? [sql`deputy`] : []),
    ...(isOfficial === undefined ? [] : [isOfficial ? sql`official` : sql`not official`]),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}
