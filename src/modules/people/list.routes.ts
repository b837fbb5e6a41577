import type { Db } from '#db/connect.ts'
import { query, type QueryContext, type Route } from '#server/operations.ts'
import { unitNames } from '#modules/organisation/authority.sql.ts'
import { unitsUnder } from '#modules/organisation/subtree.sql.ts'
import type { Asked } from './list-filter.sql.ts'
import { sensitiveColumns, spine, window, type PeopleFilters, type PersonRow } from './list.contract.ts'
import { readSpine, readWindow } from './list.sql.ts'
import { sensitiveScope } from './sensitive.sql.ts'

export function listRoutes(): Route[] {
  return [
    query(spine, async ({ day, ...filters }, context) => {
      const unit = filters.unitId ? (await unitNames(context.db, [filters.unitId])).get(filters.unitId) : undefined
      return { ...(await readSpine(context.db, await askedOf(context, filters, day))), unit: unit ?? null }
    }),
    query(window, async ({ day, after, limit, guarded, ...filters }, context) => {
      const wanted: readonly string[] = guarded ?? []
      const page = await readWindow(context.db, await askedOf(context, filters, day), { after, limit })
      const people = page.rows.filter(({ hidden }) => hidden.length === 0).length
      const columns = sensitiveColumns.filter((column) => wanted.includes(column) || isAskedBy(filters, column))
      if (people > 0 && columns.length > 0) context.looked({ shown: { people, columns } })
      return { ...page, rows: page.rows.map((row) => withOnly(row, wanted)) }
    }),
  ]
}

/** A list of the members of one group tells of each what the column would. */
function isAskedBy({ ethnicity, minority, party }: PeopleFilters, column: string): boolean {
  return column === 'partyJoined' ? party !== undefined : (ethnicity ?? minority) !== undefined
}

function withOnly(row: PersonRow, guarded: readonly string[]): PersonRow {
  const unwanted: readonly string[] = sensitiveColumns.filter((column) => !guarded.includes(column))
  // What is left out may be absent in any row.
  return Object.fromEntries(Object.entries(row).filter(([name]) => !unwanted.includes(name))) as PersonRow
}

/** The question put to the list: the day, whom the caller may see, and the units below the one named. */
export async function askedOf(context: Omit<QueryContext, 'db'> & { db: Db }, filters: PeopleFilters, day = context.today): Promise<Asked> {
  const { db, today, now, scope, actor } = context
  const unitIds = filters.unitId ? await unitsUnder(db, filters.unitId, day, now) : null
  return { filters, day, today, scope, sensitive: await sensitiveScope(db, { actor, today }), unitIds }
}
