import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Scope } from '#server/operations.ts'

/**
 * True for the persons of a scope: who serves or belongs in one of its units today, or, serving nowhere today, did so last.
 * `person` names the column, such as 'p.person_id'.
 */
export function personInScope(scope: Scope, today: string, person: string): RawBuilder<boolean> {
  if (scope === 'everything') return sql<boolean>`true`
  const isOwn = scope.personId === null ? sql<boolean>`false` : sql<boolean>`${sql.ref(person)} = ${scope.personId}::uuid`
  return sql<boolean>`(${isOwn} or exists (
    select from people.tie t
    where t.person_id = ${sql.ref(person)} and upper_inf(t.recorded) and t.unit_id = any(${scope.unitIds}::uuid[]) and (
      t.held @> ${today}::date
      or not exists (
        select from people.tie o
        where o.person_id = t.person_id and upper_inf(o.recorded)
          and (o.held @> ${today}::date or (lower(o.held) <= ${today}::date and upper(o.held) > upper(t.held)))
      )
    )))`
}

export async function isPersonInScope(db: Db, scope: Scope, personId: string, today: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select true as found from people.person p
    where p.person_id = ${personId}::uuid and p.removed_at is null and ${personInScope(scope, today, 'p.person_id')}`.execute(db)
  return rows.length > 0
}
