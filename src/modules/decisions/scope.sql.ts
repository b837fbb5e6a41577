import { sql, type RawBuilder } from 'kysely'
import type { Scope } from '#server/operations.ts'

/** Says which persons are in scope; given by the people module, which comes later in the order of modules. */
export type PersonInScope = (scope: Scope, today: string, person: string) => RawBuilder<boolean>

/** A paper is in scope where its issuer is, or where it made a fact of someone who is. */
export function decisionInScope(scope: Scope, today: string, personTables: string[], personInScope: PersonInScope): RawBuilder<boolean> {
  if (scope === 'everything') return sql<boolean>`true`
  const byPerson = personTables.map(
    (table) => sql<boolean>`exists (select from ${sql.table(table)} x where x.decision_id = d.id and ${personInScope(scope, today, 'x.person_id')})`,
  )
  return sql<boolean>`(${sql.join([sql<boolean>`d.issuer_unit_id = any(${scope.unitIds}::uuid[])`, ...byPerson], sql` or `)})`
}
