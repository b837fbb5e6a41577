import { sql, type RawBuilder } from 'kysely'
import type { Scope } from '#server/operations.ts'
import { personInScope } from './scope.sql.ts'

/**
 * That somebody belongs to the Party or an association is a political tie, and told of those only whom one sees closely. Others
 * appear by their posts and mandates; who has neither appears in no unit, with no tie.
 */
type Asked = { scope: Scope; sensitive: Scope; today: string; unitIds: string[] | null }

/** Of the membership `m`. */
export function tieIsTold(asked: Pick<Asked, 'scope' | 'sensitive' | 'today'>): RawBuilder<boolean> {
  if (seesAllClosely(asked)) return sql<boolean>`true`
  return sql<boolean>`(m.kind = 'deputy' or ${personInScope(asked.sensitive, asked.today, 'm.person_id')})`
}

/** The memberships by which a list may find persons; the one who has no other tie is found, but not in a unit. */
export function memberships(asked: Asked): RawBuilder<unknown> {
  return seesAllClosely(asked) ? sql`people.membership` : sql`(select m.* from people.membership m where ${findsBy(asked)})`
}

/** The same with the posts. */
export function ties(asked: Asked): RawBuilder<unknown> {
  if (seesAllClosely(asked)) return sql`people.tie`
  return sql`(
    select person_id, unit_id, held, recorded from people.assignment
    union all
    select m.person_id, m.unit_id, m.held, m.recorded from people.membership m where ${findsBy(asked)})`
}

function findsBy(asked: Asked): RawBuilder<boolean> {
  if (asked.unitIds !== null) return tieIsTold(asked)
  return sql<boolean>`(${tieIsTold(asked)} or not (
    exists (select from people.assignment o where o.person_id = m.person_id and upper_inf(o.recorded))
    or exists (select from people.membership o where o.person_id = m.person_id and upper_inf(o.recorded) and o.kind = 'deputy')))`
}

/**
 * Whether the unit and title that a paper of that day gives the person may be told: not where they say only that somebody is of
 * the Party or an association. `person` and `day` name columns.
 */
export function placeIsTold(sensitive: Scope, today: string, person: string, day: RawBuilder<unknown>): RawBuilder<boolean> {
  const held = (table: string, kind: RawBuilder<boolean>) =>
    sql<boolean>`exists (select from ${sql.table(table)} o where o.person_id = ${sql.ref(person)} and upper_inf(o.recorded) and o.held @> ${day} and ${kind})`
  return sql<boolean>`(${personInScope(sensitive, today, person)} or ${held('people.assignment', sql`true`)}
    or ${held('people.membership', sql`o.kind = 'deputy'`)} or not ${held('people.membership', sql`o.kind <> 'deputy'`)})`
}

/** Nobody of the scope is kept back, so that no person need be asked. */
function seesAllClosely({ scope, sensitive }: Pick<Asked, 'scope' | 'sensitive'>): boolean {
  return sensitive === 'everything' || JSON.stringify(sensitive) === JSON.stringify(scope)
}
