import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'

export type BulkRow = Record<string, unknown>
/** A column worked out from others of the row. */
export type Derived = (valueOf: (column: string) => RawBuilder<unknown>) => RawBuilder<unknown>

const rowsPerStatement = 5000
const types = new Map<string, Map<string, string>>()

/**
 * Inserts rows that name the same columns, each column as one array: PostgreSQL takes no COPY into a table with row security,
 * and reads arrays almost as fast. What all rows have in common is said once.
 */
export async function insertMany(tx: Tx, table: string, rows: readonly BulkRow[], more: Record<string, Derived> = {}): Promise<void> {
  const typeOf = rows.length > 0 ? await columnTypesOf(tx, table) : new Map<string, string>()
  for (let at = 0; at < rows.length; at += rowsPerStatement)
    await insertChunk(tx, table, rows.slice(at, at + rowsPerStatement), { typeOf, more })
}

async function insertChunk(
  tx: Tx,
  table: string,
  rows: readonly BulkRow[],
  { typeOf, more }: { typeOf: ReadonlyMap<string, string>; more: Record<string, Derived> },
): Promise<void> {
  const [first = {}] = rows
  const names = Object.keys(first)
  const varying = names.filter((name) => rows.some((row) => row[name] !== first[name]))
  // Without a column there would be no rows.
  if (varying.length === 0 && names[0] !== undefined) varying.push(names[0])
  const cast = (name: string) => sql.raw(typeOf.get(name) ?? 'text')
  // An array of arrays is no list of them, and what is JSON must not be taken for an array: both go as text.
  const isPlain = (name: string) => !/\[\]$|^jsonb?$/.test(typeOf.get(name) ?? '')
  const lists = varying.map((name) =>
    isPlain(name)
      ? sql`${rows.map((row) => row[name] ?? null)}::${cast(name)}[]`
      : sql`${rows.map((row) => textOf(row[name], typeOf.get(name) ?? ''))}::text[]`,
  )
  const valueOf = (name: string) => {
    if (!varying.includes(name)) return sql`${isPlain(name) ? first[name] : textOf(first[name], typeOf.get(name) ?? '')}::${cast(name)}`
    return isPlain(name) ? sql`r.${sql.ref(name)}` : sql`r.${sql.ref(name)}::${cast(name)}`
  }
  const extra = Object.entries(more)
  const into = [...names, ...extra.map(([name]) => name)].map((name) => sql.ref(name))
  await sql`
    insert into ${sql.table(table)} (${sql.join(into)})
    select ${sql.join([...names.map(valueOf), ...extra.map(([, derive]) => derive(valueOf))])}
    from unnest(${sql.join(lists)}) as r(${sql.join(varying.map((name) => sql.ref(name)))})`.execute(tx)
}

/** An array as PostgreSQL writes it, anything else as JSON. */
function textOf(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null
  if (!type.endsWith('[]')) return JSON.stringify(value)
  return Array.isArray(value) ? `{${value.map((one) => JSON.stringify(String(one))).join()}}` : String(value)
}

/** The types of a table's columns, asked for once. */
async function columnTypesOf(db: Db, table: string): Promise<ReadonlyMap<string, string>> {
  const known = types.get(table)
  if (known) return known
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(db)
  const found = new Map(rows.map(({ name, type }) => [name, type]))
  types.set(table, found)
  return found
}
