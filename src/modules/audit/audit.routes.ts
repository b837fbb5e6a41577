import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { query, type Actor, type Route, type Scope } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { listEntries, readEntry, verifyLog } from './audit.contract.ts'
import { verifyChain } from './entry.sql.ts'
import { masked } from './mask.ts'
import { entriesByDay, entriesPage, findEntry } from './log.sql.ts'

/** Who is in scope, and what an operation does: given by the house. */
export type Around = {
  /** Whose sensitive fields the caller may read. */
  sensitiveScope: (db: Db, caller: { actor: Actor; today: string }) => Promise<Scope>
  isPersonInScope: (db: Db, scope: Scope, personId: string, today: string) => Promise<boolean>
  personInScope: (scope: Scope, today: string, person: string) => RawBuilder<boolean>
  summaryOf: (operation: string) => { vi: string; en: string } | null
}

export function auditRoutes({ personInScope, isPersonInScope, sensitiveScope, summaryOf }: Around): Route[] {
  // Whoever is bound to units sees what was done to their people, not what concerns no person.
  const inScope = (scope: Scope, today: string) =>
    scope === 'everything' ? sql<boolean>`true` : sql<boolean>`(e.person_id is not null and ${personInScope(scope, today, 'e.person_id')})`
  const told = <E extends { operation: string }>(entry: E) => ({ ...entry, summary: summaryOf(entry.operation) })
  return [
    query(listEntries, async ({ before, limit, ...filter }, { db, scope, today }) => {
      const page = await entriesPage(db, filter, inScope(scope, today), { before, limit })
      return { entries: page.entries.map(told), next: page.next, byDay: await entriesByDay(db, filter, inScope(scope, today)) }
    }),

    query(readEntry, async ({ seq }, { db, scope, today, actor }) => {
      const entry = await findEntry(db, seq, inScope(scope, today))
      if (!entry) throw new NotFound()
      const closely = await sensitiveScope(db, { actor, today })
      const isOpen = closely === 'everything' || (entry.personId !== null && (await isPersonInScope(db, closely, entry.personId, today)))
      return told(isOpen ? entry : { ...entry, input: masked(entry.input), changes: entry.changes.map(masked) })
    }),

    query(verifyLog, ({}, { db }) => verifyChain(db)),
  ]
}
