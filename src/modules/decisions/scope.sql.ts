import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Scope } from '#server/operations.ts'

/** Says which persons are in scope; given by the people module, which comes later in the order of modules. */
export type PersonInScope = (scope: Scope, today: string, person: string) => RawBuilder<boolean>

/** A paper is in scope where its issuer is, or where it made a fact of someone who is. */
export function decisionInScope(scope: Scope, today: string, personTables: string[], personInScope: PersonInScope): RawBuilder<boolean> {
  if (scope === 'everything') return sql<boolean>`true`
  const facts = personTables.map((table) => sql`select decision_id, person_id from ${sql.table(table)} where decision_id is not null`)
  // One pass over the facts and one over the persons, however many papers there are.
  return sql<boolean>`(d.issuer_unit_id = any(${scope.unitIds}::uuid[]) or d.id in (
    select made.decision_id from (${sql.join(facts, sql` union all `)}) made
    where made.person_id in (select p.person_id from people.person p where ${personInScope(scope, today, 'p.person_id')})))`
}

/** Of these persons, those the caller may see. */
export async function personsSeen(db: Db, ids: string[], seen: RawBuilder<boolean>): Promise<Set<string>> {
  const { rows } = await sql<{
    id: string
  }>`select p.person_id as id from people.person p where p.person_id = any(${ids}::uuid[]) and ${seen}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
