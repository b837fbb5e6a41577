import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Scope } from '#server/operations.ts'

/**
 * True for the persons of a scope: who serves or belongs in one of its units today, or, serving nowhere today, did so last.
 * `person` names the column, such as 'e.person_id'. Who is to be seen where is kept with the person (`settleScopes`).
 */
export function personInScope(scope: Scope, today: string, person: string): RawBuilder<boolean> {
  if (scope === 'everything') return sql<boolean>`true`
  return sql<boolean>`exists (
    select from people.person seen where seen.person_id = ${sql.ref(person)} and ${rowInScope(scope, today, 'seen')})`
}

/** The same of a row about one person that carries the person's scope itself: `row` names it, such as 'p' of `people.profile p`. */
export function rowInScope(scope: Scope, _today: string, row: string): RawBuilder<boolean> {
  if (scope === 'everything') return sql<boolean>`true`
  const isThere = sql<boolean>`${sql.ref(`${row}.scope`)} && ${scope.above}::int[]`
  return scope.personId === null ? isThere : sql<boolean>`(${isThere} or ${sql.ref(`${row}.person_id`)} = ${scope.personId}::uuid)`
}

export async function isPersonInScope(db: Db, scope: Scope, personId: string, today: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select true as found from people.person p
    where p.person_id = ${personId}::uuid and p.removed_at is null and ${rowInScope(scope, today, 'p')}`.execute(db)
  return rows.length > 0
}
