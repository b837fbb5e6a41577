import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Scope } from '#server/operations.ts'

/** Says which persons are in scope; given by the people module, which comes later in the order of modules. */
export type PersonInScope = (scope: Scope, today: string, person: string) => RawBuilder<boolean>

/** A paper is in scope where its issuer is, or where it made a fact of someone who is. */
export function decisionInScope(scope: Scope, personTables: string[]): RawBuilder<boolean> {
  if (scope === 'everything') return sql<boolean>`true`
  const issued = sql`select own.id from decisions.decision own where own.issuer_unit_id = any(${scope.unitIds}::uuid[])`
  const facts = personTables.map(
    (table) => sql`
      select f.decision_id from people.person p join ${sql.table(table)} f on f.person_id = p.person_id
      where f.decision_id is not null and (p.scope && ${scope.above}::int[] or p.person_id = ${scope.personId}::uuid)`,
  )
  // One set of papers: a short scope is gone through from its persons, a page of a wide one from its papers, as is the shorter way.
  return sql<boolean>`exists (select from (${sql.join([issued, ...facts], sql` union all `)}) made(id) where made.id = d.id)`
}

/** Of these persons, those the caller may see. */
export async function personsSeen(db: Db, ids: string[], seen: RawBuilder<boolean>): Promise<Set<string>> {
  const { rows } = await sql<{
    id: string
  }>`select p.person_id as id from people.person p where p.person_id = any(${ids}::uuid[]) and ${seen}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
