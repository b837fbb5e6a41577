import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { type Actor, query, type Route, type Scope, wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { listEntries, listSeals, readEntry, readHead, verifyLog } from './audit.contract.ts'
import { beginning, placeAt, verifyChain } from './chain.sql.ts'
import { masked } from './mask.ts'
import { entriesByDay, entriesPage, findEntry } from './log.sql.ts'
import { presentSeal, sealsOfDays } from './seal.sql.ts'

// As many entries as one request should compute the seals of.
const verifiedAtOnce = 50_000

/** Who is in scope, and what an operation does: given by the house. */
export type Around = {
  /** Whose sensitive fields the caller may read. */
  sensitiveScope: (db: Db, caller: { actor: Actor; today: string }) => Promise<Scope>
  isPersonInScope: (db: Db, scope: Scope, personId: string, today: string) => Promise<boolean>
  personInScope: (scope: Scope, today: string, person: string) => RawBuilder<boolean>
  summaryOf: (operation: string) => { vi: string; en: string } | null
  /** The names under which inputs and facts carry guarded fields. */
  guardedNames: ReadonlySet<string>
}

export function auditRoutes({ personInScope, isPersonInScope, sensitiveScope, summaryOf, guardedNames }: Around): Route[] {
  // Whoever is bound to units sees what was done to their people, not what concerns no person.
  const inScope = (scope: Scope, today: string) =>
    scope === 'everything' ? sql<boolean>`true` : sql<boolean>`(e.person_id is not null and ${personInScope(scope, today, 'e.person_id')})`
  const hidden = (what: unknown) => masked(what, guardedNames)
  const told = <E extends { operation: string }>(entry: E) => ({ ...entry, summary: summaryOf(entry.operation) })
  return [
    wideQuery(listEntries, async ({ before, limit, ...filter }, { db, scope, today }) => {
      const page = await entriesPage(db, filter, inScope(scope, today), { before, limit })
      return { entries: page.entries.map(told), next: page.next, byDay: await entriesByDay(db, filter, inScope(scope, today)) }
    }),

    wideQuery(readEntry, async ({ seq }, { db, scope, today, actor }) => {
      const entry = await findEntry(db, seq, inScope(scope, today))
      if (!entry) throw new NotFound()
      const closely = await sensitiveScope(db, { actor, today })
      const isOpen = closely === 'everything' || (entry.personId !== null && (await isPersonInScope(db, closely, entry.personId, today)))
      return told(isOpen ? entry : { ...entry, input: hidden(entry.input), changes: entry.changes.map(hidden) })
    }),

    wideQuery(verifyLog, async ({ after }, { db }) => verifyChain(db, after === 0 ? beginning : await placeAt(db, after), verifiedAtOnce)),

    query(listSeals, async ({ before }, { db }) => sealsOfDays(db, before)),

    query(readHead, async ({}, { db }) => ({ seal: await presentSeal(db) })),
  ]
}
