import { windowRows } from '#modules/people/list.contract.ts'
import type { Question } from '../measure.ts'

export type Row = { personId: string }

/** What a row of the list shows, for the persons of `page`. */
export const rowOf = `
  select p.person_id as "personId", p.full_name, p.birth, p.sex, p.ethnicity, p.party_joined, post.*, t.is_leader, v.name_vi, v.name_en,
    degree.level as degree, degree.field_text, theory.level as theory, management.level as management, study.kind as studying
  from page p
  left join lateral (
    select a.unit_id, a.title_code, a.title_text, a.kind, a.official_kind, lower(a.held) as since from people.assignment a
    where a.person_id = p.person_id and upper_inf(a.recorded) and a.held @> current_date
    order by a.kind = 'main' desc, lower(a.held) desc limit 1) post on true
  left join organisation.title t on t.code = post.title_code
  left join organisation.unit_version v on v.unit_id = post.unit_id and upper_inf(v.recorded) and v.held @> current_date
  ${['degree', 'theory', 'state_management']
    .map(
      (kind) => `left join lateral (
    select q.level, q.field_text from qualifications.qualification q
    where q.person_id = p.person_id and upper_inf(q.recorded) and q.kind = '${kind}' and q.state = 'finished' and q.held @> current_date
    order by q.rank desc limit 1) ${kind === 'state_management' ? 'management' : kind} on true`,
    )
    .join('\n  ')}
  left join lateral (
    select s.kind from training.sending s
    where s.person_id = p.person_id and upper_inf(s.recorded) and s.status = 'sent' and s.outcome is null and s.held @> current_date
    order by lower(s.held) desc limit 1) study on true
  order by p.place`

export const byName = `p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", p.person_id`

const inUnit = `a.unit_id in (select descendant_id from organisation.closure where ancestor_id = $1 and upper_inf(recorded) and held @> current_date)`

/** The first window of the officials of a unit, or of all. */
export function firstWindow(question: string, as: Question['as'], unitId: string | null): Question {
  const serves = `upper_inf(a.recorded) and a.held @> current_date`
  const isListed = unitId
    ? `p.person_id in (select a.person_id from people.assignment a where ${serves} and ${inUnit})`
    : `exists (select from people.assignment a where a.person_id = p.person_id and ${serves})`
  return {
    question,
    as,
    variants: [unitId ? { path: `/api/people?unitId=${unitId}`, values: [unitId] } : { path: '/api/people', values: [] }],
    statement: `with page as materialized (${pageOf(isListed, windowRows)}) ${rowOf}`,
    told: personsIn,
    found: (rows) => rows.map(({ personId }) => personId),
  }
}

/** How many officials a unit has: the length of its list. */
export function lengthOf(question: string, as: Question['as'], unitId: string | null): Question {
  return {
    question,
    as,
    variants: [unitId ? { path: `/api/people/spine?unitId=${unitId}`, values: [unitId] } : { path: '/api/people/spine', values: [] }],
    statement: `
      select count(distinct a.person_id)::int as total from people.assignment a
      where upper_inf(a.recorded) and a.held @> current_date ${unitId ? `and ${inUnit}` : ''}`,
    told: totalIn,
    found: ([row]) => row?.['total'],
  }
}

/** The first persons by name for whom the condition holds. */
export function pageOf(condition: string, limit: number): string {
  return `select p.*, row_number() over () as place from (
    select p.* from people.profile p where upper_inf(p.recorded) and ${condition} order by ${byName} limit ${limit}) p`
}

export function personsIn(answer: unknown): string[] {
  return (answer as { rows: Row[] }).rows.map(({ personId }) => personId)
}

export function totalIn(answer: unknown): number {
  return (answer as { total: number }).total
}
