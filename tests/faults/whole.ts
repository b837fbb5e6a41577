import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { verifyChain } from '#modules/audit/chain.sql.ts'

/**
 * What must hold of a database at every moment, whatever was killed: the chain of the log is whole; every row that names an entry has
 * that entry; and every entry has exactly the rows it says it wrote or closed, no more and no less.
 */
export async function faultsOf(db: Db): Promise<string[]> {
  const { findings } = await verifyChain(db)
  return [...findings.map((finding) => `the log: ${JSON.stringify(finding)}`), ...(await strayRows(db)), ...(await halfEntries(db))]
}

type Column = { table: string; column: string }

async function entryColumns(db: Db): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.table_schema || '.' || c.table_name as "table", c.column_name as "column"
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.column_name like '%entry_id' and t.table_type = 'BASE TABLE' and c.table_schema not in ('audit', 'pg_catalog')
    order by 1, 2`.execute(db)
  return rows
}

/** Rows that say an entry made or closed them which is not there: half a command. */
async function strayRows(db: Db): Promise<string[]> {
  const found: string[] = []
  for (const { table, column } of await entryColumns(db)) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(table)} t
      where t.${sql.ref(column)} is not null and not exists (select from audit.entry e where e.id = t.${sql.ref(column)})`.execute(db)
    if (rows[0]?.count) found.push(`${rows[0].count} rows of ${table}.${column} name an entry that is not there`)
  }
  return found
}

/** Entries whose counts are not those of the rows. */
async function halfEntries(db: Db): Promise<string[]> {
  const found: string[] = []
  const columns = await entryColumns(db)
  for (const [done, column] of [
    ['recorded', 'entry_id'],
    ['closed', 'closed_entry_id'],
  ] as const) {
    for (const { table } of columns.filter((each) => each.column === column)) {
      const { rows } = await sql<{ seq: number; operation: string; said: number; there: number }>`
        with said as (
          select e.id, e.seq, e.operation, sum((c ->> 'count')::int)::int as count
          from audit.entry e cross join jsonb_array_elements(e.changes) c
          where c ->> 'table' = ${table} and c ->> 'done' = ${done} group by 1, 2, 3
        ), there as (select ${sql.ref(column)} as id, count(*)::int as count from ${sql.table(table)} where ${sql.ref(column)} is not null group by 1)
        select said.seq, said.operation, said.count as said, coalesce(there.count, 0) as there
        from said left join there using (id) where said.count <> coalesce(there.count, 0)`.execute(db)
      for (const row of rows) found.push(`entry ${row.seq} (${row.operation}) ${done} ${row.said} rows of ${table}; there are ${row.there}`)
    }
  }
  return found
}
