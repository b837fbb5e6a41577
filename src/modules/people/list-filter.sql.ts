import { sql, type RawBuilder } from 'kysely'
import { educationLevels } from '#law/education-levels.ts'
import { isEthnicMinority, ethnicGroups } from '#law/ethnic-groups.ts'
import { stateManagementLevels } from '#law/state-management-levels.ts'
import { theoryLevels } from '#law/theory-levels.ts'
import { addYears } from '#lib/days.ts'
import type { Scope } from '#server/operations.ts'
import { likePattern } from '#modules/organisation/resolve.sql.ts'
import type { PeopleFilters } from './list.contract.ts'
import { readQuestion } from './question.ts'
import { rowInScope } from './scope.sql.ts'
import { memberships, ties } from './told-tie.sql.ts'

export type Asked = {
  filters: PeopleFilters
  day: string
  today: string
  scope: Scope
  /** Whose sensitive fields may be asked about. */
  sensitive: Scope
  /** The units that count under the one asked for. */
  unitIds: string[] | null
}

type Condition = RawBuilder<boolean>
const yes = sql<boolean>`true`

/** Who belongs in the list: a condition over `p`, the profile known now. */
export function belongs(asked: Asked): Condition {
  const { filters, scope, today, sensitive } = asked
  const inSensitive = rowInScope(sensitive, today, 'p')
  const conditions = [
    sql<boolean>`upper_inf(p.recorded)`,
    rowInScope(scope, today, 'p'),
    tied(asked),
    ...questioned(filters.q, inSensitive),
    ...personal(asked),
    ...sensitiveAsked(filters).map((condition) => sql<boolean>`(${inSensitive} and ${condition})`),
    ...qualified(asked),
    ...(filters.missing ?? []).map((part) => lacks(part, asked, inSensitive)),
  ]
  return all(conditions)
}

/** Serving, gone, or either; on the payroll, outside it, or either; and in the units asked for, with the post asked for. */
function tied(asked: Asked): Condition {
  const { group, status } = asked.filters
  if (group === 'officials') return official(asked)
  const outside = all([
    byStatus(memberships(asked), status, asked, inUnits(asked)),
    sql<boolean>`not ${official({ ...asked, unitIds: null, filters: { ...asked.filters, title: undefined, leader: undefined, officialKind: undefined } })}`,
  ])
  if (group === 'outside') return asksForPost(asked.filters) ? sql<boolean>`false` : outside
  if (asksForPost(asked.filters)) return official(asked)
  if (status === 'all' && asked.unitIds === null) return yes
  return byStatus(ties(asked), status, asked, inUnits(asked))
}

function official(asked: Asked): Condition {
  return byStatus(sql`people.assignment`, asked.filters.status, asked, all([inUnits(asked), ...postAsked(asked.filters)]))
}

function byStatus(table: RawBuilder<unknown>, status: PeopleFilters['status'], { day }: Asked, like: Condition): Condition {
  const held = (when: Condition) =>
    sql<boolean>`exists (select from ${table} t where t.person_id = p.person_id and upper_inf(t.recorded) and ${when})`
  // Not `held @>`: of these two PostgreSQL knows how many there are (statistics assignment_held), and goes about a nation otherwise than about a commune.
  const now = sql<boolean>`coalesce(lower(t.held), '-infinity') <= ${day}::date and coalesce(upper(t.held), 'infinity') > ${day}::date`
  const ever = sql<boolean>`lower(t.held) <= ${day}::date`
  if (status === 'serving') return held(all([now, like]))
  if (status === 'left') return all([held(all([ever, like])), sql<boolean>`not ${held(now)}`])
  return held(all([ever, like]))
}

function inUnits({ unitIds }: Asked): Condition {
  return unitIds === null ? yes : sql<boolean>`t.unit_id = any(${unitIds}::uuid[])`
}

function asksForPost({ title, leader, officialKind }: PeopleFilters): boolean {
  return title !== undefined || leader !== undefined || officialKind !== undefined
}

function postAsked({ title, leader, officialKind }: PeopleFilters): Condition[] {
  const isLeader = sql<boolean>`exists (select from organisation.title o where o.code = t.title_code and o.is_leader)`
  return [
    ...(title ? [sql<boolean>`t.title_code = ${title}`] : []),
    ...(leader ? [leader === 'yes' ? isLeader : sql<boolean>`not ${isLeader}`] : []),
    ...(officialKind ? [sql<boolean>`t.official_kind = any(${officialKind}::text[])`] : []),
  ]
}

function questioned(text: string | undefined, inSensitive: Condition): Condition[] {
  if (!text) return []
  const { words, born, number } = readQuestion(text)
  return [
    ...words.map((word) => hasWord(word, 'p')),
    ...(born ? [sql<boolean>`p.birth_low <= ${born.high}::date and p.birth_high >= ${born.low}::date`] : []),
    ...(number
      ? [
          sql<boolean>`(${inSensitive} and p.person_id in (select i.person_id from people.identity i where i.number like ${`${number}%`} and upper_inf(i.recorded)))`,
        ]
      : []),
  ]
}

/** For each word of what was typed: that the folded name of the row has it. */
export function hasWords(text: string | undefined, row: string): Condition[] {
  return text ? readQuestion(text).words.map((word) => hasWord(word, row)) : []
}

function hasWord(word: string, row: string): Condition {
  const search = sql.ref(`${row}.search`)
  // The index finds the letters; the second test wants them at the beginning of a word.
  return sql<boolean>`(${search} like ${likePattern(word)} and ' ' || ${search} like ${likePattern(` ${word}`)})`
}

function personal({ filters, day }: Asked): Condition[] {
  const { sex, ageFrom, ageTo } = filters
  return [
    ...(sex ? [sql<boolean>`p.sex = ${sex}`] : []),
    ...(ageFrom === undefined ? [] : [sql<boolean>`p.birth_low <= ${addYears(day, -ageFrom)}::date`]),
    // By the first day it can mean, as for retirement: of two bands next to each other one has the person, never both.
    ...(ageTo === undefined ? [] : [sql<boolean>`p.birth_low > ${addYears(day, -ageTo - 1)}::date`]),
  ]
}

const minorities = ethnicGroups.map(({ code }) => code).filter(isEthnicMinority)

/** Conditions that by their answer would tell a sensitive field. */
function sensitiveAsked({ ethnicity, minority, party }: PeopleFilters): Condition[] {
  return [
    ...(ethnicity ? [sql<boolean>`p.ethnicity = any(${ethnicity}::text[])`] : []),
    ...(minority ? [minority === 'yes' ? sql<boolean>`p.ethnicity = any(${minorities}::text[])` : sql<boolean>`p.ethnicity = '01'`] : []),
    ...(party ? [party === 'member' ? sql<boolean>`p.party_joined is not null` : sql<boolean>`p.party_joined is null`] : []),
  ]
}

function qualified({ filters, day }: Asked): Condition[] {
  const { degree, theory, stateManagement, studying } = filters
  return [
    ...(degree ? [holds('degree', educationLevels[degree].rank, day)] : []),
    ...(theory ? [holds('theory', theoryLevels[theory].rank, day)] : []),
    ...(stateManagement ? [holds('state_management', stateManagementLevels[stateManagement].rank, day)] : []),
    ...(studying ? [isStudying(day)] : []),
  ]
}

function holds(kind: string, rank: number, day: string): Condition {
  return sql<boolean>`exists (
    select from qualifications.qualification q
    where q.person_id = p.person_id and upper_inf(q.recorded) and q.kind = ${kind} and q.state = 'finished' and q.rank >= ${rank} and q.held @> ${day}::date)`
}

function isStudying(day: string): Condition {
  return sql<boolean>`(exists (
      select from qualifications.qualification q
      where q.person_id = p.person_id and upper_inf(q.recorded) and q.state = 'studying' and q.held @> ${day}::date)
    or exists (
      select from training.sending s
      where s.person_id = p.person_id and upper_inf(s.recorded) and s.status = 'sent' and s.outcome is null and s.held @> ${day}::date))`
}

function lacks(part: NonNullable<PeopleFilters['missing']>[number], { day }: Asked, inSensitive: Condition): Condition {
  switch (part) {
    case 'birth':
      return sql<boolean>`(p.birth is null or p.birth_low <> p.birth_high)`
    case 'sex':
      return sql<boolean>`p.sex is null`
    case 'identity':
      return sql<boolean>`(${inSensitive} and not exists (select from people.identity i where i.person_id = p.person_id and i.kind = 'cccd' and upper_inf(i.recorded)))`
    case 'degree':
      return sql<boolean>`not ${holds('degree', 0, day)}`
    case 'theory':
      return sql<boolean>`not ${holds('theory', 0, day)}`
    case 'title':
      return sql<boolean>`exists (select from people.assignment t where t.person_id = p.person_id and upper_inf(t.recorded) and t.held @> ${day}::date and t.title_code is null)`
  }
}

function all(conditions: Condition[]): Condition {
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
