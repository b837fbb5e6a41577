import { sql, type RawBuilder } from 'kysely'
import type { Figure } from './figure.ts'
import { foundClasses, foundLearners } from './source/classes.sql.ts'
import { known, type Question } from './source/question.sql.ts'
import { foundSecondments } from './source/secondments.sql.ts'
import { foundSendings } from './source/sendings.sql.ts'
import { foundServing } from './source/serving.sql.ts'

/** What a figure's one statement answers: the count, or the counts that its value is made of. */
export type Counted = Record<string, number>

export function compileNumber(figure: Figure, question: Question): RawBuilder<Counted> {
  return sql<Counted>`with found as (${foundBy(figure, question)}
)
select ${countOf(figure)}
from found`
}

/** How many different persons are behind a figure. */
export function compilePeople(figure: Figure, question: Question): RawBuilder<{ people: number }> {
  return sql<{ people: number }>`with found as (${foundBy(figure, question)}
)
select count(distinct person_id)::int as people
from found`
}

/** The place of a row in its list, for the page after it. */
export type Place = { part: number; given: string; family: string; middle: string; day: string; id: string }

export type ListRow = {
  part: number
  fact_id: string
  person_id: string | null
  class_id: string | null
  kind: string
  from_day: string | null
  to_day: string | null
  unit_id: string | null
  unit_vi: string | null
  unit_en: string | null
  host_id: string | null
  host_vi: string | null
  host_en: string | null
  title_text: string | null
  decision_id: string | null
  decision_code: string | null
  decision_issued_on: string | null
  class_title: string | null
  times: number
  meets: boolean | null
  detail: Record<string, unknown> | null
  full_name: string | null
  given: string
  family: string
  middle: string
  at_day: string
}

const inOrder = sql`part, given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", at_day, fact_id`

export type ListPart = { after: Place | null; limit: number | null }

/** The list behind the number, from the same source. */
export function compileList(figure: Figure, question: Question, page: ListPart): RawBuilder<ListRow> {
  const found = figure.of === 'sendings' && figure.count === 'people' ? perPerson(foundBy(figure, question)) : foundBy(figure, question)
  return listed(found, question, page)
}

/** Found facts as a list: classes known by head count first, then people as Vietnamese lists order them. */
export function listed(found: RawBuilder<unknown>, question: Pick<Question, 'knownAt'>, page: ListPart): RawBuilder<ListRow> {
  return sql<ListRow>`with found as (${found}
), named as (
  select f.*, p.full_name, coalesce(p.given, '') as given, coalesce(p.family, '') as family, coalesce(p.middle, '') as middle
  from found f left join people.profile p on p.person_id = f.person_id and ${known(question, 'p')}
), page as (
  select * from named
  where ${page.after ? isAfter(page.after) : sql`true`}
  order by ${inOrder}
  limit ${page.limit}
)
select page.*, unit.name_vi as unit_vi, unit.name_en as unit_en, host.name_vi as host_vi, host.name_en as host_en,
  d.code as decision_code, d.issued_on as decision_issued_on, c.title as class_title
from page
left join lateral (${nameOf('page.unit_id', question)}) unit on true
left join lateral (${nameOf('page.host_id', question)}) host on true
left join decisions.decision d on d.id = page.decision_id
left join training.class_version c on c.class_id = page.class_id and ${known(question, 'c')}
order by ${inOrder}`
}

function foundBy(figure: Figure, question: Question): RawBuilder<unknown> {
  switch (figure.of) {
    case 'sendings':
      return foundSendings(figure, question)
    case 'classes':
      return figure.count === 'learners' ? foundLearners(figure, question) : foundClasses(figure, question)
    case 'secondments':
      return foundSecondments(figure, question)
    case 'serving':
      return foundServing(figure, question)
  }
}

function countOf(figure: Figure): RawBuilder<unknown> {
  if (figure.of === 'serving') {
    return sql`count(*) filter (where meets)::int as meeting, count(meets)::int as judged, count(*) filter (where meets is null)::int as unmapped,
  count(*) filter (where meets and detail ->> 'state' = 'studying')::int as studying`
  }
  if (figure.count === 'learners') {
    return sql`coalesce(sum(times) filter (where person_id is not null), 0)::int as listed,
  coalesce(sum(times) filter (where person_id is null), 0)::int as "byHeadCount"`
  }
  return figure.count === 'people' ? sql`count(distinct person_id)::int as value` : sql`count(*)::int as value`
}

/** Each person once, with the number of times and the latest of them. */
function perPerson(found: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
  select distinct on (person_id) part, fact_id, person_id, class_id, kind, at_day, from_day, to_day, unit_id, host_id, title_text, decision_id,
    (count(*) over (partition by person_id))::int as times, meets, detail
  from (${found}) each_time
  order by person_id, at_day desc, fact_id`
}

function isAfter({ part, given, family, middle, day, id }: Place): RawBuilder<boolean> {
  return sql<boolean>`(${inOrder}) > (${part}::int, ${given}, ${family}, ${middle}, ${day}::date, ${id}::uuid)`
}

/** The unit's name on the day of the fact; of a unit that had none that day, the latest. */
function nameOf(column: string, question: Pick<Question, 'knownAt'>): RawBuilder<unknown> {
  return sql`
  select v.name_vi, v.name_en from organisation.unit_version v
  where v.unit_id = ${sql.ref(column)} and ${known(question, 'v')}
  order by v.held @> page.at_day desc, lower(v.held) desc limit 1`
}
