import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { placement } from './placement.ts'

/**
 * Spreads the tables over the machines of a Citus cluster as `placement` says, those that are not spread yet; tells each
 * statement before it is run. Returns false, having done nothing, where the database is no Citus coordinator.
 */
export async function distribute(owner: Db, tell: (statement: string) => void): Promise<boolean> {
  const { rows } = await sql<{ isCitus: boolean }>`
    select exists (select from pg_extension where extname = 'citus') as "isCitus"`.execute(owner)
  if (!rows[0]?.isCitus) return false
  const done = await sql<{ name: string }>`select logicalrelid::text as name from pg_dist_partition`.execute(owner)
  const spread = new Set(done.rows.map(({ name }) => name))
  for (const { table, statement } of await statements(owner)) {
    if (spread.has(table)) continue
    tell(statement)
    await sql.raw(statement).execute(owner)
  }
  // The nodes must know who looks, too: `set local` goes with each transaction to them.
  const database = await sql<{ name: string }>`select quote_ident(current_database()) as name`.execute(owner)
  const setting = `alter database ${database.rows[0]?.name} set citus.propagate_set_commands = 'local'`
  tell(setting)
  await sql.raw(setting).execute(owner)
  return true
}

/** What spreads the tables: first those that stand whole everywhere, each after those it points to, then those kept by person. */
export async function statements(db: Db): Promise<{ table: string; statement: string }[]> {
  const pointing = await sql<{ from: string; to: string }>`
    select distinct f.conrelid::regclass::text as "from", f.confrelid::regclass::text as "to"
    from pg_constraint f where f.contype = 'f' and f.conrelid <> f.confrelid`.execute(db)
  const of = (place: string) => Object.keys(placement).filter((table) => placement[table] === place)
  const references = inOrder(of('reference'), pointing.rows)
  const persons = inOrder(of('person'), pointing.rows)
  return [
    ...references.map((table) => ({ table, statement: `select create_reference_table('${table}')` })),
    ...persons.map((table) => ({
      table,
      statement: `select create_distributed_table('${table}', 'person_id'${table === 'people.person' ? '' : `, colocate_with => 'people.person'`})`,
    })),
  ]
}

/** A table comes after all it points to. */
function inOrder(tables: string[], pointing: { from: string; to: string }[]): string[] {
  const placed: string[] = []
  const place = (table: string): void => {
    if (placed.includes(table)) return
    for (const { to } of pointing.filter(({ from, to }) => from === table && tables.includes(to))) place(to)
    placed.push(table)
  }
  for (const table of tables) place(table)
  return placed
}
