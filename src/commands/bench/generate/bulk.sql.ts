import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'

type Part = { name: string; isConstraint: boolean; definition: string }

/**
 * Fills an empty table: its indexes and constraints are put aside first and built afterwards from their own definitions, so that
 * the structure stays what the migrations made. In one transaction that empties the table PostgreSQL need not keep a journal of it.
 */
export async function fillTable(db: Db, table: string, rows: RawBuilder<unknown>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // References hold by construction; asking forty million times would cost more than all the rest.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`set local maintenance_work_mem = '1GB'`.execute(tx)
    await sql`set local work_mem = '256MB'`.execute(tx)
    const parts = await partsOf(tx, table)
    const aside = parts.filter(({ isReferred }) => !isReferred)
    if (aside.length === parts.length) await sql`truncate ${sql.table(table)}`.execute(tx)
    for (const part of aside) await dropPart(tx, table, part)
    await rows.execute(tx)
    for (const { definition } of aside) await sql.raw(definition).execute(tx)
  })
  // Not in the transaction: it also tells which pages need no second look.
  await sql`vacuum (analyze) ${sql.table(table)}`.execute(db)
}

async function dropPart(tx: Db, table: string, { name, isConstraint }: Part): Promise<void> {
  const [schema = ''] = table.split('.')
  if (isConstraint) await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(tx)
  else await sql`drop index ${sql.id(schema, name)}`.execute(tx)
}

/** The indexes of the table, each with the statement that makes it; one to which other tables refer must stay. */
async function partsOf(tx: Db, table: string): Promise<(Part & { isReferred: boolean })[]> {
  const { rows } = await sql<Part & { isReferred: boolean }>`
    select i.relname as name, c.oid is not null as "isConstraint",
      exists (select from pg_constraint f where f.contype = 'f' and f.confrelid = x.indrelid and f.conindid = x.indexrelid) as "isReferred",
      case when c.oid is null then pg_get_indexdef(x.indexrelid)
        else format('alter table %s add constraint %I %s', x.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as definition
    from pg_index x
    join pg_class i on i.oid = x.indexrelid
    left join pg_constraint c on c.conindid = x.indexrelid and c.conrelid = x.indrelid and c.contype in ('p', 'u', 'x')
    where x.indrelid = ${table}::regclass
    order by c.contype = 'p' desc nulls last, i.relname`.execute(tx)
  return rows
}
