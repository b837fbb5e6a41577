import type { Client } from 'pg'
import type { Migrations, SequenceState } from './format.ts'

export interface Table {
  /** `schema.table` as a reader writes it. */
  name: string
  /** The same, quoted for SQL. */
  sql: string
  columns: string[]
  /** What its rows are sorted by: the same order in every database, whatever its collation. */
  order: string
}

/** The queue of jobs is made by its library and holds nothing that must outlive a server; the register in `public` is the migrations' own. */
const ours = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker', 'public')`
const notOfExtension = `not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

/** Every table of the product, from the catalogue: one that a migration adds is in the next backup. */
export async function productTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as sql,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce(
        (select string_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end, ', ' order by k.place)
          from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k (number, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
          where i.indrelid = c.oid and i.indisprimary),
        (select string_agg(quote_ident(a.attname) || '::text collate "C"', ', ' order by a.attnum) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
      ) as "order"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p' and ${notOfExtension}
    order by 1`)
  return rows
}

/** Where each sequence stands, those of identity columns among them. */
export async function sequenceStates(client: Client): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind = 'S' and ${notOfExtension} order by 1`)
  const states: SequenceState[] = []
  for (const { name } of rows) {
    const state = await client.query<Omit<SequenceState, 'name'>>(`select last_value::text as value, is_called as called from ${name}`)
    states.push(...state.rows.map((row) => ({ name, ...row })))
  }
  return states
}

/** The migrations a database has been given; none when it is not ours. */
export async function appliedMigrations(client: Client): Promise<Migrations> {
  const { rows } = await client.query<{ exists: boolean }>(`select to_regclass('public.migration') is not null as exists`)
  if (!rows[0]?.exists) return []
  return (await client.query<Migrations[number]>('select name, sha256 from public.migration order by name')).rows
}

/** The rows of a table as text, its columns' names first. */
export function copyOut({ sql, columns, order }: Table): string {
  return `copy (select ${quoted(columns)} from ${sql} order by ${order}) to stdout (format text, header)`
}

export function copyIn({ sql, columns }: Table, { header }: { header: boolean }): string {
  return `copy ${sql} (${quoted(columns)}) from stdin (format text, header ${header ? 'match' : 'false'})`
}

function quoted(columns: string[]): string {
  return columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ')
}
